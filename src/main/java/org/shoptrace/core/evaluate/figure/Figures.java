package org.shoptrace.core.evaluate.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskShare;
import org.shoptrace.core.evaluate.TitleBounds;
import org.shoptrace.core.evaluate.figure.Figure.Measure;
import org.shoptrace.core.evaluate.figure.Figure.Name;
import org.shoptrace.core.evaluate.figure.Figure.Place;
import org.shoptrace.core.evaluate.figure.Figure.Seen;
import org.shoptrace.core.evaluate.figure.Figure.Words;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.trajectory.RunPlace;

/// All figures of a level. What is added to [#ALL] is a column of the window's table and of the report, and stands in CSV and JSON. The
/// released evaluator's scores come here by themselves, each [Column]; numbers of ours that single runs have stand in [#ofRuns].
public final class Figures {
    /// Numbers that are no farther apart differ by rounding alone.
    private static final double SAME = 1e-12;

    public static final Figure MODEL = name(
            "model", "Model", "The model, by the name of its rollout file", level -> new Name(level.series(), level.series()));

    public static final Figure INTENT = name(
            "intent", "Intent level", "From easy to hard", level -> new Name(level.label(), level.wireName()));

    /// Absolute success rate, by the profile's denominator.
    public static final Figure ASR = estimate(
            "asr", "ASR",
            new Words("Success", "Success rate (ASR)", "Absolute success rate: successes among the tasks that the profile counts"),
            new Measure.Share(Summary::asr),
            new Place(Seen.USUAL, Optional.of(Seen.USUAL), true, _ -> true));

    /// The lower bound of success, whatever the model says that compares titles; it opens the runs that hang on it.
    public static final Figure ASR_BY_EXACT_TITLE = new Figure(
            "asr_by_exact_title", "ASR by exact title",
            new Words(
                    "By exact title", "Success by exact title",
                    "The lower bound of success: two titles are alike only when they are equal, character by character"),
            new Measure.Share(summary -> summary.share(ScoredRun::successByExactTitle)), boundPlace(),
            level -> behind(level, "passed, not by exact title", ids(TitleBounds.of(level.summary()).hanging())));

    /// The upper bound of success; it opens the runs that would pass.
    public static final Figure ASR_WITHOUT_TITLE_CHECK = new Figure(
            "asr_without_title_check", "ASR without title check",
            new Words("No title check", "Success without the title check", "The upper bound of success: any two titles are alike"),
            new Measure.Share(summary -> summary.share(ScoredRun::successWithoutTitleCheck)), boundPlace(),
            level -> behind(level, "would pass without the title check", ids(TitleBounds.of(level.summary()).missed())));

    /// Cumulative average relevance.
    public static final Figure CAR = estimate(
            "car", "CAR",
            new Words("Relevance", "Relevance (CAR)", "Cumulative average relevance: the mean share of constraints met"),
            Measure.Mean.ofScore(Column.RULE, summary -> summary.taskValues(Column.RULE)),
            new Place(Seen.USUAL, Optional.of(Seen.REPORT), true, _ -> true));

    /// What the released evaluator makes of tasks with several trials, of which it counts the last. They stand beside the figures that
    /// they are of, where they differ from them, and nowhere else.
    public static final List<Figure> RELEASED = List.of(
            estimate(
                    "asr_released", "ASR released",
                    new Words(
                            "Success, last trial", "Success rate as released",
                            "As the released evaluator counts: of the trials of a task the last alone"),
                    new Measure.Share(summary -> isSuccessReleased(summary) ? summary.released().asr() : TaskShare.NOTHING),
                    where(Seen.USUAL, level -> isSuccessReleased(level.summary()))),
            estimate(
                    "car_released", "CAR released",
                    new Words(
                            "Relevance, last trial", "Relevance as released",
                            "As the released evaluator counts: of the trials of a task the last alone"),
                    Measure.Mean.ofScore(
                            Column.RULE,
                            summary -> isRelevanceReleased(summary) ? summary.released().taskValues(Column.RULE) : new double[0]),
                    where(Seen.USUAL, level -> isRelevanceReleased(level.summary()))));

