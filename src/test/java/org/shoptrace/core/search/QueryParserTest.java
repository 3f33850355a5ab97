package org.shoptrace.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.search.MetProduct.Way;
import org.shoptrace.core.search.Query.All;
import org.shoptrace.core.search.Query.Any;
import org.shoptrace.core.search.Query.Not;
import org.shoptrace.core.search.Query.Said;
import org.shoptrace.core.search.Query.Thing;

/// The language of questions.
class QueryParserTest {
    @Test
    void wordsPhrasesNegationsAndAlternatives() throws Exception {
        assertEquals(said("hose"), QueryParser.parse("Hose"));
        assertEquals(said("garden", "hose"), QueryParser.parse("\"Garden  hose\""));
        assertEquals(said("clip", "-", "in"), QueryParser.parse("clip-in"));
        assertEquals(new Said(Optional.empty(), List.of("hos"), true), QueryParser.parse("hos*"));
        assertEquals(new All(List.of(said("a"), new Not(said("b")))), QueryParser.parse("a -b"));
        assertEquals(new All(List.of(said("a"), new Not(said("b")))), QueryParser.parse("a AND NOT b"));
        assertEquals(
                new Any(List.of(new All(List.of(said("a"), said("b"))), said("c"))), QueryParser.parse("a b OR c"));
        assertEquals(
                new All(List.of(said("a"), new Any(List.of(said("b"), said("c"))))), QueryParser.parse("a (b OR c)"));
        assertEquals(said("or"), QueryParser.parse("or"));
        assertEquals(new All(List.of(said("a"), said("-"), said("b"))), QueryParser.parse("a - b"));
    }

    @Test
    void rolesScopeTheWordsBesideThem() throws Exception {
        Said thought = new Said(Optional.of(Role.THOUGHT), List.of("voucher"), false);
        assertEquals(thought, QueryParser.parse("thought:voucher"));
        assertEquals(thought, QueryParser.parse("role:thought voucher"));
        assertEquals(thought, QueryParser.parse("voucher role:THOUGHT"));
        assertEquals(new Said(Optional.of(Role.RESPONSE), List.of(), false), QueryParser.parse("role:response"));
        assertEquals(
                new All(List.of(thought, new Said(Optional.of(Role.CALL), List.of("page"), false))),
                QueryParser.parse("role:thought voucher call:page"));
        assertEquals(
                new Any(List.of(new Said(Optional.of(Role.ANSWER), List.of("red"), false),
                        new Said(Optional.of(Role.ANSWER), List.of("blue"), false))),
                QueryParser.parse("answer:(red OR blue)"));
    }

    @Test
    void productsAreAskedForByIdWordsAndBrackets() throws Exception {
        assertEquals(
                new Query.Met(Way.SEEN, new Thing.Named(List.of("garden", "hose"), false, "garden hose")),
                QueryParser.parse("seen:\"garden hose\""));
        assertEquals(
                new Query.Met(Way.VIEWED, new Thing.AllOf(List.of(
                        new Thing.Named(List.of("hose"), false, "hose"),
                        new Thing.Costs(Relation.MORE, 500),
                        new Thing.No(new Thing.Offers("COD"))))),
                QueryParser.parse("viewed:(hose price>500 -service:COD)"));
    }

    @Test
    void stepsAndRunsHaveFields() throws Exception {
        assertEquals(new Query.AtStep(Relation.AT_MOST, 3), QueryParser.parse("step<=3"));
        assertEquals(new Query.AtStep(Relation.AT_MOST, 3), QueryParser.parse("step:<=3"));
        assertEquals(new Query.Called("find_product"), QueryParser.parse("tool:find_product"));
        for (RunField field : RunFields.ALL) {
            assertInstanceOf(Query.Test.class, QueryParser.parse(field.example()), field.name());
        }
        for (List<String> field : QueryParser.STEP_FIELDS) {
            QueryParser.parse(field.getLast());
        }
        for (List<String> field : QueryParser.PRODUCT_FIELDS) {
            QueryParser.parse(field.getLast());
        }
        assertInstanceOf(Query.Test.class, QueryParser.parse("paged"));
        assertInstanceOf(Not.class, QueryParser.parse("-paged"));
        assertEquals(said("paged"), QueryParser.parse("\"paged\""));
    }

