package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ConstraintVerdict.Kind;

/// Sentence by sentence: `src/site/markdown/scoring.md`, *One product against one reward*.
class ConstraintChecksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                    "{'less than':[null,100]} | true | at most 100",
                    "{'less than':[500,99.9]} | false | at most 99.9",
                    "{'greater than':[100,null]} | true | at least 100",
                    "{'greater than':[100.5,1]} | false | at least 100.5",
                    "{'between':[100,100]} | true | between 100 and 100",
                    "{'between':[101,200]} | false | between 101 and 200",
                    "{'between':[null,100]} | true | between any and 100",
                    "{'between':[100,null]} | true | between 100 and any",
                    "{'between':[101,null]} | false | between 101 and any",
                    "{'around':[100,100]} | false | around 100 100"
            })
    void priceBoundsAreInclusiveAndTheModeSaysWhichCount(String range, boolean met, String expected) throws Exception {
        ConstraintVerdict verdict = only(",'price':[" + range + "]");
        assertEquals(met, verdict.satisfied());
        assertEquals(expected, verdict.expected());
        assertEquals("100", verdict.actual());
        assertEquals(Kind.PRICE, verdict.kind());
    }

    @Test
    void everyServiceIsAConstraintOfItsOwn() throws Exception {
        assertEquals(List.of(true, false), satisfied(",'service':['COD','official']"));
    }

    @Test
    void everyTitleIsComparedWithTheThreshold() throws Exception {
        assertEquals(List.of(true, false), satisfied(",'title':['green mug','green lamp']"));
    }

    @Test
    void pairsAreSoughtInOneVariantAndTheAttributesTogether() throws Exception {
        // grey and m stand in different variants: the better one counts, of equals the first
        assertEquals(List.of(true, false), satisfied(",'sku_options':[{'color':'grey'},{'size':'m'}]"));
        assertEquals(List.of(false, true, true), satisfied(",'sku_options':[{'color':'grey','size':'m'},{'color':'blue'}]"));
        // an attribute asked as a variant's option, and the other way round
        assertEquals(List.of(true, true), satisfied(",'sku_options':[{'material':'glass'}],'attributes':[{'size':['l']}]"));
    }

    @Test
    void aPairStatedTwiceCountsTwice() throws Exception {
        assertEquals(List.of(true, true, false), satisfied(",'sku_options':[{'color':'grey'},{'color':'grey'},{'size':'m'}]"));
        assertEquals(List.of(true, true), satisfied(",'attributes':[{'material':['clay','clay']}]"));
    }

    @Test
    void keysAndValuesMatchExactly() throws Exception {
        assertEquals(
                List.of(false, false, false),
                satisfied(",'attributes':[{'material':['Clay']},{'Material':['clay']},{'material':['clay ']}]"));
    }

    @Test
    void aMissedPairSaysWhatIsThereInstead() throws Exception {
        assertEquals("color: grey, blue", only(",'sku_options':[{'color':'red'}]").actual());
        assertEquals("another value", only(",'sku_options':[{'color':'red'}]").reason());
        assertEquals("the value stands under another key", only(",'sku_options':[{'color_family':'grey'}]").reason());
        assertEquals("no such key", only(",'attributes':[{'weight':['heavy']}]").reason());
    }

    @Test
    void aTargetIsSatisfiedByIdentityAndShowsWhatItHas() throws Exception {
        Product target = product();
        for (ConstraintVerdict verdict : ConstraintChecks.identical(
                ScoreFixtures.reward(",'title':['x'],'price':[{'less than':[null,1]}],'service':['official']"), target)) {
            assertEquals("the target itself", verdict.reason());
            assertEquals(true, verdict.satisfied());
        }
    }

    private static ConstraintVerdict only(String rewardFields) throws Exception {
        List<ConstraintVerdict> verdicts = check(rewardFields);
        assertEquals(1, verdicts.size());
        assertFalse(verdicts.getFirst().reason().isEmpty());
        return verdicts.getFirst();
    }

    private static List<Boolean> satisfied(String rewardFields) throws Exception {
        return check(rewardFields).stream().map(ConstraintVerdict::satisfied).toList();
    }

    private static List<ConstraintVerdict> check(String rewardFields) throws Exception {
        return new ConstraintChecks(ScoreFixtures.byLastWord(), 0.5).check(ScoreFixtures.reward(rewardFields), product());
    }

    private static Product product() throws Exception {
        return ScoreFixtures.shop().product("1").orElseThrow();
    }
}
