package org.shoptrace.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.catalog.Vocabulary.Fact;
import org.shoptrace.core.catalog.Vocabulary.Page;
import org.shoptrace.core.sandbox.tool.WebSearch.WebPage;

class FactPagesTest {
    private final FactPages web = new FactPages(List.of(
            new Fact("Saturn", "planet", "Which planet has rings?", List.of(page("1", "The planet Saturn has rings"))),
            new Fact("Mars", "planet", "Which planet is red?", List.of(page("2", "The planet Mars is red"), page("3", "A red planet")))));

    @Test
    void rareWordsCountMoreThanCommonOnes() {
        assertEquals(List.of("1", "2", "3"), urls("which planet has RINGS?", 10));
        assertEquals(List.of("2", "3", "1"), urls("red planet", 10));
    }

    @Test
    void equalPagesKeepTheirOrderAndTheRestIsCutOff() {
        assertEquals(List.of("1", "2"), urls("planet", 2));
    }

    @Test
    void nothingInCommonFindsNothing() {
        assertEquals(List.of(), urls("violin", 10));
    }

    private List<String> urls(String query, int most) {
        return web.search(query, most).stream().map(WebPage::url).toList();
    }

    private static Page page(String url, String content) {
        return new Page(url, "", content);
    }
}
