package org.shoptrace.core.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.score.OroProfile;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;

/// The report that a released evaluator prints, line for line: of several runs of a task the last counts, unless they say that they are
/// trials ([Evaluation#printed]).
public final class ReleasedReport {
    private static final String RULE = "=".repeat(50);

    private ReleasedReport() {}

    /// One block for each intent that has a scored run or, in the profile `oro`, one for the suite.
    public static List<String> lines(Evaluation file) {
        Evaluation evaluation = file.printed();
        String model = evaluation.conditions().model();
        if (evaluation.conditions().profile().equals(OroProfile.NAME)) {
            return oro(model, evaluation.overall());
        }
        List<String> lines = new ArrayList<>();
        evaluation.byIntent().forEach((intent, summary) -> {
            if (!summary.runs().isEmpty() || evaluation.byIntent().size() == 1) {
                lines.add("Model `" + model + "` Rollout `" + summary.scoredTasks() + "` cases:");
                lines.addAll(intent == Intent.WEB ? web(summary) : targets(intent, summary));
            }
        });
        return lines;
    }

    /// Three decimals, from the exact binary value, ties to even, as Python prints.
    static String figure(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static List<String> targets(Intent intent, Summary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("--- Metrics ---");
        lines.add("The gt rate is " + figure(summary.gt().value()));
        lines.add("The success rate is " + figure(summary.asr().value()));
        lines.add("--- Details ---");
        lines.add("The format score is " + figure(summary.mean(Column.FORMAT)));
        lines.add("The recommend product score is " + figure(summary.mean(Column.PRODUCT)));
        for (Column field : Column.FIELDS) {
            lines.add("The " + field.wireName() + " match score is " + figure(summary.mean(field)));
        }
        lines.add("The rule match score is " + figure(summary.car()));
        if (intent == Intent.SHOP) {
            lines.add("The shop match score(rate) is " + figure(summary.mean(Column.SHOP)));
        } else if (intent == Intent.VOUCHER) {
            lines.add("The budget match score(rate) is " + figure(summary.mean(Column.BUDGET)));
        }
        return lines;
    }

    private static List<String> web(Summary summary) {
        return List.of(
                RULE + "report scores" + RULE,
                "The ground-truth pass@1 is " + figure(summary.gt().value()) + ".",
                "The success rate is " + figure(summary.asr().value()) + ".",
                "The kw score is " + figure(summary.mean(Column.KW)) + ".",
                "The title score is " + figure(summary.mean(Column.TITLE)) + ".",
                RULE + "detail scores" + RULE,
                "The have recommend score is " + figure(summary.mean(Column.HAVE_RECOMMEND)) + ".",
                RULE + "format scores" + RULE,
                "The format reward score is " + figure(summary.mean(Column.FORMAT)) + ".",
                "The length reward score is " + figure(summary.mean(Column.LENGTH)) + ".");
    }

    private static List<String> oro(String model, Summary summary) {
        return List.of(
                "Model `" + model + "` Rollout `" + summary.scoredTasks() + "` of `" + summary.taskCount() + "` tasks:",
                "The ground truth rate is " + figure(summary.gt().value()),
                "The success rate is " + figure(summary.asr().value()),
                "The format score is " + figure(summary.mean(Column.FORMAT)),
                "The field matching score is " + figure(summary.car()));
    }
}
