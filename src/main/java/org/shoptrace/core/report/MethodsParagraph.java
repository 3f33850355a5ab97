package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.Comparison;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.ProvenanceWords;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.SimilarityCalibration;

/// How the figures of a report were made, as a paragraph for a paper: it names what was used for this report, and nothing else.
public final class MethodsParagraph {
    private final ReportInput input;
    private final Provenance origin;
    private final Evaluation.Conditions conditions;

    private MethodsParagraph(ReportInput input) {
        this.input = input;
        this.origin = input.origin().provenance();
        this.conditions = input.series().getFirst().evaluation().conditions();
    }

    /// Plain English sentences on one line.
    public static String of(ReportInput input) {
        return new MethodsParagraph(input).text();
    }

    private String text() {
        List<String> sentences = new ArrayList<>();
        if (input.isOwn()) {
            sentences.add(judged());
            sentences.add(ownVerdict());
        } else {
            sentences.add(scored());
            sentences.add(titles());
        }
        sentences.add(intervals());
        sentences.addAll(comparisons());
        if (hasTrials()) {
            sentences.add("pass@k and pass^k were estimated from the trials of each task and averaged over tasks.");
        }
        if (!input.findings().facts().isEmpty()) {
            sentences.add("Failures were classified by the rules of the same program" + (origin.settings().stepLimit().isPresent()
                    ? ", with a limit of " + origin.settings().stepLimit().getAsInt() + " steps a run."
                    : "."));
            sentences.add("What agents said of products was held against what they had seen, by rules. "
                    + ClaimQuality.measured().summary());
        }
        origin.catalogue().ifPresent(catalogue -> sentences.add(catalogue(catalogue)));
        origin.data().ifPresent(date -> sentences.add(switch (date.from()) {
            case RUNS -> "The newest run is of " + ProvenanceWords.day(date) + ".";
            case FILES -> "The data are of " + ProvenanceWords.day(date) + ".";
        }));
        return String.join(" ", sentences);
    }

    private String judged() {
        Set<String> tasks = new LinkedHashSet<>();
        input.series().forEach(series -> series.evaluation().overall().runs().forEach(run -> tasks.add(run.score().query())));
        List<Integer> runs = input.series().stream().map(series -> series.evaluation().trials().size()).toList();
        int all = runs.stream().mapToInt(Integer::intValue).sum();
        int unjudged = input.series().stream().mapToInt(series -> series.evaluation().leftovers().unknown().size()).sum();
        return count(all, "run") + " of " + models() + each(runs) + " on " + count(tasks.size(), "task") + (all == 1 ? " was" : " were")
                + " evaluated with " + origin.program().text() + " by the verdicts in the files of the runs."
                + (unjudged == 0
                        ? ""
                        : " " + count(unjudged, "run") + (unjudged == 1 ? " has" : " have")
                                + " no verdict and " + (unjudged == 1 ? "is" : "are") + " in no rate.");
    }

    /// Whose verdict it is, and what a success is.
    private String ownVerdict() {
        OwnCriterion own = OwnReport.criterion(input);
        String whose = own.judges().isEmpty() ? "" : "The verdicts are " + list(own.judges()) + ". ";
        return whose + "A run is " + own.rule() + "."
                + input.findings().own().map(beside -> " The same runs were judged by the benchmark's rules too (" + beside.rules()
                        + "); agreement is given as Cohen's kappa with its 95 % interval.").orElse("");
    }

    private String scored() {
        Set<String> tasks = new LinkedHashSet<>();
        input.series().forEach(series -> series.evaluation().overall().runs().forEach(run -> tasks.add(run.score().query())));
        List<Integer> runs = input.series().stream().map(series -> series.evaluation().trials().size()).toList();
        return count(runs.stream().mapToInt(Integer::intValue).sum(), "run") + " of " + models() + each(runs) + " on "
                + count(tasks.size(), "task") + (runs.stream().mapToInt(Integer::intValue).sum() == 1 ? " was" : " were") + " scored with "
                + origin.program().text() + " by its profile " + conditions.profile()
                + (origin.settings().noThink().orElse(false) ? ", without looking at thoughts." : ".") + notScored();
    }

    /// How many runs each of several models has.
    private static String each(List<Integer> runs) {
        if (runs.size() == 1) {
            return "";
        }
        return runs.stream().distinct().count() == 1
                ? " (" + number(runs.getFirst()) + " each)"
                : " (" + list(runs.stream().map(MethodsParagraph::number).toList()) + ")";
    }

