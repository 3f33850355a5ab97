package org.shoptrace.ui.replay;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.transcript.ReadingPlace;
import org.shoptrace.core.transcript.ReadingState;
import org.shoptrace.core.transcript.ReadingStore;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;

/// Where every run of the open workspace was left: remembered in this session and, beside the workspace, between sessions.
final class ReadingPlaces {
    /// The rest of what is remembered: which run is open, and how it is shown.
    interface Surroundings {
        /// As things are now; its places do not count.
        ReadingState now();

        /// Makes them so.
        void restore(ReadingState state);
    }

    private final JobRunner jobs;
    private final Notices notices;
    private final Surroundings surroundings;
    private final LatestJob loading;
    private final SequencedMap<RunId, ReadingPlace> places = new LinkedHashMap<>();
    private @Nullable ReadingStore store;
    private boolean restored;
    private boolean saving;
    private boolean told;
    private boolean changedSince;

    ReadingPlaces(JobRunner jobs, Notices notices, Surroundings surroundings) {
        this.jobs = jobs;
        this.notices = notices;
        this.surroundings = surroundings;
        loading = new LatestJob(jobs);
    }

    /// Where that run was left, its beginning when it was never open. It counts as the one read last.
    ReadingPlace of(RunId run) {
        ReadingPlace place = Objects.requireNonNullElseGet(places.remove(run), ReadingPlace::new);
        places.put(run, place);
        return place;
    }

    /// Keeps the places of the workspace that is left, and takes up those of another.
    void open(Optional<WorkspaceFolder> folder) {
        try {
            keepNow();
        } catch (ShoptraceException e) {
            notices.report(e);
        }
        places.clear();
        restored = false;
        told = false;
        ReadingStore opened = folder.map(WorkspaceFolder::own).map(ReadingStore::new).orElse(null);
        store = opened;
        loading.forget();
        if (opened != null) {
            loading.run("Find where you were reading", _ -> opened.load(), state -> {
                state.places().forEach((run, place) -> places.putIfAbsent(run, ReadingPlace.of(place)));
                restored = true;
                surroundings.restore(state);
            }, notices::report);
        }
    }

    /// Keeps everything on disk, in a job; many changes in a row make few writes.
    void keep() {
        ReadingStore to = store;
        if (to == null || !restored) {
            return;
        }
        if (saving) {
            changedSince = true;
            return;
        }
        saving = true;
        ReadingState state = state();
        jobs.run("Remember where you are reading", _ -> {
            to.save(state);
            return state;
        }, _ -> {
            told = false;
            notices.settled(this);
            kept();
        }, failure -> {
            if (!told) {
                // Once, and not for each run that is opened.
                told = true;
                notices.report(failure, this);
            }
            saving = false;
        }, this::kept);
    }

    /// Keeps everything on disk before the program ends or another workspace is opened.
    void keepNow() throws ShoptraceException {
        if (store != null && restored) {
            store.save(state());
        }
    }

    private void kept() {
        saving = false;
        if (changedSince) {
            changedSince = false;
            keep();
        }
    }

    private ReadingState state() {
        SequencedMap<RunId, ReadingState.Place> all = new LinkedHashMap<>();
        places.forEach((run, place) -> all.put(run, place.toKeep()));
        ReadingState now = surroundings.now();
        return new ReadingState(now.run(), now.compact(), now.rawAnswers(), now.hidden(), now.outline(), all);
    }
}
