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
        TitleBounds bounds = TitleBounds.of(evaluation.overall());
        if (bounds.isWide()) {
            lines.add("ASR by exact title " + figure(bounds.byExactTitle().value()) + ", as it is " + figure(bounds.figure().value())
                    + ", without the title check " + figure(bounds.withoutCheck().value()) + ": "
                    + bounds.runs().size() + (bounds.runs().size() == 1 ? " run hangs" : " runs hang") + " on the comparison of titles");
        }
        for (ScoredRun run : evaluation.overall().where(TaskScore::crashesReference)) {
            lines.add("the released evaluator stops at " + run.source() + ": " + oneLine(run.score().query()));
        }
        for (ScoredRun run : evaluation.overall().where(TaskScore::hangsOnTitle)) {
            lines.add("success by the title check alone, " + run.source() + ": " + oneLine(run.score().query()));
        }
        evaluation.leftovers().rejected().forEach(rejection -> lines.add(rejection.toString()));
        return lines;
    }

    private static List<String> denominators(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        Summary overall = evaluation.overall();
        lines.addAll(success(evaluation));
        if (overall.missing() > 0) {
            lines.add(overall.missing() + " of " + overall.taskCount() + " tasks have no scored run: ASR "
                    + of(overall.asrOfRuns(), "runs") + ", " + of(overall.asrOfTasks(), "tasks"));
        }
        count(lines, evaluation.leftovers().unknown().size(), "runs of no task, left out");
        count(lines, evaluation.leftovers().lost().size(), "runs lost by the harness, not scored");
        return lines;
    }

    /// By the rule of the released evaluator, and over all trials where tasks have several.
    private static List<String> success(Evaluation evaluation) {
        Summary overall = evaluation.overall();
        if (!overall.isRepeated()) {
            return List.of("ASR " + counts(overall.asr()) + interval(overall.asr()));
        }
        TaskShare released = overall.released().asr();
        List<String> lines = new ArrayList<>();
        lines.add(evaluation.repeated().size() + " tasks have several runs. "
                + (evaluation.areTrialsNamed()
                        ? "They say that they are trials, so the figures are means over tasks of their trials"
                        : "As in the released evaluator the last of a task counts in the figures printed"));
        lines.add("ASR by the last run " + counts(released) + interval(released));
        lines.add("ASR over trials " + figure(overall.asr().value()) + " over " + overall.asr().of() + " tasks and "
                + overall.runs().size() + " runs" + interval(overall.asr()));
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

    private static String of(TaskShare share, String what) {
        return figure(share.value()) + " of " + share.of() + " " + what;
    }

    private static String figure(double value) {
        return ReleasedReport.figure(value);
    }

    private static void count(List<String> lines, int count, String what) {
        if (count > 0) {
            lines.add(count + " " + what);
        }
    }

    private static String oneLine(String query) {
        return query.replaceAll("\\s+", " ");
    }
}
