package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.BadRequestException;
import org.shoptrace.core.sandbox.Cutoffs;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SortOrder;
import org.shoptrace.core.sandbox.ToolRequest;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.finding.TargetTrack.InSearch;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// Where a product stood in every search of a run, and what hid it where it did not show.
final class TargetSearches {
    private final Sandbox sandbox;
    private final Cutoffs cutoffs;

    /// @param cutoffs those that the sandbox answers with
    TargetSearches(Sandbox sandbox, Cutoffs cutoffs) {
        this.sandbox = sandbox;
        this.cutoffs = cutoffs;
    }

    List<InSearch> of(String productId, Run run) throws ShoptraceException {
        List<InSearch> searches = new ArrayList<>();
        for (Step step : run.steps()) {
            for (ToolCall call : step.calls()) {
                if (call.name().equals(ToolCall.FIND_PRODUCT)) {
                    searches.add(search(productId, call, Place.of(step, call)));
                }
            }
        }
        return searches;
    }

    /// Where the product stood in the answer of one `find_product` call.
    InSearch search(String id, ToolCall call, Place place) throws ShoptraceException {
        Optional<FindRequest> request = call.parameters() instanceof Json.Obj parameters ? ToolRequest.find(parameters) : Optional.empty();
        Optional<Product> product = sandbox.product(id);
        OptionalInt rank = OptionalInt.empty();
        Optional<FindCriteria> criteria = Optional.empty();
        boolean answered = call.observation().filter(o -> !(o instanceof Observation.Failed)).isPresent();
        try {
            if (request.isPresent()) {
                criteria = FindCriteria.of(request.get());
                rank = request.get().q() == null ? OptionalInt.empty() : sandbox.rank(request.get().q(), id);
            }
        } catch (BadRequestException e) {
            // The server fails over such a request; that is what is said of the call.
            answered = false;
        }
        int position = position(id, call);
        if (position > 0) {
            OptionalInt page = criteria.map(c -> OptionalInt.of(c.page())).orElse(OptionalInt.empty());
            return new InSearch(place, page, OptionalInt.of(position), rank, Optional.empty(), "shown at place " + position, page);
        }
        Hidden hidden = request.isEmpty() || !answered
                ? new Hidden(HiddenBy.CALL_FAILED, "the call was not answered")
                : product.isEmpty()
                        ? new Hidden(HiddenBy.NOT_IN_CATALOG, "the catalogue has no such product")
                        : hidden(product.get(), request.get(), criteria, rank);
        return new InSearch(
                place, OptionalInt.empty(), OptionalInt.empty(), rank, Optional.of(hidden.by()), hidden.text(), hidden.page());
    }

    /// @param page the page that the request's words and filters put it on; empty when they put it on none
    private record Hidden(HiddenBy by, String text, OptionalInt page) {
        Hidden(HiddenBy by, String text) {
            this(by, text, OptionalInt.empty());
        }
    }

    private static int position(String id, ToolCall call) {
        if (call.observation().orElseGet(Observation.Failed::new) instanceof Observation.Found found) {
            for (int i = 0; i < found.hits().size(); i++) {
                if (found.hits().get(i).productId().equals(id)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private Hidden hidden(Product product, FindRequest request, Optional<FindCriteria> asked, OptionalInt rank) throws ShoptraceException {
        if (rank.isEmpty()) {
            return new Hidden(HiddenBy.NOT_MATCHING, "none of the words is in its title, variants or attributes");
        }
        if (asked.isEmpty()) {
            return new Hidden(HiddenBy.PAGE, "the page is none of 1 to 5, so nothing is answered");
        }
        FindCriteria criteria = asked.get();
        String standing = "rank " + rank.getAsInt() + " without filters";
        Optional<Hidden> filter = filter(product, criteria);
        if (filter.isPresent()) {
            return new Hidden(filter.get().by(), filter.get().text() + "; " + standing);
        }
        if (rank.getAsInt() > cutoffs.walked()) {
            return new Hidden(HiddenBy.CUT_WALKED, standing + ", beyond the first " + cutoffs.walked());
        }
        int page = page(product.productId(), request, criteria, rank.getAsInt());
        if (page == 0) {
            return new Hidden(HiddenBy.CUT_KEPT, standing + "; " + cutoffs.kept() + " better ones are kept");
        }
        if (page == criteria.page()) {
            return new Hidden(
                    HiddenBy.OTHER_CATALOG, "this catalogue shows it there, the recorded answer does not", OptionalInt.of(page));
        }
        boolean sorted = criteria.sort() != SortOrder.RANK;
        return sorted && page(product.productId(), unsorted(request), unsorted(criteria), rank.getAsInt()) == criteria.page()
                ? new Hidden(HiddenBy.SORT, "sorted by " + criteria.sort().wireName() + " it is on page " + page + "; " + standing,
                        OptionalInt.of(page))
                : new Hidden(HiddenBy.PAGE, "it is on page " + page + "; " + standing, OptionalInt.of(page));
    }

    private static Optional<Hidden> filter(Product product, FindCriteria criteria) {
        if (!criteria.shopId().isEmpty() && !criteria.shopId().equals(product.shopId())) {
            return Optional.of(new Hidden(HiddenBy.SHOP_FILTER, "it is of shop " + product.shopId()));
        }
        double price = product.priceValue();
        if (price < criteria.low().orElse(Double.NEGATIVE_INFINITY) || price > criteria.high().orElse(Double.POSITIVE_INFINITY)) {
            return Optional.of(new Hidden(HiddenBy.PRICE_FILTER, "it costs " + product.price().text()));
        }
        List<String> lacking = criteria.services().stream()
                .map(Service::wireName)
                .filter(service -> !product.services().contains(service))
                .sorted()
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hidden(HiddenBy.SERVICE_FILTER, "it does not offer " + String.join(", ", lacking)));
    }

    /// The page that the product is on for that request; 0 for none.
    private int page(String id, FindRequest request, FindCriteria criteria, int rank) throws ShoptraceException {
        if (!criteria.filters() && (rank > cutoffs.kept() || criteria.sort() == SortOrder.RANK)) {
            return rank > cutoffs.kept() ? 0 : (rank - 1) / FindCriteria.PAGE_SIZE + 1;
        }
        for (int page = 1; page <= FindCriteria.LAST_PAGE; page++) {
            List<Product> products = sandbox.find(request.withPage(Integer.toString(page))).products();
            if (products.isEmpty() || products.stream().anyMatch(product -> product.productId().equals(id))) {
                return products.isEmpty() ? 0 : page;
            }
        }
        return 0;
    }

    private static FindRequest unsorted(FindRequest request) {
        return new FindRequest(request.q(), request.page(), request.shopId(), request.price(), null, request.service());
    }

    private static FindCriteria unsorted(FindCriteria criteria) {
        return new FindCriteria(
                criteria.q(), criteria.page(), criteria.shopId(), criteria.low(), criteria.high(), criteria.services(), SortOrder.RANK);
    }
}
