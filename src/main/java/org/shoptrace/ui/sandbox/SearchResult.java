package org.shoptrace.ui.sandbox;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;

/// What a search came to.
public sealed interface SearchResult {

    /// Nothing has been searched for.
    record Nothing() implements SearchResult {}

    /// A page of products.
    ///
    /// @param page 1..[FindCriteria#LAST_PAGE]
    /// @param kept how many products all pages have, at most 50
    record Found(FindRequest request, int page, int kept, List<Product> products) implements SearchResult {
        public Found {
            products = List.copyOf(products);
        }

        /// The place of the page's first product, counted from 1.
        public int firstPlace() {
            return (page - 1) * FindCriteria.PAGE_SIZE + 1;
        }

        public int pages() {
            return pagesOf(kept);
        }
    }

    /// The tool answers `[]`.
    ///
    /// @param why  a sentence or two
    /// @param outs requests near this one that do find something
    record Empty(FindRequest request, String why, List<WayOut> outs) implements SearchResult {
        public Empty {
            outs = List.copyOf(outs);
        }
    }

    /// The request is bad, or the index cannot be read.
    record Failed(FindRequest request, String message) implements SearchResult {}

    /// A request that finds something where another found nothing.
    ///
    /// @param label what is different, and what comes of it
    record WayOut(String label, FindRequest request) {}

    /// Searches, and where nothing is found finds out why.
    ///
    /// @throws ShoptraceException as [Sandbox#find]
    static SearchResult of(Sandbox sandbox, FindRequest request) throws ShoptraceException {
        FindAnswer answer = sandbox.find(request);
        Optional<FindCriteria> criteria = FindCriteria.of(request);
        return criteria.isPresent() && !answer.products().isEmpty()
                ? new Found(request, criteria.get().page(), answer.kept(), answer.products())
                : EmptyAnswer.explain(sandbox, request, criteria, answer.kept());
    }

    static int pagesOf(int kept) {
        return Math.ceilDiv(kept, FindCriteria.PAGE_SIZE);
    }
}