    /// Scores that every intent has, the most telling first; they stand before the others.
    private static final List<Column> FIRST = List.of(Column.GT, Column.FORMAT, Column.LENGTH);

    /// Every figure, in the order of files.
    public static final List<Figure> ALL = Stream.of(
            Stream.of(MODEL, INTENT), rates(), counts(), otherDenominators(), scores(), ofRuns(), trials(),
            RELEASED.stream(), bounds(), OwnFigures.ALL.stream())
            .flatMap(part -> part)
            .toList();

    /// Those that a table or a file has only where they say something of one of its levels: what most files know nothing of.
    ///
    /// @param figure one of [#ALL]
    static boolean isRare(Figure figure) {
        return RELEASED.contains(figure) || OwnFigures.ALL.contains(figure);
    }

    /// The figures that levels have whose runs are judged by what their files say: those of [#ALL] that hang on no score of the
    /// released evaluator, on no level of intents and on no titles.
    private static final Set<String> NOT_OWN = Stream.concat(
            Stream.of(Stream.of(INTENT, CAR), scores(), RELEASED.stream(), bounds()).flatMap(part -> part).map(Figure::wireName),
            Stream.of("car_over", "without_run", "harness_lost", "crashes_reference", "asr_of_rollouts", "car_of_tasks"))
            .collect(Collectors.toUnmodifiableSet());

    /// The figures of these rows: of runs that are judged by what their files say only those that have a meaning there, and of all others
    /// what is rare only where it says something.
    static List<Figure> of(List<FigureRow> rows) {
        boolean own = !rows.isEmpty() && rows.stream().allMatch(row -> row.level().summary().isOwn());
        return ALL.stream()
                .filter(figure -> !own || !NOT_OWN.contains(figure.wireName()))
                .filter(figure -> !OwnFigures.ALL.contains(figure)
                        || rows.stream().anyMatch(row -> figure.place().says().test(row.level())))
                .toList();
    }

    /// What people read first among shares and means, each with what stands beside it; files have the order of [#ALL].
    private static final List<Figure> READ_FIRST = List.of(
            ASR, RELEASED.getFirst(), ASR_BY_EXACT_TITLE, ASR_WITHOUT_TITLE_CHECK, CAR, RELEASED.getLast());

    private Figures() {}

    /// The place of a share or a mean among those that people read, from the first on.
    static int place(Figure figure) {
        int first = READ_FIRST.indexOf(figure);
        return first < 0 ? READ_FIRST.size() : first;
    }

    private static Stream<Figure> rates() {
        return Stream.of(
                new Figure(
                        "successes", "successes",
                        new Words("Passed", "Passed",
                                "Successes; empty where tasks have several trials: success is then no count of tasks"),
                        new Measure.Counted(
                                level -> level.counted().passed().size(), level -> level.summary().asr().rate().isPresent()),
                        always(Seen.REPORT), level -> behind(level, "passed", level.counted().passed())),
                new Figure(
                        "of", "of", new Words("Counted", "Counted", "Tasks that success is over, as the profile counts"),
                        new Measure.Counted(level -> level.summary().asr().of()), always(Seen.REPORT),
                        level -> behind(level, "counted", level.counted().scored())),
                ASR,
                CAR,
                new Figure(
                        "car_over", "CAR over", new Words("Relevance over", "Relevance over", "Tasks that relevance is over"),
                        new Measure.Counted(level -> CAR.bare(level.summary()).of()), always(Seen.FILES), _ -> Optional.empty()));
    }

