package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    public static final Comparator<String> ORDER = Comparator.<String>comparingInt(Breakdown::rank)
            .thenComparing(Comparator.naturalOrder());

    /// Names that are numbers; others may be whatever a file says.
    private static final Pattern RANGE = Pattern.compile("\\d+(?:–\\d+)?(?: and more)?");

    private static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");

    private static int rank(String group) {
        return switch (group) {
            case TargetCategories.NOT_KNOWN -> 6;
            case TargetCategories.OTHERS, OwnBreakdowns.OTHERS -> 5;
            // Before words that are none of these, such as other suites have.
            default -> DIFFICULTIES.contains(group) ? DIFFICULTIES.indexOf(group) : 4;
        };
    }

    /// What one of the groups is made of: where runs are told apart and tasks have several, of the tasks with such runs, each by the mean
    /// of these.
    public String counted(Summary group) {
        return by.counted(List.of(group));
    }

    /// What tasks and runs are told apart by.
    ///
    /// @param id      in names of files and of nodes: small letters, digits and underscores
    /// @param label   the name for people
    /// @param counted what its groups are made of
    public record Dimension(String id, String label, String counted) {
        private static final String RUNS = "runs";

        public static final Dimension PRODUCTS = new Dimension("products", "Number of products", "tasks");
        /// The constraints that a task states for all its products together, each pair of a variant or an attribute for itself.
        public static final Dimension CONSTRAINTS = new Dimension("constraints", "Number of constraints", "tasks");
        /// In words, parted by white space.
        public static final Dimension QUERY_LENGTH = new Dimension("query_length", "Length of the query, in words", "tasks");
        /// A task is in the group of the category of each of its products, so that groups overlap.
        public static final Dimension CATEGORY = new Dimension("category", "Category of the product", "tasks");
        /// As a suite calls it.
        public static final Dimension DIFFICULTY = new Dimension("difficulty", "Difficulty", "tasks");
        public static final Dimension VOUCHER_TYPE = new Dimension("voucher_type", "Voucher type", "voucher tasks");
        public static final Dimension DISCOUNT_TYPE = new Dimension("discount_type", "Discount type", "voucher tasks");
        /// A task is in the group of every kind that it states, so that groups overlap.
        public static final Dimension CONSTRAINT = new Dimension("constraint", "Kind of constraint", "tasks");
        public static final Dimension STEPS = new Dimension("steps", "Steps", RUNS);
        public static final Dimension CALLS = new Dimension("calls", "Tool calls", RUNS);
        public static final Dimension SEARCHES = new Dimension("searches", "Calls of find_product", RUNS);
        public static final Dimension VIEWS = new Dimension("views", "Calls of view_product_information", RUNS);
        public static final Dimension COMPUTATIONS = new Dimension("computations", "Calls of python_execute", RUNS);
        public static final Dimension WEB_SEARCHES = new Dimension("web_searches", "Calls of web_search", RUNS);
        public static final Dimension TERMINATION = new Dimension("termination", "Termination", RUNS);

        /// Of the benchmark's tasks and of runs of them, in the order in which people read them.
        public static final List<Dimension> OF_THE_BENCHMARK = List.of(
                PRODUCTS, CONSTRAINTS, QUERY_LENGTH, CATEGORY, DIFFICULTY, VOUCHER_TYPE, DISCOUNT_TYPE, CONSTRAINT, STEPS, CALLS, SEARCHES,
                VIEWS, COMPUTATIONS, WEB_SEARCHES, TERMINATION);

        /// Of something that files say of their runs.
        static Dimension ofFiles(String id, String label) {
            return new Dimension("own_" + id, label, RUNS);
        }

        /// What some groups are made of, one with another: of tasks as soon as one of them has several such runs of a task, for the shares
        /// are over tasks then.
        public String counted(Collection<Summary> groups) {
            return isOfTasks(groups) ? "tasks with such runs" : counted;
        }

        /// The same with how a task of several runs counts.
        public String countedHow(Collection<Summary> groups) {
            return counted(groups) + (isOfTasks(groups) ? ", each by the mean of these" : "");
        }

        private boolean isOfTasks(Collection<Summary> groups) {
            return counted.equals(RUNS) && groups.stream().anyMatch(Summary::isRepeated);
        }

        /// Of breakdowns what this one's groups are, of all of them.
        public List<Summary> groups(Collection<List<Breakdown>> breakdowns) {
            return breakdowns.stream().flatMap(List::stream).filter(breakdown -> breakdown.by().equals(this))
                    .flatMap(breakdown -> breakdown.groups().values().stream()).toList();
        }

        /// Those that some of the breakdowns are by, in their order: first what files say of their runs.
        public static List<Dimension> of(Collection<List<Breakdown>> breakdowns) {
            SequencedSet<Dimension> there = new LinkedHashSet<>();
            breakdowns.forEach(each -> each.forEach(breakdown -> there.add(breakdown.by())));
            List<Dimension> ordered = new ArrayList<>(there);
            ordered.removeAll(OF_THE_BENCHMARK);
            OF_THE_BENCHMARK.stream().filter(there::contains).forEach(ordered::add);
            return List.copyOf(ordered);
        }
    }

    /// A group's name for people: the zeros that put names into the order of their numbers are nothing to read.
    public static String shown(String group) {
        return RANGE.matcher(group).matches() ? group.replaceAll("\\b0+(?=\\d)", "") : group;
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
        if (evaluation.conditions().own().isPresent()) {
            return OwnBreakdowns.of(evaluation.overall());
        }
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
        return ofRunGroups(by, overall, run -> List.of(group.apply(run)));
    }

    /// @param of the groups that a run is in, each once
    static Breakdown ofRunGroups(Dimension by, Summary overall, Function<ScoredRun, List<String>> of) {
        SequencedMap<String, List<ScoredRun>> members = new TreeMap<>(ORDER);
        overall.runs().forEach(run -> of.apply(run).forEach(name -> members.computeIfAbsent(name, _ -> new ArrayList<>()).add(run)));
        SequencedMap<String, Summary> groups = new LinkedHashMap<>();
        members.forEach((name, runs) -> {
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

    static String calls(int calls) {
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
    static String steps(int steps) {
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
