package org.shoptrace.ui.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// Which tasks are listed.
///
/// @param intents  empty: all
/// @param text     words that must all occur in the query, the title or the targets, in any case
/// @param products how many targets a task has; 0: any number
public record TaskFilter(Set<Intent> intents, String text, Vouchers vouchers, int products) {
    public static final TaskFilter ALL = new TaskFilter(Set.of(), "", Vouchers.ANY, 0);

    /// Whether a task has a voucher, and which.
    public enum Vouchers {
        ANY("Any voucher"),
        NONE("No voucher"),
        PLATFORM("Platform voucher"),
        SHOP("Shop voucher");

        private final String label;

        Vouchers(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }

        private boolean accepts(Task task) {
            return switch (this) {
                case ANY -> true;
                case NONE -> task.voucher().isEmpty();
                case PLATFORM -> task.voucher().map(voucher -> voucher.type().equals(Voucher.PLATFORM)).orElse(false);
                case SHOP -> task.voucher().map(voucher -> voucher.type().equals(Voucher.SHOP)).orElse(false);
            };
        }
    }

    public TaskFilter {
        intents = Set.copyOf(intents);
    }

    public TaskFilter withIntents(Set<Intent> newIntents) {
        return new TaskFilter(newIntents, text, vouchers, products);
    }

    public TaskFilter withText(String newText) {
        return new TaskFilter(intents, newText, vouchers, products);
    }

    public TaskFilter withVouchers(Vouchers newVouchers) {
        return new TaskFilter(intents, text, newVouchers, products);
    }

    public TaskFilter withProducts(int count) {
        return new TaskFilter(intents, text, vouchers, count);
    }

    public List<Task> of(List<Task> tasks) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        return tasks.stream().filter(task -> accepts(task, words)).toList();
    }

    private boolean accepts(Task task, List<String> words) {
        return (intents.isEmpty() || intents.contains(task.intent()))
                && vouchers.accepts(task)
                && (products == 0 || products == task.rewards().size())
                && (words.isEmpty() || words.stream().allMatch(searchable(task)::contains));
    }

    private static String searchable(Task task) {
        Stream<String> targets = task.rewards().stream().flatMap(TaskFilter::texts);
        return String.join("\n", Stream.concat(Stream.of(task.query(), task.title().orElse("")), targets).toList())
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> texts(Reward reward) {
        return Stream.concat(Stream.of(reward.productId()), reward.titles().stream());
    }
}
