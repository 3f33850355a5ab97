package org.shoptrace.core.demo;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.shoptrace.core.catalog.Vocabulary.Fact;
import org.shoptrace.core.catalog.Vocabulary.Page;
import org.shoptrace.core.sandbox.tool.WebSearch;

/// A web of a few pages, searched by words in common: rare words count more, equal pages keep their order.
public final class FactPages implements WebSearch {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<IndexedPage> pages;

    public FactPages(List<Fact> facts) {
        this.pages = facts.stream()
                .flatMap(fact -> fact.pages().stream())
                .map(page -> new IndexedPage(page, words(page.title() + " " + page.content())))
                .toList();
    }

    private record IndexedPage(Page page, Set<String> words) {}

    private record RankedPage(Page page, double score) {}

    @Override
    public List<WebPage> search(String query, int most) {
        Set<String> asked = words(query);
        return pages.stream()
                .map(page -> new RankedPage(page.page(), score(asked, page)))
                .filter(page -> page.score() > 0)
                .sorted(Comparator.comparingDouble(RankedPage::score).reversed())
                .limit(most)
                .map(page -> new WebPage(page.page().url(), page.page().title(), page.page().content()))
                .toList();
    }

    private double score(Set<String> asked, IndexedPage page) {
        return asked.stream()
                .filter(page.words()::contains)
                .mapToDouble(word -> 1.0 / pages.stream().filter(each -> each.words().contains(word)).count())
                .sum();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(SEPARATORS.split(text.toLowerCase(Locale.ROOT))));
    }
}
