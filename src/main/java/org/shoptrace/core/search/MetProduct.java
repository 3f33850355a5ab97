package org.shoptrace.core.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// A product that a run came across, as its answers describe it.
///
/// @param title       empty when no answer shows it, as for a product that was recommended unseen
/// @param shopId      empty text when no answer shows it
/// @param price       as shown, in whatever currency the shop has
/// @param returned    the first step whose search returned it
/// @param viewed      the first step that looked at it
/// @param recommended the first step that recommended it
public record MetProduct(
        String productId,
        Optional<String> title,
        String shopId,
        OptionalDouble price,
        Set<String> services,
        OptionalInt returned,
        OptionalInt viewed,
        OptionalInt recommended) {
    private static final OptionalInt NEVER = OptionalInt.empty();

    public MetProduct {
        services = Set.copyOf(services);
    }

    /// How a run can come across a product.
    public enum Way {
        /// In any way.
        SEEN,
        RETURNED,
        VIEWED,
        RECOMMENDED;

        /// The name in queries and in the index.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Every product of a run, in the order in which it came across them.
    public static List<MetProduct> of(Run run) {
        Map<String, MetProduct> met = new LinkedHashMap<>();
        for (Step step : run.steps()) {
            OptionalInt now = OptionalInt.of(step.number());
            for (ToolCall call : step.calls()) {
                for (Observation.Hit hit : StepText.hits(call)) {
                    met.merge(hit.productId(), returned(hit, now), MetProduct::joined);
                }
                switch (call.name()) {
                    case ToolCall.VIEW_PRODUCT_INFORMATION -> shown(call)
                            .forEach(id -> met.merge(id, bare(id, now, NEVER), MetProduct::joined));
                    case ToolCall.RECOMMEND_PRODUCT -> named(call).forEach(id -> met.merge(id, bare(id, NEVER, now), MetProduct::joined));
                    default -> {}
                }
            }
        }
        return new ArrayList<>(met.values());
    }

    /// The first step in which the run came across it in that way.
    public OptionalInt step(Way way) {
        return switch (way) {
            case RETURNED -> returned;
            case VIEWED -> viewed;
            case RECOMMENDED -> recommended;
            case SEEN -> IntStream.concat(returned.stream(), IntStream.concat(viewed.stream(), recommended.stream())).min();
        };
    }

    /// This product with what the catalogue knows of it, where the run's answers are silent.
    public MetProduct completedBy(Product product) {
        return title.isPresent()
                ? this
                : new MetProduct(
                        productId, Optional.of(product.title()), product.shopId(), OptionalDouble.of(product.priceValue()),
                        new LinkedHashSet<>(product.services()), returned, viewed, recommended);
    }

    private MetProduct joined(MetProduct later) {
        return new MetProduct(
                productId,
                title.or(later::title),
                shopId.isEmpty() ? later.shopId : shopId,
                price.isPresent() ? price : later.price,
                services.isEmpty() ? later.services : services,
                returned.isPresent() ? returned : later.returned,
                viewed.isPresent() ? viewed : later.viewed,
                recommended.isPresent() ? recommended : later.recommended);
    }

    private static MetProduct returned(Observation.Hit hit, OptionalInt step) {
        OptionalDouble price = hit.price().stream().mapToDouble(Json.Num::asDouble).filter(Double::isFinite).findFirst();
        Optional<String> title = hit.title().isEmpty() ? Optional.empty() : Optional.of(hit.title());
        return new MetProduct(
                hit.productId(), title, hit.shopId(), price, Set.copyOf(hit.services()), step, NEVER, NEVER);
    }

    private static MetProduct bare(String id, OptionalInt viewed, OptionalInt recommended) {
        return new MetProduct(id, Optional.empty(), "", OptionalDouble.empty(), Set.of(), NEVER, viewed, recommended);
    }

    /// What the call asked for and what it was shown: of ids lost to a space only the latter tells.
    private static Collection<String> shown(ToolCall call) {
        Set<String> ids = new LinkedHashSet<>(named(call));
        if (call.observation().orElse(null) instanceof Observation.Viewed viewed) {
            viewed.details().forEach(detail -> ids.add(detail.productId()));
        }
        return ids;
    }

    /// The ids that a call means, trimmed.
    private static List<String> named(ToolCall call) {
        Json named = call.parameter("product_ids").or(() -> call.parameter("product_id")).orElse(Json.NULL);
        List<Json> items = named instanceof Json.Arr(List<Json> list) ? list : List.of(named);
        return items.stream()
                .map(item -> item instanceof Json.Num number ? number.text() : item.asText().orElse(""))
                .flatMap(text -> Arrays.stream(text.split("[\\s,\\[\\]'\"]+")))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
