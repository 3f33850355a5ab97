package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// What becomes of a batch when one of its runs cannot be diagnosed.
class BatchDiagnosisTest extends OnPlantedShop {
    private static final String BAD = "7777777";

    /// The planted catalogue, where one product makes whatever asks for it fail.
    private record Stumbling(Sandbox of, String how) implements Sandbox {
        @Override
        public CatalogInfo info() {
            return of.info();
        }

        @Override
        public FindAnswer find(FindRequest request) throws ShoptraceException {
            return of.find(request);
        }

        @Override
        public Optional<Product> product(String productId) throws ShoptraceException {
            if (productId.equals(BAD)) {
                switch (how) {
                    case "rule" -> throw new IllegalStateException("a rule that stumbles");
                    case "deep" -> throw new StackOverflowError();
                    default -> throw new ShoptraceException("the catalogue cannot be read", "here", "Open it again");
                }
            }
            return of.product(productId);
        }

        @Override
        public OptionalInt rank(String q, String productId) throws ShoptraceException {
            return of.rank(q, productId);
        }

        @Override
        public void close() {}
    }

    private List<String> diagnose(String how) throws Exception {
        Sandbox sandbox = new Stumbling(shop().sandbox(), how);
        Diagnostician diagnostician = new Diagnostician(
                sandbox, new ShoppingBenchProfile(sandbox::product, PlantedShop.byFirstWord(), false), 30);
        List<Run> runs = List.of(
                shop().run(shop().find("grey clay mug")), said(), shop().run(shop().find("spoon")));
        return new BatchDiagnosis(diagnostician, 1).<Run, String>of(
                queue -> runs.forEach(run -> queue.accept(new BatchDiagnosis.Waiting<>(run, () -> run, Optional.empty(), 0))),
                new BatchDiagnosis.Keep<>() {
                    @Override
                    public String diagnosed(Run about, Run run, Diagnosis diagnosis) {
                        return "diagnosed";
                    }

                    @Override
                    public String unread(Run about, ShoptraceException failure) {
                        assertTrue(String.valueOf(failure.getMessage()).contains(about.source().toString()), failure::toString);
                        return "not diagnosed";
                    }
                },
                _ -> {}, Progress.NONE);
    }

    /// A run that says something of that product.
    private static Run said() throws Exception {
        Step step = new StepEncoder("", "a mug").add(StepEncoder.Turn.of(BAD + " costs 5 pesos.", List.of(), "", 1));
        return RunCodec.ofSteps(List.of(step), new RunSource(Path.of("said.jsonl"), 3), "m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "deep"})
    void aRunThatARuleStumblesOverConcernsItselfAlone(String how) throws Exception {
        assertEquals(List.of("diagnosed", "not diagnosed", "diagnosed"), diagnose(how));
    }

    @Test
    void aCatalogueThatCannotBeReadConcernsEveryRun() {
        assertThrows(ShoptraceException.class, () -> diagnose("catalogue"));
    }
}
