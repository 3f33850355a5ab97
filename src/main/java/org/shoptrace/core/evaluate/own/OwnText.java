package org.shoptrace.core.evaluate.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.PairwiseComparisons;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// The report of a terminal on runs that are judged by what their files say: whose verdict it is, success with its interval, trials, what
/// the runs took, groups, and the models against each other.
public final class OwnText {
    private OwnText() {}

    /// Plain lines; takes a moment for many tasks, for the tasks are drawn again for intervals.
    ///
    /// @param models an evaluation for each model, of all its files
    public static List<String> lines(List<Evaluation> models) {
        List<String> lines = new ArrayList<>();
        OwnCriterion criterion = OwnCriterion.joined(models.stream().flatMap(one -> one.conditions().own().stream()));
        lines.add("Verdict: " + criterion.titled());
        for (Evaluation model : models) {
            lines.add("");
            lines.addAll(model(model));
        }
        List<PairwiseComparisons.Test> pairs = PairwiseComparisons.of(models, Bootstrap.DEFAULT).overall();
        if (!pairs.isEmpty()) {
            lines.add("");
            lines.add("Models against each other, over the tasks that both have a judged run of");
            pairs.forEach(test -> lines.add("  " + models.get(test.a()).conditions().model() + " and "
                    + models.get(test.b()).conditions().model() + ": " + difference(test)));
        }
        return lines;
    }

    /// What is said where the benchmark's rules judge the runs too. The two stand side by side and are never one figure.
    ///
    /// @param rules whose rules they are: the profile's name
    public static List<String> lines(OwnAgreement agreement, String rules) {
        List<String> lines = new ArrayList<>();
        lines.add("The file's verdict and the benchmark's rules (" + rules + "), over " + counted(agreement.runs().size(), "run")
                + " that both judge");
        lines.add("  " + padded("By the file") + passes(agreement, OwnAgreement.Cell.ONLY_OWN));
        lines.add("  " + padded("By the rules") + passes(agreement, OwnAgreement.Cell.ONLY_RULES));
        for (OwnAgreement.Cell cell : OwnAgreement.Cell.values()) {
            lines.add("  " + padded(cell.label()) + agreement.in(cell).size());
        }
        lines.add("  " + padded("Cohen's kappa") + agreement.kappa()
                .map(kappa -> FigureScale.SHARE.text(kappa.value()) + interval(Optional.of(kappa.interval())))
                .orElse("none: both know one verdict only"));
        return lines;
    }

    /// How many one of the two passes.
    private static String passes(OwnAgreement agreement, OwnAgreement.Cell alone) {
        int passed = agreement.in(OwnAgreement.Cell.BOTH).size() + agreement.in(alone).size();
        return passed + " of " + agreement.runs().size() + " passed";
    }

    private static List<String> model(Evaluation model) {
        List<String> lines = new ArrayList<>();
        Summary overall = model.overall();
        int unjudged = model.leftovers().unknown().size();
        lines.add(model.conditions().model() + ": " + counted(overall.runs().size() + unjudged, "run") + " of "
                + counted(overall.taskCount(), "task") + ", " + overall.runs().size() + " judged, " + unjudged + " not"
                + (model.leftovers().rejected().isEmpty()
                        ? ""
                        : ", " + counted(model.leftovers().rejected().size(), "line") + " rejected"));
        Level level = Level.of(model.conditions().model(), model, true).getLast();
        FigureRow row = FigureRow.of(level, Bootstrap.DEFAULT);
        FigureTable.of(List.of(row)).figures().stream()
                .filter(figure -> figure.isEstimate() && figure.place().says().test(level))
                .forEach(figure -> lines.add("  " + padded(figure.words().label()) + estimate(row.estimate(figure))));
        Trials.of(model).ifPresent(trials -> {
            lines.add("  " + padded("pass^k") + passed(trials, true));
            lines.add("  " + padded("pass@k") + passed(trials, false));
        });
        Map<String, Integer> errors = new TreeMap<>();
        overall.runs().forEach(run -> run.details().own().error().ifPresent(error -> errors.merge(brief(error), 1, Integer::sum)));
        if (!errors.isEmpty()) {
            lines.add("  " + padded("Errors") + errors.entrySet().stream()
                    .map(error -> error.getKey() + " (" + error.getValue() + ")")
                    .collect(Collectors.joining("; ")));
        }
        for (Breakdown breakdown : Breakdown.of(model, List.of(), TargetCategories.NONE)) {
            lines.add("  " + breakdown.by().label());
            breakdown.groups().forEach((name, group) -> lines.add(
                    "    " + padded(Breakdown.shown(name)) + estimate(Figures.ASR.estimate(group, Bootstrap.DEFAULT))));
        }
        return lines;
    }

    private static String estimate(Estimate estimate) {
        return estimate.shown() + estimate.spread().map(_ -> "  [" + estimate.intervalText() + "]").orElse("") + "  "
                + estimate.sample().shown();
    }

    /// For each k that the tasks have trials for.
    private static String passed(Trials trials, boolean all) {
        return IntStream.rangeClosed(1, trials.fewest())
                .mapToObj(k -> {
                    TaskMean mean = all ? trials.passHatK(k, Bootstrap.DEFAULT) : trials.passAtK(k, Bootstrap.DEFAULT);
                    return "k=" + k + " " + FigureScale.SHARE.text(mean.value()) + interval(mean.interval());
                })
                .collect(Collectors.joining(", "));
    }

    private static String difference(PairwiseComparisons.Test test) {
        PairedDifference difference = test.difference();
        if (difference.value().isEmpty()) {
            return difference.method().label();
        }
        return counted(difference.tasks(), "task") + ", " + FigureScale.SHARE.text(difference.rateA().orElseThrow()) + " and "
                + FigureScale.SHARE.text(difference.rateB().orElseThrow()) + ", difference "
                + FigureScale.SHARE.text(difference.value().orElseThrow()) + interval(difference.interval())
                + (difference.p().isPresent()
                        ? ", p " + p(difference.p().getAsDouble()) + (test.adjustedP().isPresent()
                                && test.adjustedP().getAsDouble() != difference.p().getAsDouble()
                                        ? ", by Holm " + p(test.adjustedP().getAsDouble())
                                        : "")
                        : "")
                + " (" + difference.method().label() + ")";
    }

    private static String p(double p) {
        return p < 0.0001 ? "below 0.0001" : FigureScale.MEASURE.text(p);
    }

    private static String interval(Optional<ConfidenceInterval> interval) {
        return interval.filter(ConfidenceInterval::hasWidth)
                .map(i -> " [" + FigureScale.SHARE.text(i.low()) + "–" + FigureScale.SHARE.text(i.high()) + "]")
                .orElse("");
    }

    private static String padded(String label) {
        return label.length() >= 34 ? label + "  " : label + " ".repeat(34 - label.length());
    }

    private static String brief(String error) {
        String line = error.replaceAll("\\s+", " ").strip();
        return line.length() <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(60, line.codePointCount(0, line.length()))))
                        + "…";
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
