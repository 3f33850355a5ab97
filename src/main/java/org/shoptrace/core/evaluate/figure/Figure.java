package org.shoptrace.core.evaluate.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.TaskShare;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;

/// A figure of a level: its names, its words, how it is counted, where it is seen. [Figures] has them all.
///
/// The window's table, what is copied from it, the report's table, CSV and JSON ([FigureTable], [EvaluationJson]) and the breakdowns are
/// made from this, so that a figure is called and counted the same wherever it stands.
///
/// @param wireName unique; its key in JSON
/// @param column   the name of its column in the files of a table
/// @param words    for people
/// @param measure  how it is counted, and so how it is written and which interval it has
/// @param place    where it is seen
/// @param behind   what can be opened behind it
public record Figure(
        String wireName, String column, Words words, Measure measure, Place place, Function<Level, Optional<Behind>> behind) {

    /// What people read.
    ///
    /// @param title   a word or two, for headings and chips: `Success`
    /// @param label   its full name, for lists: `Success rate (ASR)`
    /// @param meaning what it tells, a short sentence without a full stop
    public record Words(String title, String label, String meaning) {}

    /// Who sees a column, each less than the one before.
    public enum Seen {
        /// Everybody.
        USUAL,
        /// Readers of the report's page and of files, and who asks for it in the window.
        REPORT,
        /// Readers of files, and who asks for it in the window.
        OFFERED,
        /// Readers of files only.
        FILES;

        /// Whether the report's page has it.
        public boolean isInReport() {
            return compareTo(REPORT) <= 0;
        }

        /// Whether the window has it, at once or on request.
        public boolean isInWindow() {
            return this != FILES;
        }
    }

    /// Where a figure is seen.
    ///
    /// @param interval   who sees the column of its interval; empty when there is none
    /// @param brokenDown whether it is told apart by kinds of tasks and runs too: shares only, for those charts go from 0 to 100 %
    /// @param says       whether it tells something of a level; people do not see the column when it tells nothing of any
    public record Place(Seen seen, Optional<Seen> interval, boolean brokenDown, Predicate<Level> says) {}

    /// How a figure is counted.
    public sealed interface Measure {
        /// A name.
        record Named(Function<Level, Name> of) implements Measure {}

        /// A whole number.
        ///
        /// @param says whether it is a count at that level; else there is nothing
        record Counted(Function<Level, Integer> of, Predicate<Level> says) implements Measure {
            /// Of every level.
            public Counted(Function<Level, Integer> of) {
                this(of, _ -> true);
            }
        }

        /// The share of tasks of which something is so, with Wilson's interval; where tasks have several trials the mean over tasks of
        /// each task's share of them, with the interval of the bootstrap of tasks.
        record Share(Function<Summary, TaskShare> of) implements Measure {}

        /// A mean over tasks, with the interval of the percentile bootstrap of tasks.
        ///
        /// @param scale  what kind of number it is
        /// @param score  the released evaluator's score that it is of, which says what tasks have it; empty for a number of ours, which
        ///     all have
        /// @param values one for each task, the mean of its trials
        /// @param has    whether a run has such a number
        record Mean(FigureScale scale, Optional<Column> score, Function<Summary, double[]> values, Predicate<ScoredRun> has)
                implements
                    Measure {
            /// Of one of the released evaluator's scores.
            public static Mean ofScore(Column score, Function<Summary, double[]> values) {
                return new Mean(FigureScale.SHARE, Optional.of(score), values, run -> run.score().values().containsKey(score));
            }

            /// Of shares of ours, 0..1.
            public static Mean ofShares(Function<Summary, double[]> values) {
                return new Mean(FigureScale.SHARE, Optional.empty(), values, _ -> true);
            }

            /// Of numbers of ours, such as steps, 0 and more.
            public static Mean ofNumbers(Function<Summary, double[]> values) {
                return new Mean(FigureScale.NUMBER, Optional.empty(), values, _ -> true);
            }
        }
    }

    /// What a figure is of a level.
    public sealed interface Value permits Name, Count, Nothing, Estimate {
        /// For people.
        String shown();

        /// In files.
        Json written();
    }

    /// A name.
    ///
    /// @param wireName in files
    public record Name(String shown, String wireName) implements Value {
        @Override
        public Json written() {
            return Json.of(wireName);
        }
    }

    /// A whole number.
    public record Count(int count) implements Value {
        @Override
        public String shown() {
            return Integer.toString(count);
        }

        @Override
        public Json written() {
            return Json.Num.of(count);
        }
    }

    /// The tasks do not have it, or mean different things by it.
    public record Nothing() implements Value {
        @Override
        public String shown() {
            return "";
        }

        @Override
        public Json written() {
            return Json.NULL;
        }
    }

    /// @throws IllegalArgumentException when it shall be broken down and is no share
    public Figure {
        if (place.brokenDown() && !isShare(measure)) {
            throw new IllegalArgumentException(
                    wireName + " is no share of 0 to 1, and only those can be broken down: make its Place with brokenDown = false");
        }
    }

    /// For node ids and the like: letters, digits and hyphens.
    public String id() {
        return wireName.replaceAll("[^a-z0-9]+", "-");
    }

    /// What a tool tip says: the meaning, and the name in files where people read another.
    public String tip() {
        return words.meaning() + (column.equalsIgnoreCase(words.title()) ? "" : " (" + column + " in files)");
    }

    /// What its interval is, in a few words, of these summaries: a share of tasks of which some have several trials is bootstrapped,
    /// and both are named where both are among them.
    public String method(Stream<Summary> of) {
        if (!(measure instanceof Measure.Share)) {
            return method();
        }
        List<Summary> all = of.filter(summary -> !summary.runs().isEmpty()).toList();
        if (all.stream().noneMatch(Summary::isRepeated)) {
            return method();
        }
        return all.stream().allMatch(Summary::isRepeated)
                ? Estimate.Method.BOOTSTRAP.label()
                : Estimate.Method.WILSON.label() + " (" + Estimate.Method.BOOTSTRAP.label() + " where tasks have several trials)";
    }

    /// What its interval is where every task has one trial, in a few words; empty for what has none.
    public String method() {
        return switch (measure) {
            case Measure.Share _ -> Estimate.Method.WILSON.label();
            case Measure.Mean _ -> Estimate.Method.BOOTSTRAP.label();
            case Measure.Named _, Measure.Counted _ -> "";
        };
    }

    /// Whether it is a share or a mean, and so can be told of any summary.
    public boolean isEstimate() {
        return measure instanceof Measure.Share || measure instanceof Measure.Mean;
    }

    private static boolean isShare(Measure measure) {
        return measure instanceof Measure.Share || measure instanceof Measure.Mean mean && mean.scale() == FigureScale.SHARE;
    }

    /// Whether it is a name.
    public boolean isName() {
        return measure instanceof Measure.Named;
    }

    /// Whether some of the tasks have it.
    public boolean isOf(Summary summary) {
        return score().map(column -> summary.columns().contains(column)).orElse(true);
    }

    /// Whether all tasks mean the same by it: a web title is compared with another threshold, and counts once.
    public boolean isOneThing(Summary summary) {
        return score().filter(column -> column == Column.TITLE).isEmpty()
                || summary.tasks().size() == 1
                || !summary.tasks().containsKey(Intent.WEB);
    }

    /// How many decimals people read of it where it stands in a table of a page, which has four of other numbers than whole ones.
    int decimalsOnPages() {
        return measure instanceof Measure.Mean mean && !isShare(measure) ? mean.scale().decimals() : Table.Column.DECIMALS;
    }

    /// Of a level in a table: nothing where not all of its tasks have it, or mean different things by it.
    public Value value(Level level, Bootstrap bootstrap) {
        return switch (measure) {
            case Measure.Named(Function<Level, Name> of) -> of.apply(level);
            case Measure.Counted(Function<Level, Integer> of, Predicate<Level> says) -> says.test(level)
                    ? new Count(of.apply(level))
                    : new Nothing();
            case Measure.Share _, Measure.Mean _ -> !isOfAll(level.summary())
                    ? new Nothing()
                    : place.interval().isPresent() ? estimate(level.summary(), bootstrap) : bare(level.summary());
        };
    }

    /// Of a summary, with its interval; a mean is over the tasks that have it.
    ///
    /// @throws IllegalArgumentException when it is no estimate
    public Estimate estimate(Summary summary, Bootstrap bootstrap) {
        return switch (measure) {
            case Measure.Share(Function<Summary, TaskShare> of) -> Estimate.of(of.apply(summary), bootstrap);
            case Measure.Mean(FigureScale scale, Optional<Column> _, Function<Summary, double[]> values, _) -> Estimate.of(
                    TaskMean.of(values.apply(summary), bootstrap), runs(summary), scale);
            case Measure.Named _, Measure.Counted _ -> throw new IllegalArgumentException(wireName + " is no share and no mean");
        };
    }

    /// The same without an interval, which takes no time.
    Estimate bare(Summary summary) {
        return switch (measure) {
            case Measure.Share(Function<Summary, TaskShare> of) -> Estimate.bare(of.apply(summary));
            case Measure.Mean(FigureScale scale, Optional<Column> _, Function<Summary, double[]> of, _) -> {
                double[] values = of.apply(summary);
                yield Estimate.of(new TaskMean(TaskMean.mean(values), Optional.empty(), values.length, Bootstrap.DEFAULT), runs(summary),
                        scale);
            }
            case Measure.Named _, Measure.Counted _ -> throw new IllegalArgumentException(wireName + " is no share and no mean");
        };
    }

    /// How many runs it is over.
    private int runs(Summary summary) {
        return (int) summary.runs().stream()
                .filter(run -> !(measure instanceof Measure.Mean mean) || mean.has().test(run))
                .count();
    }

    private boolean isOfAll(Summary summary) {
        return isOneThing(summary)
                && summary.tasks().keySet().stream().allMatch(intent -> score().map(Column.of(intent)::contains).orElse(true));
    }

    private Optional<Column> score() {
        return measure instanceof Measure.Mean mean ? mean.score() : Optional.empty();
    }
}