    /// Tasks without a run, and runs that the harness lost; empty text where there are none.
    private String notScored() {
        List<String> missing = input.series().stream()
                .filter(series -> series.evaluation().overall().missing() > 0)
                .map(series -> number(series.evaluation().overall().missing()) + " of the "
                        + count(series.evaluation().overall().taskCount(), "task") + " asked of " + series.label())
                .toList();
        List<String> lost = input.series().stream()
                .filter(series -> !series.evaluation().leftovers().lost().isEmpty())
                .map(series -> count(series.evaluation().leftovers().lost().size(), "run") + " of " + series.label())
                .toList();
        boolean zero = input.series().getFirst().evaluation().overall().overTasks();
        return (missing.isEmpty()
                ? ""
                : " Without a scored run were " + list(missing) + (zero ? "; these count as failures." : "; no rate is over these."))
                + (lost.isEmpty() ? "" : " The harness lost " + list(lost) + ", which were not scored.");
    }

    private static String list(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private String models() {
        List<String> labels = input.series().stream().map(Series::label).toList();
        return list(labels);
    }

    private String titles() {
        String model = origin.settings().similarity().map(Provenance.Similarity::told).orElse(conditions.similarity());
        if (conditions.comparable()) {
            return "Titles were compared by " + model + ".";
        }
        String agreement = conditions.calibrations().stream().map(MethodsParagraph::agreement).collect(Collectors.joining("; "));
        return "Titles were compared by " + model + ", not by the benchmark's own model"
                + (agreement.isEmpty() ? "" : " (" + agreement + ")") + "; the figures are not comparable with published ones.";
    }

    private static String agreement(SimilarityCalibration c) {
        HeldOutAgreement held = c.heldOut();
        return String.format(
                Locale.ROOT,
                "its threshold %s stands in for %s: cross-validated over %d titles it agrees on %.1f %% of %,d pairs (95 %% interval"
                        + " %.1f to %.1f %%), where always answering no agrees on %.1f %%",
                c.threshold(), c.published(), held.titles(), 100 * held.agreement().value(), held.pairs(),
                100 * held.agreement().interval().low(), 100 * held.agreement().interval().high(), 100 * held.alwaysNo());
    }

    private String intervals() {
        String bootstrap = "the percentile bootstrap of tasks (" + number(input.bootstrap().resamples()) + " resamples, seed "
                + input.bootstrap().seed() + ")";
        String once = "Success rates are given with the Wilson 95 % interval, means over tasks with that of " + bootstrap + ".";
        String often = "Every figure is the mean over tasks of the mean over a task's trials, with the 95 % interval of ";
        if (!hasTrials()) {
            return once;
        }
        return input.series().stream().map(Series::evaluation).noneMatch(MethodsParagraph::hasWilson)
                ? often + bootstrap + "."
                : once + " " + often.replace("Every figure", "Where a model has several trials of a task, every figure")
                        + "that bootstrap.";
    }

    /// Whether a success rate of it, at some level, is over tasks with one trial each.
    private static boolean hasWilson(Evaluation evaluation) {
        return Stream.concat(evaluation.byIntent().values().stream(), Stream.of(evaluation.overall()))
                .anyMatch(summary -> summary.asr().of() > 0 && summary.asr().rate().isPresent());
    }

    private boolean hasTrials() {
        return input.series().stream().map(Series::evaluation).anyMatch(MethodsParagraph::hasTrials);
    }

    private static boolean hasTrials(Evaluation evaluation) {
        return Trials.of(evaluation).isPresent();
    }

    /// Only of what was compared: models without a common task were not.
    private List<String> comparisons() {
        Set<PairedDifference.Method> used = EnumSet.noneOf(PairedDifference.Method.class);
        List<Evaluation> models = input.series().stream().map(Series::evaluation).toList();
        for (int a = 0; a < models.size(); a++) {
            for (int b = a + 1; b < models.size(); b++) {
                used.add(Comparison.of(models.get(a), models.get(b)).method());
            }
        }
        List<String> sentences = new ArrayList<>();
        if (used.contains(PairedDifference.Method.ONE_TRIAL)) {
            sentences.add(
                    "Models were compared task by task, over the tasks that both had a run of, with the exact McNemar test"
                            + " and Newcombe's interval for the difference of paired proportions; p values were adjusted by Holm's"
                            + " method.");
        }
        if (used.contains(PairedDifference.Method.SEVERAL_TRIALS)) {
            sentences.add(
                    "Models with several trials of a task were compared by the difference of the tasks' means over the tasks that both had"
                            + " a run of, with the interval of the bootstrap of tasks and without a test.");
        }
        if (used.contains(PairedDifference.Method.NOTHING_IN_COMMON)) {
            sentences.add("Models without a task in common were not compared.");
        }
        return sentences;
    }

    private static String catalogue(Provenance.Catalogue catalogue) {
        return "Products were looked up in a catalogue"
                + (catalogue.products() > 0 ? " of " + number(catalogue.products()) + " products" : "") + " with the fingerprint "
                + catalogue.fingerprint() + " (SHA-256)."
                + catalogue.warning().map(warning -> " " + warning).orElse("");
    }

    private static String count(int count, String thing) {
        return number(count) + " " + thing + (count == 1 ? "" : "s");
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
