package org.shoptrace.ui.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.sandbox.SearchResult.WayOut;

/// Why a search answers nothing: its page, its words or its filters, found out by searching near it.
final class EmptyAnswer {
    /// The words that the sandbox's analysis drops (`src/site/markdown/sandbox.md`, Search).
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or",
            "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with");

    private EmptyAnswer() {}

    /// @param criteria the request as the sandbox reads it; empty when its page is none
    /// @param kept     how many products the request keeps on all pages
    static SearchResult.Empty explain(Sandbox sandbox, FindRequest request, Optional<FindCriteria> criteria, int kept)
            throws ShoptraceException {
        if (criteria.isEmpty()) {
            String page = request.page() == null ? "Without a page" : "With page “" + request.page() + "”";
            return new SearchResult.Empty(
                    request,
                    page + " the tool answers nothing: pages are 1 to " + FindCriteria.LAST_PAGE + ".",
                    List.of(new WayOut("Go to page 1", request.withPage("1"))));
        }
        if (kept > 0) {
            int last = SearchResult.pagesOf(kept);
            String why = String.format(Locale.ROOT, "The search keeps %s, on %s. Page %d is empty.", Counts.of(kept, "product"),
                    Counts.of(last, "page"), criteria.get().page());
            return new SearchResult.Empty(
                    request, why, List.of(new WayOut("Go to page " + last + ", the last", request.withPage(Integer.toString(last)))));
        }
        return byWordsOrFilters(sandbox, request, criteria.get());
    }

    private static SearchResult.Empty byWordsOrFilters(Sandbox sandbox, FindRequest request, FindCriteria criteria)
            throws ShoptraceException {
        String words = criteria.q();
        int unfiltered = criteria.filters() ? sandbox.find(FindRequest.of(words)).kept() : 0;
        if (unfiltered == 0) {
            return new SearchResult.Empty(request, whyWords(words), List.of());
        }
        List<WayOut> outs = new ArrayList<>();
        offer(sandbox, request, request.price(), "price", outs, r -> new FindRequest(r.q(), "1", r.shopId(), null, r.sort(), r.service()));
        offer(sandbox, request, request.shopId(), "shop", outs, r -> new FindRequest(r.q(), "1", null, r.price(), r.sort(), r.service()));
        offer(sandbox, request, request.service(), "services", outs,
                r -> new FindRequest(r.q(), "1", r.shopId(), r.price(), r.sort(), null));
        if (outs.isEmpty()) {
            outs.add(new WayOut("Without filters: " + Counts.of(unfiltered, "product"), FindRequest.of(words)));
        }
        return new SearchResult.Empty(request, "Products match the words, but none of them passes the filters.", outs);
    }

    private static void offer(
            Sandbox sandbox,
            FindRequest request,
            @Nullable String filter,
            String name,
            List<WayOut> outs,
            UnaryOperator<FindRequest> without)
            throws ShoptraceException {
        if (filter == null || filter.isEmpty()) {
            return;
        }
        FindRequest freer = without.apply(request);
        int kept = sandbox.find(freer).kept();
        if (kept > 0) {
            outs.add(new WayOut("Without the " + name + ": " + Counts.of(kept, "product"), freer));
        }
    }

    private static String whyWords(String words) {
        List<String> tokens = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(token -> !token.isEmpty())
                .toList();
        if (tokens.isEmpty()) {
            return "There is no word to search for, so the tool answers nothing.";
        }
        return STOP_WORDS.containsAll(tokens)
                ? "These are stop words only. Words such as “the” and “for” are never searched, so the tool answers nothing."
                : "No product has any of these words in its title, variants or attributes. Descriptions, brands and categories are not"
                        + " searched.";
    }
}
