package org.shoptrace.labelled;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.statistics.CohenKappa;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.labelled.LabelledRuns.Judged;
import org.shoptrace.labelled.LabelledRuns.Label;
import org.shoptrace.model.finding.FailureClass;

/// How far the failure classes agree with a reader's.
class LabelledRunsTest {
    private static final int RUNS = 100;
    private static final double AGREEMENT = 0.9;

    @TempDir
    private static Path folder = Path.of("");

    private static List<Judged> judged = List.of();

    @BeforeAll
    static void judge() throws Exception {
        new CatalogIndexer().build(List.of(GoldenSet.DOCUMENTS), folder.resolve("catalogue"), _ -> {}, Progress.NONE);
        try (LuceneSandbox sandbox = LuceneSandbox.open(folder.resolve("catalogue"))) {
            judged = LabelledRuns.judge(sandbox);
        }
    }

    @Test
    void thereAreEnoughRunsAndAllOfThemFailed() {
        assertTrue(judged.size() >= RUNS, () -> judged.size() + " runs");
        Set<String> places = new HashSet<>();
        for (Judged each : judged) {
            assertTrue(places.add(each.label().place()), each.label().place());
            assertFalse(each.label().why().isBlank(), each.label().place());
            assertTrue(each.diagnosis().failure().isPresent(), each.label().place());
        }
    }

    @Test
    void stageAndFaultAgree() {
        Agreement stages = agreement("stage", Label::stage, failure -> failure.stage().wireName());
        Agreement faults = agreement("fault", Label::fault, failure -> failure.fault().wireName());
        Agreement both = agreement(
                "both", label -> label.stage() + ", " + label.fault(),
                failure -> failure.stage().wireName() + ", " + failure.fault().wireName());
        System.out.println(stages + "\n" + faults + "\n" + both);
        assertTrue(stages.share() >= AGREEMENT, stages::toString);
        assertTrue(faults.share() >= AGREEMENT, faults::toString);
        assertTrue(both.share() >= AGREEMENT, both::toString);
    }

    /// @param agreed how many of the runs have the same class
    private record Agreement(String of, int agreed, int runs, CohenKappa kappa, List<String> differences) {
        double share() {
            return (double) agreed / runs;
        }

        @Override
        public String toString() {
            return of + ": " + agreed + " of " + runs + " alike, kappa " + kappa.value() + " " + kappa.interval() + "\n  "
                    + String.join("\n  ", differences);
        }
    }

    private static Agreement agreement(String name, Function<Label, String> said, Function<FailureClass, String> found) {
        List<String> labels = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Judged each : judged) {
            String label = said.apply(each.label());
            String failure = each.diagnosis().failure().map(found).orElse("none");
            labels.add(label);
            classes.add(failure);
            if (!label.equals(failure)) {
                differences.add(each.label().place() + " label " + label + ", rules " + failure + ": " + each.label().why());
            }
        }
        return new Agreement(name, judged.size() - differences.size(), judged.size(), kappa(labels, classes), differences);
    }

    private static CohenKappa kappa(List<String> first, List<String> second) {
        Set<String> all = new TreeSet<>(first);
        all.addAll(second);
        List<String> categories = List.copyOf(all);
        int[][] counts = new int[categories.size()][categories.size()];
        for (int i = 0; i < first.size(); i++) {
            counts[categories.indexOf(first.get(i))][categories.indexOf(second.get(i))]++;
        }
        Optional<CohenKappa> kappa = CohenKappa.of(counts);
        return kappa.orElseThrow();
    }
}
