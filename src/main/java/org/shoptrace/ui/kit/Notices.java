package org.shoptrace.ui.kit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.ShoptraceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The errors that are shown until they are dismissed. A failure is logged here, once, where it is handled.
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /// One error.
    ///
    /// @param summary one line: what, where, what to do
    /// @param details what is copied: the summary, and the stack trace of a bug
    /// @param remedy  what can be done about it at once
    /// @param about   what could not be done, by any name that tells it from others; nothing where the notice stays until it is dismissed
    public record Notice(String summary, String details, Optional<Remedy> remedy, Set<Object> about) {
        public Notice {
            about = Set.copyOf(about);
        }

        Notice(String summary, String details) {
            this(summary, details, Optional.empty(), Set.of());
        }

        private Notice about(Set<Object> others) {
            return new Notice(summary, details, remedy, others);
        }
    }

    /// What [#reportUntilSettled] is about: all that is not settled.
    private static final Object ALL = "all";

    /// Something that can be done about an error.
    ///
    /// @param label what the button says, such as `Index again`
    public record Remedy(String label, Runnable action) {}

    private final ObservableList<Notice> open = FXCollections.observableArrayList();

    // Properties

    /// The notices that are not dismissed, newest first.
    public ObservableList<Notice> open() {
        return open;
    }

    // Commands

    /// Shows a failure; the last argument of every job that has no better place for it.
    public void report(Exception failure) {
        show(noticeOf(failure));
    }

    /// Shows that something could not be done, as to save what a person wrote, until it was done or the notice is dismissed.
    ///
    /// @param about what, as [#settled] names it
    public void report(Exception failure, Object about) {
        show(noticeOf(failure).about(Set.of(about)));
    }

    /// Shows a sentence about all that could not be done, until all was done.
    public void reportUntilSettled(String summary) {
        LOG.warn("{}", summary);
        show(new Notice(summary, summary).about(Set.of(ALL)));
    }

    /// Takes away what was shown about something that is done by now.
    public void settled(Object about) {
        List<Notice> shown = List.copyOf(open);
        shown.stream().filter(notice -> notice.about().contains(about)).forEach(notice -> {
            Set<Object> left = new HashSet<>(notice.about());
            left.remove(about);
            if (left.isEmpty()) {
                open.remove(notice);
            } else {
                open.set(open.indexOf(notice), notice.about(left));
            }
        });
        boolean any = open.stream().anyMatch(notice -> !notice.about().isEmpty() && !notice.about().contains(ALL));
        if (!any && !open.equals(shown)) {
            open.removeIf(notice -> notice.about().contains(ALL));
        }
    }

    private static Notice noticeOf(Exception failure) {
        if (failure instanceof ShoptraceException expected) {
            LOG.warn("{}", expected.getMessage());
            return new Notice(expected.getMessage(), expected.getMessage());
        }
        LOG.error("unexpected failure", failure);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return new Notice("This is a bug in Shoptrace: " + failure, trace.toString());
    }

    /// Shows a failure that something can be done about at once.
    public void report(Exception failure, Remedy remedy) {
        LOG.warn("{}", failure.getMessage());
        String summary = String.valueOf(failure.getMessage());
        show(new Notice(summary, summary, Optional.of(remedy), Set.of()));
    }

    /// Shows a sentence that is no exception, such as a count of rejected lines with their places in the details.
    public void report(String summary, String details) {
        LOG.warn("{}", summary);
        show(new Notice(summary, details));
    }

    public void dismiss(Notice notice) {
        open.remove(notice);
    }

    /// Drops all that were shown so far.
    public void dismissAll() {
        open.clear();
    }

    private void show(Notice notice) {
        // One sentence may be about several things, as of a folder that cannot be written to: it stays until all are done.
        Set<Object> about = new HashSet<>(notice.about());
        open.removeIf(shown -> {
            boolean same = shown.summary().equals(notice.summary()) && shown.details().equals(notice.details());
            if (same) {
                about.addAll(shown.about());
            }
            return same;
        });
        open.addFirst(notice.about(about));
    }
}
