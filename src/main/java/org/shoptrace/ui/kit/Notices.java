package org.shoptrace.ui.kit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
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
    public record Notice(String summary, String details, Optional<Remedy> remedy) {
        Notice(String summary, String details) {
            this(summary, details, Optional.empty());
        }
    }

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
        if (failure instanceof ShoptraceException expected) {
            LOG.warn("{}", expected.getMessage());
            show(new Notice(expected.getMessage(), expected.getMessage()));
        } else {
            LOG.error("unexpected failure", failure);
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            show(new Notice("This is a bug in Shoptrace: " + failure, trace.toString()));
        }
    }

    /// Shows a failure that something can be done about at once.
    public void report(Exception failure, Remedy remedy) {
        LOG.warn("{}", failure.getMessage());
        String summary = String.valueOf(failure.getMessage());
        show(new Notice(summary, summary, Optional.of(remedy)));
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
        open.removeIf(shown -> shown.summary().equals(notice.summary()) && shown.details().equals(notice.details()));
        open.addFirst(notice);
    }
}
