package org.shoptrace.ui.evaluate;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.statistics.DetectableDifference;

/// Before a run: the smallest difference of two models that a number of tasks can show. It hangs on how many tasks the two differ on: what
/// somebody writes, else what the last pair of models did that was compared in this workspace, else what is usual.
final class PowerViewModel {
    private final IntegerProperty tasks = new SimpleIntegerProperty(250);
    private final StringProperty discordant = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<DiscordantShare> share = new ReadOnlyObjectWrapper<>(DiscordantShare.USUAL);
    private Optional<DiscordantShare> last = Optional.empty();

    PowerViewModel() {
        discordant.addListener((_, _, _) -> refresh());
    }

    // Properties

    /// How many tasks a run is to have.
    IntegerProperty tasksProperty() {
        return tasks;
    }

    /// The share of tasks, in per cent, on which two models are thought to differ; empty text for what was seen or is usual.
    StringProperty discordantProperty() {
        return discordant;
    }

    /// The share that is reckoned with.
    ReadOnlyObjectProperty<DiscordantShare> shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// The smallest difference that so many tasks can show, 0..1; empty when they are too few for any.
    Optional<Double> detectable(int count) {
        var value = new DetectableDifference(count, share.get().value()).value();
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    // Commands

    /// Two models that are compared now.
    void seen(DiscordantShare now) {
        last = Optional.of(now);
        refresh();
    }

    /// A pair of an earlier result, for as long as none has been compared since.
    void remember(DiscordantShare earlier) {
        if (last.isEmpty()) {
            last = Optional.of(earlier);
            refresh();
        }
    }

    /// Another workspace is being opened.
    void forget() {
        last = Optional.empty();
        refresh();
    }

    private void refresh() {
        share.set(written().or(() -> last).orElse(DiscordantShare.USUAL));
    }

    private Optional<DiscordantShare> written() {
        try {
            double percent = Double.parseDouble(discordant.get().strip().replace(',', '.'));
            return percent > 0 && percent <= 100 ? Optional.of(new DiscordantShare(percent / 100, "as written")) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