    /// Where success lies, whatever compares titles.
    private static Stream<Figure> bounds() {
        return Stream.of(
                ASR_BY_EXACT_TITLE,
                ASR_WITHOUT_TITLE_CHECK,
                runs(
                        "hang_on_titles", "hang on titles", "Hang on titles", "Passed, and would not by exact title",
                        where(Seen.OFFERED, Figures::titlesDecide), level -> ids(TitleBounds.of(level.summary()).hanging())),
                runs(
                        "miss_by_titles", "miss by titles", "Miss by titles", "Failed, and would pass without the title check",
                        where(Seen.OFFERED, Figures::titlesDecide), level -> ids(TitleBounds.of(level.summary()).missed())));
    }

    private static Stream<Figure> counts() {
        return Stream.of(
                new Figure(
                        "tasks", "tasks", new Words("Tasks", "Tasks", "Tasks asked for"),
                        new Measure.Counted(level -> level.summary().taskCount()), always(Seen.REPORT), _ -> Optional.empty()),
                new Figure(
                        "rollouts", "rollouts", new Words("Scored", "Tasks scored", "Tasks with a scored run"),
                        new Measure.Counted(level -> level.summary().scoredTasks()), always(Seen.USUAL),
                        level -> behind(level, "scored", level.counted().scored())),
                new Figure(
                        "without_run", "without a run", new Words("Missing", "Missing tasks", "Tasks without a run"),
                        new Measure.Counted(level -> level.counted().missing().size()),
                        where(Seen.USUAL, level -> !level.counted().missing().isEmpty()), Figures::missing),
                runs(
                        "harness_lost", "lost by the harness", "Lost", "Runs lost by the harness: neither passed nor failed",
                        where(Seen.USUAL, level -> !level.counted().lost().isEmpty()), level -> level.counted().lost()),
                runs(
                        "crashes_reference", "reference crashes", "Crashes", "Runs at which the released evaluator stops; scored here",
                        where(Seen.OFFERED, level -> !level.counted().crashes().isEmpty()), level -> level.counted().crashes()),
                runs("failures", "failures", "Failed", "Scored, and no success", always(Seen.OFFERED), level -> level.counted().failed()));
    }

    /// By the denominator that the profile does not use, where it makes a difference.
    private static Stream<Figure> otherDenominators() {
        Predicate<Level> ofRuns = level -> level.summary().asr().of() < level.summary().taskCount();
        Predicate<Level> ofTasks = level -> level.summary().overTasks() && level.summary().missing() > 0;
        return Stream.of(
                estimate(
                        "asr_of_tasks", "ASR of tasks",
                        new Words("Success of tasks", "Success rate of all tasks", "With the other denominator: successes among all tasks"),
                        new Measure.Share(Summary::asrOfTasks), where(Seen.USUAL, ofRuns)),
                estimate(
                        "asr_of_rollouts", "ASR of rollouts",
                        new Words("Success of runs", "Success rate of the runs", "With the other denominator: successes among the runs"),
                        new Measure.Share(Summary::asrOfRuns), where(Seen.USUAL, ofTasks)),
                estimate(
                        "car_of_tasks", "CAR of tasks",
                        new Words("Relevance of tasks", "Relevance of all tasks", "With the other denominator: the mean over all tasks"),
                        Measure.Mean.ofScore(Column.RULE, summary -> summary.allTaskValues(Column.RULE)), where(Seen.OFFERED, ofRuns)));
    }

    /// The columns of the evaluator. `rule` is the relevance.
    private static Stream<Figure> scores() {
        return Stream.concat(FIRST.stream(), Arrays.stream(Column.values()).filter(column -> !FIRST.contains(column)))
                .filter(column -> column != Column.RULE)
                .map(Figures::score);
    }

    private static Figure score(Column column) {
        Seen seen = column == Column.GT || column == Column.FORMAT ? Seen.USUAL : Seen.OFFERED;
        Place place = new Place(seen, Optional.empty(), true, level -> level.summary().columns().contains(column));
        return column == Column.GT
                ? estimate(
                        column.wireName(), column.wireName(),
                        new Words(column.label(), column.label(), "Share of tasks whose exact targets were all recommended"),
                        new Measure.Share(Summary::gt), place)
                : estimate(
                        column.wireName(), column.wireName(), new Words(column.label(), column.label(), column.meaning()),
                        Measure.Mean.ofScore(column, summary -> summary.taskValues(column)), place);
    }

