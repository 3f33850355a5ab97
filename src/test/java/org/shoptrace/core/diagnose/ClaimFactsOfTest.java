package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Claim.Kind;
import org.shoptrace.model.finding.Claim.Verdict;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.ClaimFacts.Count;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Span;

class ClaimFactsOfTest extends OnPlantedShop {
    private static Claim claim(int step, String sentence, String text, Kind kind, Verdict verdict, String... products) {
        return new Claim(new Place(step, OptionalInt.empty()), new Span(Span.Field.THINK, 7, 7 + sentence.length(), sentence), 7, text,
                kind,
                verdict, List.of(products), verdict == Verdict.OTHER_PRODUCT ? Optional.of("99") : Optional.empty(), Optional.empty(),
                "because");
    }

    private Recommendation recommendation() throws Exception {
        Run run = shop().run(shop().find("clay mug"), shop().recommend(MUG));
        return Recommendation.of(run);
    }

    @Test
    void claimsAreCountedByKindAndVerdictAndThoseOfTheRecommendedApart() throws Exception {
        ClaimFacts facts = ClaimFactsOf.of(List.of(
                claim(1, "a", "a", Kind.PRICE, Verdict.FALSE, "5"),
                claim(1, "b", "b", Kind.PRICE, Verdict.FALSE, MUG),
                claim(1, "c", "c", Kind.PRODUCT_ID, Verdict.FALSE, MUG),
                claim(1, "d", "d", Kind.SOLD, Verdict.OBSERVED),
                claim(2, "e", "e", Kind.SOLD, Verdict.OTHER_PRODUCT),
                claim(2, "f", "f", Kind.TITLE, Verdict.UNOBSERVED, "5", MUG)), recommendation());
        assertEquals(List.of(
                new Count(Kind.PRODUCT_ID, Verdict.FALSE, 1, 0), new Count(Kind.TITLE, Verdict.UNOBSERVED, 1, 1),
                new Count(Kind.PRICE, Verdict.FALSE, 2, 1), new Count(Kind.SOLD, Verdict.OBSERVED, 1, 0),
                new Count(Kind.SOLD, Verdict.OTHER_PRODUCT, 1, 1)).stream().sorted(Comparator.comparing(Count::kind)).toList(),
                facts.counts());
        assertEquals(List.of(6, 4, 1), List.of(facts.checked(About.ANY), facts.wrong(About.ANY), facts.of(About.ANY, Verdict.UNOBSERVED)));
        assertEquals(List.of(3, 2), List.of(facts.checked(About.RECOMMENDED), facts.wrong(About.RECOMMENDED)),
                "that a recommended product has an id is no claim about it");
        assertEquals(List.of("a", "b", "c", "e"), facts.wrong().stream().map(ClaimFacts.Wrong::text).toList());
        assertEquals(List.of(false, true, false, true), facts.wrong().stream().map(ClaimFacts.Wrong::recommended).toList());
    }

    @Test
    void ofAVeryLongSentenceThePartAroundTheClaimIsKept() throws Exception {
        String sentence = "word ".repeat(2000) + "🫖 costs 5 pesos" + " word".repeat(2000);
        Claim said = claim(1, sentence, "5 pesos", Kind.PRICE, Verdict.FALSE, MUG);
        Span kept = ClaimFactsOf.of(List.of(said), recommendation()).wrong().getFirst().sentence();
        assertTrue(kept.quote().length() <= ClaimFactsOf.KEPT, kept.quote());
        assertTrue(kept.quote().contains("costs 5 pesos"), kept.quote());
        assertEquals(sentence.substring(kept.start() - 7, kept.end() - 7), kept.quote(), "where it stands in the step");
    }

    @Test
    void whatIsKeptIsReadAsItWasWritten() throws Exception {
        ClaimFacts facts = ClaimFactsOf.of(List.of(
                claim(1, "It costs “5”\n", "“5”", Kind.PRICE, Verdict.CONTRADICTED, MUG),
                claim(2, "b", "b", Kind.BRAND, Verdict.OTHER_PRODUCT),
                claim(2, "c", "c", Kind.BRAND, Verdict.OBSERVED)), recommendation());
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        ClaimFactsJson.put(fields, facts);
        assertEquals(facts, ClaimFactsJson.from(new Json.Obj(fields)));
    }
}
