package org.shoptrace.core.evaluate;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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

    /// Of the names of groups of one dimension: numbers and words as they rise, what is left over and what is not known at the end.
    public static final Comparator<String> ORDER =
            Comparator.<String> comparingInt(Breakdown::rank).thenComparing(Comparator.naturalOrder());

    private static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");

    private static int rank(String group) {
        return switch (group) {
            case TargetCategories.NOT_KNOWN -> 6;
            case TargetCategories.OTHERS -> 5;
            // Before words that are none of these, such as other suites have.
            default -> DIFFICULTIES.contains(group) ? DIFFICULTIES.indexOf(group) : 4;
        };
    }

    /// What one of the groups is made of: where runs are told apart and tasks have several, of the tasks with such runs, each by the mean
    /// of these.
    public String counted(Summary group) {
        return group.isRepeated() && by.counted().equals(Dimension.RUNS) ? "tasks with such runs" : by.counted();
    }

    /// What tasks and runs are told apart by.
    public enum Dimension {
        PRODUCTS("Number of products", "tasks"),
        /// The constraints that a task states for all its products together, each pair of a variant or an attribute for itself.
        CONSTRAINTS("Number of constraints", "tasks"),
        /// In words, parted by white space.
        QUERY_LENGTH("Length of the query, in words", "tasks"),
        /// A task is in the group of the category of each of its products, so that groups overlap.
        CATEGORY("Category of the product", "tasks"),
        /// As a suite calls it.
        DIFFICULTY("Difficulty", "tasks"),
        VOUCHER_TYPE("Voucher type", "voucher tasks"),
        DISCOUNT_TYPE("Discount type", "voucher tasks"),
        /// A task is in the group of every kind that it states, so that groups overlap.
        CONSTRAINT("Kind of constraint", "tasks"),
        STEPS("Steps", Dimension.RUNS),
        CALLS("Tool calls", Dimension.RUNS),
        SEARCHES("Calls of find_product", Dimension.RUNS),
        VIEWS("Calls of view_product_information", Dimension.RUNS),
        COMPUTATIONS("Calls of python_execute", Dimension.RUNS),
        WEB_SEARCHES("Calls of web_search", Dimension.RUNS),
        TERMINATION("Termination", Dimension.RUNS);

        private static final String RUNS = "runs";

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
        return group.replaceAll("\\b0+(?=\\d)", "");
    }

    /// All dimensions that the tasks or runs have, over all intent levels.
    ///
    /// @param tasks of two with one query the later counts; those that this evaluation was not asked are in no group
    public static List<Breakdown> of(Evaluation evaluation, Collection<Task> tasks, TargetCategories categories) {
        return of(evaluation, Optional.empty(), tasks, categories);
    }

    /// The same at one level: a long query or many calls mean different things of one product and of a basket.
    ///
    /// @param level empty over all; nothing of a level that was not asked
    public static List<Breakdown> of(
            Evaluation evaluation, Optional<Intent> level, Collection<Task> tasks, TargetCategories categories) {
        Summary overall = level.isEmpty()
                ? evaluation.overall()
                : evaluation.byIntent().getOrDefault(level.get(), new Summary(new LinkedHashMap<>(), false, List.of()));
        SequencedMap<String, Task> byQuery = new LinkedHashMap<>();
        Set<String> asked = evaluation.queries();
        tasks.stream()
                .filter(task -> asked.contains(task.query()) && (level.isEmpty() || level.get() == task.intent()))
                .forEach(task -> byQuery.put(task.query(), task));
        boolean difficult = byQuery.values().stream().anyMatch(task -> task.difficulty().isPresent());
        return Stream.of(
                        ofTasks(Dimension.PRODUCTS, overall, byQuery, task -> List.of(Integer.toString(task.rewards().size()))),
                        ofTasks(Dimension.CONSTRAINTS, overall, byQuery, task -> List.of(constraints(StatedConstraints.count(task)))),
                        ofTasks(Dimension.QUERY_LENGTH, overall, byQuery, task -> List.of(words(task.query()))),
                        ofTasks(Dimension.CATEGORY, overall, byQuery, task -> categories.isEmpty() ? List.of() : categories.of(task)),
                        ofTasks(Dimension.DIFFICULTY, overall, byQuery,
                                task -> difficult ? List.of(task.difficulty().orElse(TargetCategories.NOT_KNOWN)) : List.of()),
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
        SequencedMap<String, SequencedMap<Intent, Integer>> asked = new TreeMap<>(ORDER);
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

    private static String constraints(int stated) {
        if (stated == 0) {
            return "00";
        }
        if (stated > 12) {
            return "13 and more";
        }
        int last = stated <= 8 ? (stated + 1) / 2 * 2 : 12;
        return String.format(Locale.ROOT, "%02d–%02d", last == 12 ? 9 : last - 1, last);
    }

    /// Three digits: queries of baskets have more than 99 words.
    private static String words(String query) {
        int words = query.isBlank() ? 0 : query.strip().split("\\s+").length;
        int[] ends = {10, 15, 20, 30, 40, 60, 80, 100};
        int first = 0;
        for (int end : ends) {
            if (words <= end) {
                return String.format(Locale.ROOT, "%03d–%03d", first + 1, end);
            }
            first = end;
        }
        return first + 1 + " and more";
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