    @ParameterizedTest
    @CsvSource({
            "hose stagee:chosen,  5, stage",
            "modle:alpha,         0, model",
            "misses:price,        0, cart.misses",
            "seen:(prise>4),      6, price",
            "step.s>4,            0, steps",
    })
    void anUnknownFieldIsNamedWithItsPlaceAndWhatWasMeant(String query, int position, String meant) {
        QuerySyntaxException e = assertThrows(QuerySyntaxException.class, () -> QueryParser.parse(query));
        assertEquals(position, e.position());
        assertEquals(meant, e.correction().orElseThrow().by());
        assertTrue(e.getMessage().contains("did you mean " + meant), e.getMessage());
        assertTrue(e.correction().orElseThrow().in(query).contains(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "", "  ", "\"open", "(a", "a)", "a OR", "OR a", "a (", "()", "steps>", "steps>many", "stage:nowhere", "stage>3",
                    "role:boss",
                    "ab-c*", "paged:maybe", "cart.misses:only-luck", "seen:()", "tool>3", "https://x", "seen:(stage:chosen)", "\"\"", "NOT",
                    "a AND (-)", "step:99999999999999"
            })
    void whatCannotBeReadSaysWhereAndWhatToDo(String query) {
        QuerySyntaxException e = assertThrows(QuerySyntaxException.class, () -> QueryParser.parse(query), query);
        assertTrue(e.position() >= 0 && e.position() <= query.length(), e.getMessage());
        assertTrue(e.getMessage().contains("character"), e.getMessage());
    }

    /// What people paste and what programs make: each is answered, or refused in a line that names the place and the limit.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "'('       | 100    | 101    | a condition is missing",
                    "'('       | 1500   | 101    | 100 brackets and negations",
                    "'('       | 100000 | 101    | 100 brackets and negations",
                    "'-('      | 100000 | 101    | 100 brackets and negations",
                    "'NOT '    | 100000 | 401    | 100 brackets and negations",
                    "'seen:('  | 100000 | 7      | there is no field seen",
                    "'word '   | 5000   | 5001   | 1000 words and conditions",
                    "'a OR '   | 5000   | 5001   | 1000 words and conditions",
                    "'step>1 ' | 5000   | 7001   | 1000 words and conditions",
                    "'红'       | 5000   | 1      | 1000 words and conditions",
                    "'a.'      | 100000 | 1      | there is no field",
            })
    void whatIsTooLongIsRefusedInALine(String piece, int times, int character, String says) {
        String question = piece.repeat(times) + (piece.endsWith(".") ? ":1" : piece.endsWith(" ") ? "b" : "");
        QuerySyntaxException e = assertThrows(QuerySyntaxException.class, () -> QueryParser.parse(question));
        assertEquals(character, e.position() + 1, e.getMessage());
        assertTrue(e.getMessage().contains(says), e.getMessage());
        assertTrue(e.getMessage().length() < 500, e.getMessage());
    }

    @Test
    void theLongestAndTheDeepestQuestionsAreRead() throws Exception {
        assertEquals(said("a"), QueryParser.parse("(".repeat(QueryParser.DEEPEST) + "a" + ")".repeat(QueryParser.DEEPEST)));
        assertInstanceOf(All.class, QueryParser.parse("(((a)) b) ".repeat(QueryParser.MOST_WORDS / 2)));
        assertInstanceOf(Said.class, QueryParser.parse('"' + "a ".repeat(QueryParser.MOST_WORDS) + '"'));
        assertInstanceOf(Said.class, QueryParser.parse("x".repeat(200) + "*"));
    }

    private static Said said(String... words) {
        return new Said(Optional.empty(), List.of(words), false);
    }
}
