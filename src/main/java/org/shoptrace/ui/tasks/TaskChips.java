package org.shoptrace.ui.tasks;

import java.util.Map;
import javafx.scene.layout.FlowPane;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;

/// A task at a glance: its intent, and what makes it hard.
final class TaskChips extends FlowPane {
    TaskChips(Task task) {
        getStyleClass().add("chips");
        add(task.intent().label(), Chip.Tone.ACCENT);
        add(Counts.of(task.rewards().size(), "product"), Chip.Tone.NEUTRAL);
        task.voucher().ifPresent(voucher -> add(type(voucher), Chip.Tone.NEUTRAL));
        long constraints = task.rewards().stream().mapToLong(TaskChips::constraints).sum();
        if (constraints > 0) {
            add(Counts.of(constraints, "constraint"), Chip.Tone.NEUTRAL);
        }
        task.difficulty().ifPresent(difficulty -> add(difficulty, Chip.Tone.NEUTRAL));
    }

    private void add(String text, Chip.Tone tone) {
        getChildren().add(new Chip(text, tone));
    }

    private static String type(Voucher voucher) {
        return voucher.type() + " voucher";
    }

    /// Titles, prices, services, variant and attribute pairs that the target must have.
    private static long constraints(Reward reward) {
        return reward.titles().size()
                + reward.prices().size()
                + reward.services().size()
                + reward.skuOptions().stream().mapToLong(Map::size).sum()
                + reward.attributes().stream().mapToLong(Map::size).sum();
    }
}
