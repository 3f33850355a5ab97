package org.shoptrace.core.grounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.shared.NeedsShared;

/// Labelled sentences of the reference set: each at the end of a recorded run, where a wrong one must be flagged and a true one must not.
@NeedsShared
class SharedClaimsTest {
    private static final Path SHARED = Path.of("..", "shared");
    private static final Path CASES = SHARED.resolve("cases").resolve("findings");

    @TempDir
    private static Path folder = Path.of("");

    private static Optional<SaidRuns> said = Optional.empty();

    @BeforeAll
    static void open() throws Exception {
        said = Optional.of(SaidRuns.open(folder));
    }

    @AfterAll
    static void close() throws Exception {
        said.orElseThrow().close();
    }

    @Test
    void everyWrongSentenceIsFlaggedAndNoTrueOne() throws Exception {
        List<String> mistaken = new ArrayList<>();
        Json.Arr sentences = (Json.Arr) JsonReader.read(Files.readString(CASES.resolve("claims.json")));
        for (Json each : sentences.items()) {
            Json.Obj labelled = (Json.Obj) each;
            boolean isTrue = labelled.get("true").equals(Optional.of(new Json.Bool(true)));
            int line = Integer.parseInt(((Json.Num) labelled.get("line").orElseThrow()).text());
            String sentence = labelled.text("sentence").orElseThrow();
            Run run = SaidRuns.runs(SHARED.resolve(labelled.text("run").orElseThrow())).get(line - 1);
            List<Claim> claims = said.orElseThrow().last(SaidRuns.with(run, "So.", sentence), Optional.empty());
            if (isTrue == claims.stream().anyMatch(claim -> claim.verdict().isWrong())) {
                mistaken.add((isTrue ? "true: " : "wrong: ") + sentence);
            }
        }
        assertEquals(List.of(), mistaken);
    }

    private static List<String> lastOf(String file) throws Exception {
        List<String> told = new ArrayList<>();
        for (Run run : SaidRuns.runs(CASES.resolve(file + ".jsonl"))) {
            said.orElseThrow().last(run, Optional.empty()).stream()
                    .filter(claim -> claim.kind() != Claim.Kind.PRODUCT_ID)
                    .forEach(claim -> told.add("%s %s %s".formatted(
                            claim.kind().wireName(), claim.text(), claim.verdict().wireName())));
        }
        return told;
    }

    @Test
    void noPriceIsReadOutOfAnId() throws Exception {
        assertEquals(List.of(), lastOf("g1-price-of-id"));
    }

    @Test
    void aTrueTotalIsSummedUp() throws Exception {
        assertEquals(
                List.of("total 1281 PHP observed", "remaining within the budget of 1752 observed"), lastOf("g2-true-total-false"));
    }

    @Test
    void aColourIsContradictedUnderAnotherKeyAndWithoutOne() throws Exception {
        List<String> told = lastOf("g3-color-alias");
        assertEquals("attribute color: blue contradicted", told.getFirst());
        assertTrue(told.contains("attribute blue contradicted"), told.toString());
    }

    @Test
    void aSuffixOfAKeyIsNoOtherKey() throws Exception {
        assertEquals(List.of("attribute bedding size: single observed"), lastOf("g4-suffix-key"));
    }

    @Test
    void swappedPricesAreEachTheOthers() throws Exception {
        assertEquals(
                List.of("price 417 PHP other_product", "price 864 PHP other_product"), lastOf("g5-swapped-prices"));
    }

    @Test
    void anotherProductsPriceIsNotObserved() throws Exception {
        assertEquals(List.of("price 392.48 pesos other_product"), lastOf("g6-other-products-price"));
    }

    @Test
    void conditionsQuestionsOldAndRoundedPricesAreNotWrong() throws Exception {
        assertEquals(List.of("price ₱21.3 observed", "price 21 pesos observed"), lastOf("g7-hypothetical"));
    }
}
