package org.shoptrace.core.evaluate;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.model.trajectory.ToolCall;

/// The figures of an evaluation again, apart for each kind of task or run.
///
/// @param groups by their name, in the order of the dimension. Of the dimensions of tasks each group knows how many tasks were
///     asked; of those of runs only the runs that are there can be counted
public record Breakdown(Dimension by, SequencedMap<String, Summary> groups) {
    /// Groups of fewer are drawn pale: their intervals span half of the scale.
    public static final int FEW = 30;

    public Breakdown {
        groups = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(groups));
    }

    /// What tasks and runs are told apart by.
    public enum Dimension {
        PRODUCTS("Number of products", "tasks"),
        VOUCHER_TYPE("Voucher type", "voucher tasks"),
        DISCOUNT_TYPE("Discount type", "voucher tasks"),
        /// A task is in the group of every kind that it states, so that groups overlap.
        CONSTRAINT("Kind of constraint", "tasks"),
        STEPS("Steps", "runs"),
        CALLS("Tool calls", "runs"),
        SEARCHES("Calls of find_product", "runs"),
        VIEWS("Calls of view_product_information", "runs"),
        COMPUTATIONS("Calls of python_execute", "runs"),
        WEB_SEARCHES("Calls of web_search", "runs"),
        TERMINATION("Termination", "runs");

        private final String label;
        private final String counted;

        Dimension(String label, String counted) {
            this.label = label;
            this.counted = counted;
        }

        /// The name for people.
        public String label() {
            return label;
        }

        /// What its groups are made of.
        public String counted() {
            return counted;
        }
    }

    /// A group's name for people: the zeros that put names into the order of their numbers are nothing to read.
    public static String shown(String group) {
        return group.replaceAll("\\b0(?=\\d)", "");
    }

    /// All dimensions that the tasks or runs have.
    ///
    /// @param tasks of two with one query the later counts; those that this evaluation was not asked are in no group
    public static List<Breakdown> of(Evaluation evaluation, Collection<Task> tasks) {
        Summary overall = evaluation.overall();
        SequencedMap<String, Task> byQuery = new LinkedHashMap<>();
        Set<String> asked = evaluation.queries();
        tasks.stream().filter(task -> asked.contains(task.query())).forEach(task -> byQuery.put(task.query(), task));
        return Stream.of(
                        ofTasks(Dimension.PRODUCTS, overall, byQuery, task -> List.of(Integer.toString(task.rewards().size()))),
                        ofTasks(Dimension.VOUCHER_TYPE, overall, byQuery, task -> task.voucher().map(Voucher::type).stream().toList()),
                        ofTasks(Dimension.DISCOUNT_TYPE, overall, byQuery,
                                task -> task.voucher().map(Voucher::discountType).stream().toList()),
                        ofTasks(Dimension.CONSTRAINT, overall, byQuery, task -> StatedConstraints.of(task).stream()
                                .map(ConstraintVerdict.Kind::label)
                                .toList()),
                        ofRuns(Dimension.STEPS, overall, run -> steps(run.steps())),
                        ofRuns(Dimension.CALLS, overall, run -> calls(run.details().callCount())),
                        ofCalls(Dimension.SEARCHES, overall, ToolCall.FIND_PRODUCT),
                        ofCalls(Dimension.VIEWS, overall, ToolCall.VIEW_PRODUCT_INFORMATION),
                        ofCalls(Dimension.COMPUTATIONS, overall, ToolCall.PYTHON_EXECUTE),
                        ofCalls(Dimension.WEB_SEARCHES, overall, ToolCall.WEB_SEARCH),
                        ofRuns(Dimension.TERMINATION, overall, Breakdown::termination))
                .filter(breakdown -> !breakdown.groups.isEmpty())
                .toList();
    }

    private static Breakdown ofTasks(
            Dimension by, Summary overall, SequencedMap<String, Task> tasks, Function<Task, List<String>> group) {
        SequencedMap<String, SequencedMap<Intent, Integer>> asked = new TreeMap<>();
        tasks.values().forEach(task -> group.apply(task)
                .forEach(name -> asked.computeIfAbsent(name, _ -> new TreeMap<>()).merge(task.intent(), 1, Integer::sum)));
        SequencedMap<String, Summary> groups = new LinkedHashMap<>();
        asked.forEach((name, counts) -> groups.put(
                name,
                new Summary(
                        counts,
                        overall.overTasks(),
                        overall.runs().stream()
                                .filter(run -> Optional.ofNullable(tasks.get(run.score().query()))
                                        .map(group).orElse(List.of()).contains(name))
                                .toList())));
        return new Breakdown(by, groups);
    }

    private static Breakdown ofRuns(Dimension by, Summary overall, Function<ScoredRun, String> group) {
        SequencedMap<String, Summary> groups = new LinkedHashMap<>();
        overall.runs().stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList())).forEach((name, runs) -> {
            SequencedMap<Intent, Integer> counts = new TreeMap<>();
            // A task whose runs are all of one kind is one task of it, and one of several kinds in each of them.
            TaskTrials.of(runs).forEach(task -> counts.merge(task.last().score().intent(), 1, Integer::sum));
            groups.put(name, new Summary(counts, false, runs));
        });
        return new Breakdown(by, groups);
    }

    /// Empty when no run calls the tool.
    private static Breakdown ofCalls(Dimension by, Summary overall, String tool) {
        boolean called = overall.runs().stream().anyMatch(run -> run.details().calls().getOrDefault(tool, 0) > 0);
        return called
                ? ofRuns(by, overall, run -> calls(run.details().calls().getOrDefault(tool, 0)))
                : new Breakdown(by, new LinkedHashMap<>());
    }

    private static String calls(int calls) {
        if (calls == 0) {
            return "00";
        }
        if (calls > 32) {
            return "33 and more";
        }
        int last = Math.max(2, Integer.highestOneBit(2 * calls - 1));
        return String.format(Locale.ROOT, "%02d–%02d", last == 2 ? 1 : last / 2 + 1, last);
    }

    /// Two digits, so that the order of the names is that of the numbers.
    private static String steps(int steps) {
        if (steps > 30) {
            return "31 and more";
        }
        int last = steps <= 10 ? Math.max(5, (steps + 4) / 5 * 5) : (steps + 9) / 10 * 10;
        return String.format(Locale.ROOT, "%02d–%02d", last <= 10 ? last - 4 : last - 9, last);
    }

    /// `length` is above 0 exactly when the last step calls terminate.
    private static String termination(ScoredRun run) {
        return run.score().value(Column.LENGTH) > 0 ? "ended by terminate" : "ended without terminate";
    }
}
