package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.score.TaskScore;

/// What a reader of an evaluation must know beside its figures: profile and similarity, both denominators where they differ, what
/// was left out, and the runs whose success hangs on the title check alone.
public final class EvaluationNotes {
    private EvaluationNotes() {}

    /// Sentences, one a line.
    public static List<String> lines(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        Evaluation.Conditions conditions = evaluation.conditions();
        lines.add("profile " + conditions.profile() + ", titles compared by " + conditions.similarity()
                + (conditions.comparable() ? "" : ", not comparable with published figures"));
        conditions.calibrations().forEach(calibration -> lines.add(calibration.told()));
        lines.addAll(denominators(evaluation));
        Summary printed = evaluation.printed().overall();
        TitleBounds bounds = TitleBounds.of(printed);
        if (bounds.isWide()) {
            lines.add("ASR" + rule(evaluation) + " by exact title " + figure(bounds.byExactTitle().value()) + ", as it is "
                    + figure(bounds.figure().value())
                    + ", without the title check " + figure(bounds.withoutCheck().value()) + ": "
                    + bounds.runs().size() + (bounds.runs().size() == 1 ? " run hangs" : " runs hang") + " on the comparison of titles");
        }
        for (ScoredRun run : evaluation.overall().where(TaskScore::crashesReference)) {
            lines.add("the released evaluator stops at " + run.source() + ": " + oneLine(run.score().query()));
        }
        for (ScoredRun run : bounds.hanging()) {
            lines.add("success by the title check alone, " + run.source() + ": " + oneLine(run.score().query()));
        }
        evaluation.leftovers().rejected().forEach(rejection -> lines.add(rejection.toString()));
        return lines;
    }

    private static List<String> denominators(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        Summary printed = evaluation.printed().overall();
        lines.addAll(success(evaluation));
        if (printed.missing() > 0) {
            lines.add(printed.missing() + " of " + count(printed.taskCount(), "task") + (printed.taskCount() == 1 ? " has" : " have")
                    + " no scored run: ASR" + rule(evaluation) + " " + figure(printed.asrOfRuns().value()) + " of "
                    + scored(evaluation, printed) + ", " + figure(printed.asrOfTasks().value()) + " of "
                    + count(printed.taskCount(), "task"));
        }
        evaluation.toldAgain().ifPresent(lines::add);
        int unknown = evaluation.leftovers().unknown().size();
        if (unknown > 0) {
            lines.add(count(unknown, "run") + " of no task, left out");
        }
        int lost = evaluation.leftovers().lost().size();
        if (lost > 0) {
            lines.add(count(lost, "run") + " lost by the harness, not scored");
        }
        return lines;
    }

    /// Which runs the printed figures are of, where tasks have several.
    private static String rule(Evaluation evaluation) {
        if (!evaluation.overall().isRepeated()) {
            return "";
        }
        return evaluation.areTrialsNamed() ? " over trials" : " by the last run";
    }

    /// What the success of the scored tasks is over.
    private static String scored(Evaluation evaluation, Summary printed) {
        if (!evaluation.overall().isRepeated()) {
            return count(printed.runs().size(), "run");
        }
        return evaluation.areTrialsNamed()
                ? count(printed.scoredTasks(), "task") + " with " + count(printed.runs().size(), "run")
                : count(printed.runs().size(), "last run");
    }

    /// By the rule of the released evaluator, and over all trials where tasks have several.
    private static List<String> success(Evaluation evaluation) {
        Summary overall = evaluation.overall();
        if (!overall.isRepeated()) {
            return List.of("ASR " + counts(overall.asr()) + interval(overall.asr()));
        }
        TaskShare released = overall.released().asr();
        List<String> lines = new ArrayList<>();
        int several = evaluation.repeated().size();
        lines.add(count(several, "task") + (several == 1 ? " has" : " have") + " several runs. "
                + (evaluation.areTrialsNamed()
                        ? "They say that they are trials, so the figures are means over tasks of their trials"
                        : "As in the released evaluator the last of a task counts in the figures printed"));
        lines.add("ASR by the last run " + counts(released) + interval(released));
        lines.add("ASR over trials " + figure(overall.asr().value()) + " over " + count(overall.asr().of(), "task") + " and "
                + count(overall.runs().size(), "run") + interval(overall.asr()));
        return lines;
    }

    private static String counts(TaskShare share) {
        return share.rate().map(rate -> rate.hits() + "/" + rate.of()).orElseGet(() -> figure(share.value()));
    }

    private static String interval(TaskShare share) {
        return share.interval(Bootstrap.DEFAULT)
                .map(i -> i.hasWidth()
                        ? ", 95 % interval " + figure(i.low()) + " to " + figure(i.high())
                        : ", all tasks alike: the bootstrap has no width")
                .orElse(share.of() == 1 ? ", one task: no interval" : "");
    }

    private static String figure(double value) {
        return ReleasedReport.figure(value);
    }

    private static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static String oneLine(String query) {
        return query.replaceAll("\\s+", " ");
    }
}
