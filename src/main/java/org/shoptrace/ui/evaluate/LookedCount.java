package org.shoptrace.ui.evaluate;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;

/// What a page shows, counted off the screen's thread and only while somebody looks. A count that is under way is not begun anew when what
/// it is made of gets on, however often that happens: it would never end. It is counted once more at its end.
///
/// @param <T> what is counted
final class LookedCount<T> {
    private final LatestJob latest;
    private final Notices notices;
    private final Supplier<Optional<Order<T>>> order;
    private final ReadOnlyObjectWrapper<Optional<T>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    /// Whether what is shown, or being counted, was begun with something older.
    private boolean stale = true;
    private boolean looked;

    /// What is to be counted.
    ///
    /// @param title of the job, for people
    record Order<T>(String title, Job<T> job) {}

    /// @param order made when a count begins, on the screen's thread; empty when there is nothing to count
    LookedCount(JobRunner jobs, Notices notices, Supplier<Optional<Order<T>>> order) {
        this.latest = new LatestJob(jobs);
        this.notices = notices;
        this.order = order;
    }

    // Properties

    /// Empty until somebody looks, and while it is counted for the first time.
    ReadOnlyObjectProperty<Optional<T>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    // Commands

    /// Somebody looks: counts, unless what is shown still holds or a count is under way. What was shown stays until then.
    void look() {
        looked = true;
        if (!latest.isRunning() && (stale || shown.get().isEmpty())) {
            order.get().ifPresent(this::begin);
        }
    }

    /// Nobody looks any more: what is not counted yet is left.
    void leave() {
        looked = false;
        if (latest.isRunning()) {
            stale = true;
        }
        latest.forget();
    }

    /// What it is made of has got on.
    void outdate() {
        stale = true;
    }

    /// Something else is asked: a count under way is left, and the other begun at once if somebody looks. What was shown stays until then.
    void restart() {
        latest.forget();
        stale = true;
        if (looked) {
            look();
        }
    }

    /// What was shown, or is being counted, is of something that is gone.
    void drop() {
        latest.forget();
        stale = true;
        shown.set(Optional.empty());
    }

    private void begin(Order<T> now) {
        stale = false;
        latest.run(now.title(), now.job(), this::counted, notices::report);
    }

    private void counted(T now) {
        shown.set(Optional.of(now));
        if (stale && looked) {
            look();
        }
    }
}
