package org.shoptrace.core.sandbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.python.PythonFloat;
import org.shoptrace.model.catalog.Service;

/// What a [FindRequest] asks for, once its texts are read as the reference reads them.
///
/// @param page     1..[#LAST_PAGE]
/// @param shopId   empty: any shop
/// @param low      the least price, inclusive; empty: open
/// @param high     the highest price, inclusive; empty: open
/// @param services all of them must be present
public record FindCriteria(
        String q, int page, String shopId, OptionalDouble low, OptionalDouble high, Set<Service> services, SortOrder sort) {
    public static final int LAST_PAGE = 5;
    public static final int PAGE_SIZE = 10;

    public FindCriteria {
        services = Set.copyOf(services);
    }

    /// Empty when the page makes the answer empty, which is looked at before all else.
    ///
    /// @throws BadRequestException when `q` is missing
    public static Optional<FindCriteria> of(FindRequest request) throws BadRequestException {
        OptionalInt page = request.page() == null ? OptionalInt.empty() : PythonFloat.parseDigits(request.page());
        if (page.isEmpty() || page.getAsInt() < 1 || page.getAsInt() > LAST_PAGE) {
            return Optional.empty();
        }
        if (request.q() == null) {
            throw new BadRequestException("the parameter q is missing", "find_product", "Say what to search for");
        }
        String[] bounds = bounds(request.price());
        return Optional.of(new FindCriteria(
                request.q(),
                page.getAsInt(),
                request.shopId() == null ? "" : request.shopId(),
                bound(bounds[0]),
                bound(bounds[1]),
                services(request.service()),
                SortOrder.ofWireName(request.sort())));
    }

    /// Whether a product could be left out for its shop, price or services.
    public boolean filters() {
        return !shopId.isEmpty() || low.isPresent() || high.isPresent() || !services.isEmpty();
    }

    /// The two sides of a price with exactly one `-`; two open sides otherwise.
    private static String[] bounds(@Nullable String price) {
        String[] sides = price == null ? new String[0] : price.split("-", -1);
        return sides.length == 2 ? sides : new String[] {"", ""};
    }

    /// A side that is no number is open, and so is `nan`: no price is below or above it.
    private static OptionalDouble bound(String side) {
        OptionalDouble number = PythonFloat.parse(side);
        return number.isPresent() && Double.isNaN(number.getAsDouble()) ? OptionalDouble.empty() : number;
    }

    private static Set<Service> services(@Nullable String names) {
        Set<Service> services = EnumSet.noneOf(Service.class);
        if (names != null) {
            Arrays.stream(names.split(",", -1)).flatMap(name -> Service.ofWireName(name).stream()).forEach(services::add);
        }
        return services;
    }
}