    /// Of what single runs are or do, beside the evaluator's scores. A task without a run has none of it.
    private static Stream<Figure> ofRuns() {
        return Stream.of(estimate(
                "steps", "steps", new Words("Steps", "Steps of a run", "How many steps a run takes, in the mean"),
                Measure.Mean.ofNumbers(summary -> summary.runValues(ScoredRun::steps)),
                new Place(Seen.REPORT, Optional.of(Seen.OFFERED), false, _ -> true)));
    }

    private static Place boundPlace() {
        return new Place(Seen.USUAL, Optional.of(Seen.FILES), false, Figures::titlesDecide);
    }

    private static boolean titlesDecide(Level level) {
        return TitleBounds.of(level.summary()).isWide();
    }

    private static List<RunPlace> ids(List<ScoredRun> runs) {
        return runs.stream().map(ScoredRun::place).toList();
    }

    /// Of tasks that were tried several times.
    private static Stream<Figure> trials() {
        return Stream.of(runs(
                "runs", "runs", "Runs", "Scored runs: each trial of a task is one",
                where(Seen.USUAL, level -> level.summary().isRepeated()), level -> level.counted().scored()));
    }

    private static boolean isSuccessReleased(Summary summary) {
        return summary.isRepeated() && summary.hasLastTrials() && Math.abs(summary.asr().value() - summary.released().asr().value()) > SAME;
    }

    private static boolean isRelevanceReleased(Summary summary) {
        return summary.isRepeated() && summary.hasLastTrials() && Math.abs(summary.car() - summary.released().car()) > SAME;
    }

    /// The mean of one of the evaluator's scores, as a figure of its own; of the exact targets too, whose figure among [#ALL] is a share.
    public static Figure mean(Column column) {
        return estimate(
                column.wireName(), column.wireName(), new Words(column.label(), column.label(), column.meaning()),
                Measure.Mean.ofScore(column, summary -> summary.taskValues(column)),
                new Place(Seen.FILES, Optional.of(Seen.FILES), false, level -> level.summary().columns().contains(column)));
    }

    private static Place always(Seen seen) {
        return where(seen, _ -> true);
    }

    private static Place where(Seen seen, Predicate<Level> says) {
        return new Place(seen, Optional.empty(), false, says);
    }

    private static Figure name(String wireName, String title, String meaning, Function<Level, Name> of) {
        return new Figure(
                wireName, wireName, new Words(title, title, meaning), new Measure.Named(of), always(Seen.USUAL), _ -> Optional.empty());
    }

    /// How many runs, which it opens.
    private static Figure runs(
            String wireName, String column, String title, String meaning, Place place, Function<Level, List<RunPlace>> runs) {
        return new Figure(
                wireName, column, new Words(title, title, meaning), new Measure.Counted(level -> runs.apply(level).size()), place,
                level -> behind(level, title.toLowerCase(Locale.ROOT), runs.apply(level)));
    }

    /// Opens the runs that it was made of.
    private static Figure estimate(String wireName, String column, Words words, Measure measure, Place place) {
        return new Figure(wireName, column, words, measure, place, level -> behind(level, words.title(), level.counted().scored()));
    }

    private static Optional<Behind> missing(Level level) {
        List<String> queries = level.counted().missing();
        return queries.isEmpty() ? Optional.empty() : Optional.of(new Behind.Tasks(level.why("missing"), queries));
    }

    private static Optional<Behind> behind(Level level, String what, List<RunPlace> runs) {
        return runs.isEmpty() ? Optional.empty() : Optional.of(new Behind.Runs(level.why(what), runs));
    }
}
