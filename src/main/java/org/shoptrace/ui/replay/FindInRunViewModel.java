package org.shoptrace.ui.replay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.transcript.FindInRun;
import org.shoptrace.core.transcript.Match;
import org.shoptrace.core.transcript.TextQuery;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;

/// Looks for words in the open run: in all that it holds, not in what happens to be in view. The words stay from run to run.
final class FindInRunViewModel {
    private final OpenRunViewModel openRun;
    private final LatestJob finding;
    private final Notices notices;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty exact = new SimpleBooleanProperty();
    private final BooleanProperty fields = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Sought> sought = new ReadOnlyObjectWrapper<>(Sought.NOTHING);

    FindInRunViewModel(OpenRunViewModel openRun, JobRunner jobs, Notices notices) {
        this.openRun = openRun;
        finding = new LatestJob(jobs);
        this.notices = notices;
        words.subscribe(_ -> search(true));
        exact.subscribe(_ -> search(true));
        fields.subscribe(_ -> search(true));
        // Another run is looked through as well, but keeps the place that it was left at.
        openRun.openProperty().subscribe(_ -> search(false));
    }

    // Properties

    /// Whether the band that finds is shown; only then anything is looked for.
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Whether a long run is still being looked through.
    ReadOnlyBooleanProperty searchingProperty() {
        return finding.runningProperty();
    }

    StringProperty wordsProperty() {
        return words;
    }

    /// Whether case and diacritics count.
    BooleanProperty exactProperty() {
        return exact;
    }

    /// Whether fields that the transcript does not show are looked through as well.
    BooleanProperty fieldsProperty() {
        return fields;
    }

    ReadOnlyObjectProperty<Sought> soughtProperty() {
        return sought.getReadOnlyProperty();
    }

    /// How many there are and which is looked at: `3 of 17`.
    String status() {
        Sought now = sought.get();
        if (now.query().isEmpty()) {
            return "";
        }
        if (finding.isRunning()) {
            return "Searching…";
        }
        if (now.matches().isEmpty()) {
            return "Not in this run";
        }
        return String.format(Locale.ROOT, "%,d of %,d", now.at() + 1, now.matches().size());
    }

    // Commands

    void open() {
        if (!open.get()) {
            open.set(true);
            search(true);
        }
    }

    void close() {
        open.set(false);
        search(false);
    }

    void toggle() {
        if (open.get()) {
            close();
        } else {
            open();
        }
    }

    /// Goes to the next occurrence, after the last to the first.
    void next() {
        go(1);
    }

    /// Goes to the one before, before the first to the last.
    void previous() {
        go(-1);
    }

    private void go(int by) {
        if (!open.get()) {
            open();
            return;
        }
        int count = sought.get().matches().size();
        if (count > 0) {
            lookAt(sought.get().lookingAt(Math.floorMod(sought.get().at() < 0 && by < 0 ? -1 : sought.get().at() + by, count)));
        }
    }

    private void lookAt(Sought there) {
        there.match().ifPresent(match -> {
            if (openRun.stepProperty().get() != match.part().step()) {
                openRun.goToStep(match.part().step());
            }
        });
        sought.set(there);
    }

    private void search(boolean go) {
        TextQuery query = TextQuery.of(words.get(), exact.get());
        Optional<OpenRun> run = openRun.openProperty().get();
        if (!open.get() || query.isEmpty() || run.isEmpty()) {
            finding.forget();
            sought.set(new Sought(open.get() ? query : Sought.NOTHING.query(), List.of(), -1));
            return;
        }
        boolean fieldsToo = fields.get();
        finding.run(
                "Find “" + query.words() + "” in the run",
                progress -> FindInRun.all(run.get().run(), query, fieldsToo, progress),
                matches -> found(new Sought(query, matches, -1), go),
                notices::report);
    }

    /// While words are typed, the first occurrence from the current step on is looked at.
    private void found(Sought all, boolean go) {
        if (!go || all.matches().isEmpty()) {
            sought.set(all);
            return;
        }
        List<Match> matches = all.matches();
        int here = openRun.stepProperty().get();
        int first = 0;
        while (first < matches.size() && matches.get(first).part().step() < here) {
            first++;
        }
        lookAt(all.lookingAt(first < matches.size() ? first : 0));
    }
}
