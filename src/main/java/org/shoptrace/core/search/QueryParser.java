package org.shoptrace.core.search;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.search.MetProduct.Way;

/// Reads a question. The language, in short: words that a step must have, all of them; `"a phrase"`, word for word and sign for sign;
/// `begin*`; `-not this`; `this OR that`; brackets; `field:value` and `field>3` (see [RunFields], [#STEP_FIELDS]); products by
/// `seen:"garden hose"` or `viewed:(hose price>500 -service:COD)`.
public final class QueryParser {
    /// A long paragraph; beyond it a question says nothing that a text editor's search would not say better.
    static final int MOST_WORDS = 1_000;
    /// Brackets and negations within each other.
    static final int DEEPEST = 100;

    /// What can be asked of a step besides its words: name, meaning, example.
    public static final List<List<String>> STEP_FIELDS = stepFields();

    /// What can be asked of a product, inside `seen:(…)` and its like: name, meaning, example.
    public static final List<List<String>> PRODUCT_FIELDS = List.of(
            List.of("price", "its price, as the answer shows it", "seen:(hose price<500)"),
            List.of("service", "a service that it offers", "seen:(hose service:COD)"),
            List.of("shop", "its shop's id", "recommended:(shop:1234)"));

    private QueryParser() {}

    /// @throws QuerySyntaxException when it cannot be read; with nothing in it, with more than [#MOST_WORDS] words and conditions, or
    /// with more than [#DEEPEST] brackets and negations within each other, too
    public static Query parse(String query) throws QuerySyntaxException {
        QueryCursor cursor = new QueryCursor(query);
        if (cursor.atEnd()) {
            throw cursor.problem("there is nothing to search for", 0, "Write a word, or choose a question");
        }
        Query read = new RunConditions(new QueryGrammar(cursor)).read();
        if (!cursor.atEnd()) {
            throw cursor.problem("this bracket closes nothing", cursor.at(), "Take it away, or put it in quotes");
        }
        return read;
    }

    private static List<List<String>> stepFields() {
        List<List<String>> fields = new ArrayList<>();
        for (Role role : Role.values()) {
            fields.add(List.of(role.wireName(), "words in " + role.label(), role.wireName() + ":hose"));
        }
        fields.add(List.of(RunConditions.ROLE, "whose words the others beside it are", "role:thought voucher"));
        fields.add(List.of(RunConditions.TOOL, "the step calls the tool", "tool:web_search"));
        fields.add(List.of(RunConditions.STEP, "the step's number", "step<=3"));
        for (Way way : Way.values()) {
            fields.add(List.of(way.wireName(), "a product that the run has " + (way == Way.SEEN ? "seen in any way" : way.wireName())
                    + ": its id, words of its title, or brackets", way.wireName() + ":\"garden hose\""));
        }
        return List.copyOf(fields);
    }
}
