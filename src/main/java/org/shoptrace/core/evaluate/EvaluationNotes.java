package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.List;
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
        Rate asr = overall.asr();
        lines.add("ASR " + asr.hits() + "/" + asr.of() + ", 95 % interval " + figure(asr.low()) + " to " + figure(asr.high()));
        if (overall.missing() > 0) {
            lines.add(overall.missing() + " of " + overall.taskCount() + " tasks have no scored run: ASR "
                    + of(overall.asrOfRuns(), "runs") + ", " + of(overall.asrOfTasks(), "tasks"));
        }
        count(lines, evaluation.leftovers().unknown().size(), "runs of no task, left out");
        count(lines, evaluation.leftovers().lost().size(), "runs lost by the harness, not scored");
        count(lines, evaluation.repeated().size(), "queries with several runs, of which the last counts");
        return lines;
    }

    private static String of(Rate rate, String what) {
        return figure(rate.value()) + " of " + rate.of() + " " + what;
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
