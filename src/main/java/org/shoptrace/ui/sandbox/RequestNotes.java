package org.shoptrace.ui.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shoptrace.core.sandbox.BadRequestException;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.SortOrder;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.ui.kit.Money;

/// What the sandbox makes of a request, where that is not what its sender may have meant.
final class RequestNotes {
    private RequestNotes() {}

    /// How the price is read, such as `₱100.00 to ₱250.00`; empty when there is none.
    static String price(FindRequest request) {
        if (request.price() == null || request.price().isEmpty()) {
            return "";
        }
        FindCriteria criteria = onFirstPage(request);
        OptionalDouble low = criteria.low();
        OptionalDouble high = criteria.high();
        if (low.isPresent() && high.isPresent()) {
            return Money.peso(low.getAsDouble()) + " to " + Money.peso(high.getAsDouble());
        }
        if (low.isPresent()) {
            return Money.peso(low.getAsDouble()) + " or more";
        }
        return high.isPresent() ? "up to " + Money.peso(high.getAsDouble()) : "filters nothing: write low-high";
    }

    /// A sentence for each parameter that is not read as it looks.
    static List<String> of(FindRequest request) {
        List<String> notes = new ArrayList<>();
        oddPrice(request).ifPresent(notes::add);
        if (request.service() != null) {
            for (String name : request.service().split(",", -1)) {
                if (!name.isEmpty() && Service.ofWireName(name).isEmpty()) {
                    notes.add("“" + name + "” names no service and is ignored; case and spaces count.");
                }
            }
        }
        if (request.sort() != null && !request.sort().isEmpty() && SortOrder.ofWireName(request.sort()) == SortOrder.RANK) {
            notes.add("“" + request.sort() + "” names no order; results stay in rank order.");
        }
        if (request.shopId() != null && !request.shopId().equals(request.shopId().strip())) {
            notes.add("The shop is compared as it stands, with the spaces around it.");
        }
        return notes;
    }

    private static Optional<String> oddPrice(FindRequest request) {
        String price = request.price();
        if (price == null || price.isEmpty()) {
            return Optional.empty();
        }
        String[] sides = price.split("-", -1);
        if (sides.length != 2) {
            return Optional.of("The price “" + price + "” filters nothing: it takes exactly one “-”, as in 100-250.");
        }
        FindCriteria criteria = onFirstPage(request);
        boolean oddLow = criteria.low().isEmpty() && !sides[0].isBlank();
        boolean oddHigh = criteria.high().isEmpty() && !sides[1].isBlank();
        return oddLow || oddHigh
                ? Optional.of("“" + (oddLow ? sides[0] : sides[1]) + "” is no number to the sandbox; that side of the price is open.")
                : Optional.empty();
    }

    /// The request as the sandbox reads it, whatever its words and page.
    static FindCriteria onFirstPage(FindRequest request) {
        try {
            return FindCriteria.of(new FindRequest("", "1", request.shopId(), request.price(), request.sort(), request.service()))
                    .orElseThrow();
        } catch (BadRequestException e) {
            throw new IllegalStateException("a request with words and a page is never bad", e);
        }
    }
}
