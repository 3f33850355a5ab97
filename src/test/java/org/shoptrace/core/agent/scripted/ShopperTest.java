package org.shoptrace.core.agent.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.agent.Agent.Reply;
import org.shoptrace.core.agent.Agent.Situation;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.PythonJsonWriter;
import org.shoptrace.core.trajectory.MessageTags;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Step;

/// What the shopper asks for next, given what the tools answered so far.
class ShopperTest {
    private static final String QUERY = "Looking for a phone case, in red, priced below 50 PHP.";
    private static final String TWO_FOUND = """
            [{"product_id": "1", "shop_id": "7", "title": "Phone Case", "price": 20.0, "service": [], "sold_count": 1},
             {"product_id": "2", "shop_id": "8", "title": "Slim Phone Case", "price": 30.0, "service": [], "sold_count": 2}]""";

    @Test
    void searchesWithTheNamingWordsAndTheStatedPrice() throws Exception {
        assertEquals(
                "find_product {\"q\": \"phone case\", \"page\": 1, \"price\": \"-50\"}", firstCall(viewing(2), QUERY, List.of()));
    }

    @Test
    void viewsItsShortlistOneByOneAndRecommendsWhatShowsMostOfTheWish() throws Exception {
        List<String> answers = new ArrayList<>(List.of(TWO_FOUND));
        assertEquals("view_product_information {\"product_ids\": \"1\"}", firstCall(viewing(2), QUERY, answers));
        answers.add(page("1", "blue"));
        assertEquals("view_product_information {\"product_ids\": \"2\"}", firstCall(viewing(2), QUERY, answers));
        answers.add(page("2", "red"));
        assertEquals("recommend_product {\"product_ids\": \"2\"}", firstCall(viewing(2), QUERY, answers));
        answers.add("\"Having recommended the products to the user: 2.\"");
        assertEquals("terminate {\"status\": \"success\"}", firstCall(viewing(2), QUERY, answers));
    }

    @Test
    void withoutTheHabitOfViewingItTrustsTheSearch() throws Exception {
        assertEquals("recommend_product {\"product_ids\": \"1\"}", firstCall(viewing(0), QUERY, List.of(TWO_FOUND)));
    }

    @Test
    void letsThePriceGoWhenNothingIsFoundAndGivesUpAfterThat() throws Exception {
        assertEquals("find_product {\"q\": \"phone case\", \"page\": 1}", firstCall(viewing(2), QUERY, List.of("[]")));
        assertEquals("terminate {\"status\": \"failure\"}", firstCall(viewing(2), QUERY, List.of("[]", "[]")));
    }

    @Test
    void takesACheaperCandidateWhenTheBudgetIsTooSmall() throws Exception {
        String query = """
                Looking for a slim phone case.

                My budget is only `25`, but I have a voucher with the following rules:
                1. The voucher applies to all products.
                2. It is valid only when the total price of the products exceeds `100`.
                3. It provides a fixed discount of `5`.""";
        String dearFirst = TWO_FOUND.replace("20.0", "40.0").replace("30.0", "20.0");
        assertEquals("recommend_product {\"product_ids\": \"2\"}", firstCall(viewing(0), query, List.of(dearFirst)));
    }

    @Test
    void findsTheAnswerFirstAndSearchesForIt() throws Exception {
        String query = "Which planet has rings? I would like to buy a magnet that shows this planet.";
        String pages = """
                {"observation": [{"url": "u", "title": "Rings", "content": "The rings of Saturn are bright. Saturn is far."}],
                 "success": true}""";
        assertFalse(firstCall(viewing(2), query, List.of()).contains("find_product"));
        assertEquals(
                "find_product {\"q\": \"saturn magnet planet\", \"page\": 1}", firstCall(viewing(2), query, List.of(pages)));
    }

    @Test
    void triesTheShopsThatSearchShowsWhenAllMustComeFromOne() throws Exception {
        String query = "I'm looking for a shop that sells all of these: a phone case, and a belt.";
        assertEquals(
                "find_product {\"q\": \"phone case\", \"page\": 1, \"shop_id\": \"7\"}",
                firstCall(viewing(0), query, List.of(TWO_FOUND)));
    }

    private static Shopper viewing(int views) {
        return new Shopper(new ShopperHabits(3, views, 3));
    }

    private static String page(String id, String color) {
        return "[{\"product_id\": \"" + id + "\", \"short_description\": \"\", \"description\": \"\", "
                + "\"sku_options\": {\"1\": {\"color\": \"" + color + "\"}}, \"attributes\": {}}]";
    }

    /// Plays the shopper's turns, answering the n-th call with the n-th answer, and gives the first call that has none.
    private static String firstCall(Shopper shopper, String query, List<String> answers) throws Exception {
        StepEncoder encoder = new StepEncoder("", query);
        List<Step> steps = new ArrayList<>();
        while (true) {
            Reply reply = shopper.next(new Situation(query, steps, encoder.prompt()));
            MessageTags message = MessageTags.parse(reply.content(), reply.reasoning());
            MessageTags.Call call = message.calls().getFirst();
            if (steps.size() == answers.size()) {
                return call.name() + " " + PythonJsonWriter.json(call.parameters());
            }
            Json answer = JsonReader.read(answers.get(steps.size()));
            Exchange exchange = new Exchange(call.name(), call.parameters(), Optional.of(answer));
            steps.add(encoder.add(Turn.of("", List.of(exchange), "", 0)));
        }
    }
}
