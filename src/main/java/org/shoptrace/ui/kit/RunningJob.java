package org.shoptrace.ui.kit;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A job while it runs, for the status bar.
public final class RunningJob {
    private final String title;
    private final Runnable cancel;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);

    RunningJob(String title, Runnable cancel) {
        this.title = title;
        this.cancel = cancel;
    }

    // Properties

    public String title() {
        return title;
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// The share done, 0..1; negative when it is not known.
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    // Commands

    public void cancel() {
        cancel.run();
    }

    void publish(String newMessage, double newFraction) {
        message.set(newMessage);
        fraction.set(newFraction);
    }
}
