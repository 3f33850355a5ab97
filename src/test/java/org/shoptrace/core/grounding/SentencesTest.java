package org.shoptrace.core.grounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.model.trajectory.Span;

/// Where a sentence ends.
class SentencesTest {
    private static List<Sentence> of(String think, String response) throws Exception {
        return Sentences.of(new StepEncoder("", "q").add(StepEncoder.Turn.of(think, List.of(), response, 1)));
    }

    private static List<String> quotes(String response) throws Exception {
        return of("", response).stream().map(sentence -> sentence.span().quote()).toList();
    }

    @Test
    void decimalsIdsAndAbbreviationsEndNone() throws Exception {
        assertEquals(
                List.of("It costs PHP 490.60, approx. 500.", "Its size is eu:40;", "No. 17 is the jersey."),
                quotes("It costs PHP 490.60, approx. 500. Its size is eu:40; No. 17 is the jersey."));
    }

    @Test
    void linesOfAListAreSentencesWithTheirNumber() throws Exception {
        List<Sentence> lines = of("", "I found:\n1. **Sandals** (1234567)\n   - **Color:** Red\n2. Shoes");
        assertEquals(List.of(0, 1, 0, 2), lines.stream().map(Sentence::number).toList());
        assertEquals("Color:   Red", lines.get(2).text().strip());
        assertTrue(lines.getFirst().isHeading());
        assertTrue(lines.get(2).isItem());
    }

    @Test
    void aSpanIsWhereItStandsInItsOwnText() throws Exception {
        String response = "First line.\n- ✅ **Price:** 20";
        Sentence last = of("I think. So.", response).getLast();
        assertEquals(Span.Field.RESPONSE, last.span().field());
        assertEquals(last.span().quote(), response.substring(last.span().start(), last.span().end()));
    }

    @Test
    void filesCountInCodePoints() throws Exception {
        Sentence last = of("", "Found it \uD83D\uDE00.\nIt costs 20.").getLast();
        assertEquals(13, last.span().start());
        assertEquals(12, last.start());
    }

    @Test
    void aRowKnowsTheHeadsOfItsColumns() throws Exception {
        Sentence row = of("", "| Product | Color | Price |\n|---|---|---|\n| 1234567 | red | 20 |").getLast();
        assertEquals(List.of("Product", "Color", "Price"), row.header());
    }

    @Test
    void whatStandsUnderRequirementsIsWished() throws Exception {
        List<Sentence> lines = of("The user's requirements:\n- Color: red\n\nThis one is blue.", "");
        assertTrue(lines.get(1).wished());
        assertFalse(lines.get(2).wished());
        assertFalse(of("", "It meets all your requirements:\n- Color: red").getLast().wished());
    }
}
