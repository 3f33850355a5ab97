package org.shoptrace.core.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileWatch;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.core.workspace.UnreadFiles;
import org.shoptrace.core.workspace.Workspace;

/// The rollout files of an open workspace: read once, then followed while they grow or are replaced.
final class FollowedRollouts {
    private static final String NO_RUNS = "Lines left out as no runs";

    private final OpenWorkspace open;
    /// What was left out before the rollouts were read.
    private final UnreadFiles left;
    private final OpeningJobs jobs;
    private final Consumer<? super Path> replaced;
    private final Runnable looked;
    private final RolloutLibrary library;
    private Optional<FileWatch> watch = Optional.empty();
    private boolean following;
    private boolean changedMeanwhile;

    /// @param replaced told of a file that is another by now, before its runs are listed anew
    /// @param looked   told after each look that may have found runs
    FollowedRollouts(OpenWorkspace open, OpeningJobs jobs, Workspace workspace, Consumer<? super Path> replaced, Runnable looked) {
        this.open = open;
        this.left = UnreadFiles.of(workspace);
        this.jobs = jobs;
        this.replaced = replaced;
        this.looked = looked;
        this.library = new RolloutLibrary(workspace.rolloutFiles(), workspace.folder().scratch());
        open.read(library::read);
    }

    /// Finds the runs, which are listed in batches meanwhile; call [#read(List)] with what it gives.
    Job<List<Rejection>> reading() {
        return progress -> library.index(batch -> jobs.publish(() -> open.add(batch)), progress);
    }

    /// All files have been looked at; from now on they are followed.
    void read(List<Rejection> rejections) {
        jobs.about(NO_RUNS, rejections);
        passOver();
        if (!jobs.isClosed()) {
            watch = Optional.of(new FileWatch(library::paths, Duration.ofSeconds(1), _ -> jobs.publish(this::follow)));
        }
    }

    /// Looks at a file that was just written here, so that its runs are listed at once.
    void written(Path file) {
        library.add(file);
        follow();
    }

    /// One look at a time; changes seen meanwhile are looked at afterwards.
    private void follow() {
        if (jobs.isClosed()) {
            return;
        }
        if (following) {
            changedMeanwhile = true;
            return;
        }
        following = true;
        changedMeanwhile = false;
        jobs.run(
                "Following rollouts",
                library::refresh,
                changes -> {
                    if (!jobs.isClosed()) {
                        changes.replaced().forEach(file -> {
                            replaced.accept(file);
                            open.remove(file);
                        });
                        if (!changes.added().isEmpty()) {
                            open.add(changes.added());
                        }
                        jobs.about(NO_RUNS, changes.rejected());
                        passOver();
                        looked.run();
                    }
                    looked();
                },
                this::looked);
    }

    private void passOver() {
        UnreadFiles all = left.and(library.runless());
        if (!jobs.isClosed() && !all.equals(open.leftOut())) {
            open.leave(all);
        }
    }

    private void looked() {
        following = false;
        if (changedMeanwhile) {
            follow();
        }
    }

    /// @throws ShoptraceException when a file cannot be closed; nothing is lost then
    void close() throws ShoptraceException {
        watch.ifPresent(FileWatch::close);
        try {
            library.close();
        } catch (IOException e) {
            throw new ShoptraceException("a rollout file could not be closed", String.valueOf(e.getMessage()), "Nothing is lost", e);
        }
    }
}
