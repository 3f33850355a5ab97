package org.shoptrace.labelled;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.statistics.CohenKappa;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.labelled.LabelledRuns.Judged;
import org.shoptrace.labelled.LabelledRuns.Label;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Fault;

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

    /// Whoever wrote the rules knew the labels of `dev`; those of `test` were given without a look at what the rules say.
    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void theClassesAgreeAndThePageSaysHowFar(String half) throws Exception {
        List<Agreement> agreements = List.of(
                agreement(half, "stage", Label::stage, LabelledRunsTest::stage),
                agreement(half, "fault", Label::fault, LabelledRunsTest::fault),
                agreement(half, "both", label -> label.stage() + ", " + label.fault(), each -> stage(each) + ", " + fault(each)),
                agreement(half, "second fault", label -> label.secondFault().orElse("none"), LabelledRunsTest::secondFault),
                agreement(half, "ending", Label::ending, each -> each.ending().wireName()));
        agreements.forEach(System.out::println);
        String page = Files.readString(Path.of("src/site/markdown/findings.md"));
        for (Agreement agreement : agreements) {
            assertTrue(agreement.share() >= AGREEMENT, agreement::toString);
            assertTrue(page.contains(agreement.row()), () -> "findings.md should say " + agreement.row());
        }
    }

    private static String stage(Diagnosis diagnosis) {
        return diagnosis.failure().orElseThrow().stage().wireName();
    }

    private static String fault(Diagnosis diagnosis) {
        return diagnosis.failure().orElseThrow().fault().wireName();
    }

    private static String secondFault(Diagnosis diagnosis) {
        return diagnosis.failure().orElseThrow().secondFault().map(Fault::wireName).orElse("none");
    }

    /// @param agreed how many of the runs have the same class
    private record Agreement(String half, String of, int agreed, int runs, CohenKappa kappa, List<String> differences) {
        double share() {
            return (double) agreed / runs;
        }

        /// A row of the table on the page.
        String row() {
            Rate share = new Rate(agreed, runs);
            return String.format(
                    Locale.ROOT, "| %s | %s | %d of %d | %.3f to %.3f | %.2f |", half, of, agreed, runs, share.low(), share.high(),
                    kappa.value());
        }

        @Override
        public String toString() {
            return row() + "\n  " + String.join("\n  ", differences);
        }
    }

    private static Agreement agreement(String half, String name, Function<Label, String> said, Function<Diagnosis, String> found) {
        List<String> labels = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Judged each : judged.stream().filter(any -> any.label().half().equals(half)).toList()) {
            String label = said.apply(each.label());
            String rules = found.apply(each.diagnosis());
            labels.add(label);
            classes.add(rules);
            if (!label.equals(rules)) {
                differences.add(each.label().place() + " label " + label + ", rules " + rules + ": " + each.label().why());
            }
        }
        return new Agreement(half, name, labels.size() - differences.size(), labels.size(), kappa(labels, classes), differences);
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
