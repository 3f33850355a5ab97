package org.shoptrace.core.grounding;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What an agent has been shown so far, product by product, as it was recorded.
final class Observed {
    private final SequencedMap<String, Shown> products = new LinkedHashMap<>();
    private List<String> lastViewed = List.of();
    private List<String> lastFound = List.of();

    /// What was shown of one product, and where first.
    static final class Shown {
        private final String id;
        private final Set<Double> prices = new LinkedHashSet<>();
        private final Set<String> shops = new LinkedHashSet<>();
        private final Set<Double> sold = new LinkedHashSet<>();
        private final Set<String> services = new LinkedHashSet<>();
        private final Set<Item.Fact> facts = new LinkedHashSet<>();
        private final Set<String> texts = new LinkedHashSet<>();
        private String title = "";
        private Optional<Place> found = Optional.empty();
        private Optional<Place> viewed = Optional.empty();
        private Optional<Item> item = Optional.empty();

        Shown(String id) {
            this.id = id;
        }

        /// All of it.
        Item item() {
            if (item.isEmpty()) {
                item = Optional.of(new Item(
                        id, title, new Item.Numbers(prices, shops, sold), found.isPresent() ? Optional.of(services) : Optional.empty(),
                        List.copyOf(facts), List.copyOf(texts)));
            }
            return item.get();
        }

        String title() {
            return title;
        }

        /// The first search that returned it.
        Optional<Place> found() {
            return found;
        }

        /// The first view of its details.
        Optional<Place> viewed() {
            return viewed;
        }

        private void add(Observation.Hit hit, Place place) {
            boolean isNew = found.isEmpty();
            found = found.or(() -> Optional.of(place));
            boolean more = hit.price().map(price -> prices.add(price.asDouble())).orElse(false);
            more |= !hit.shopId().isEmpty() && shops.add(hit.shopId());
            more |= hit.soldCount().map(count -> sold.add(count.asDouble())).orElse(false);
            more |= services.addAll(hit.services());
            if (title.isEmpty()) {
                title = hit.title();
                more = true;
            }
            if (isNew || more) {
                item = Optional.empty();
            }
        }

        private void add(Observation.Detail detail, Place place) {
            viewed = viewed.or(() -> Optional.of(place));
            facts.addAll(Item.facts(detail.variants(), detail.attributes()));
            texts.add(detail.shortDescription());
            texts.add(detail.description());
            item = Optional.empty();
        }
    }

    /// By id, in the order of their first sight.
    SequencedMap<String, Shown> products() {
        return products;
    }

    /// The ids that the last call viewed.
    List<String> lastViewed() {
        return lastViewed;
    }

    /// The ids of the last search's answer, in its order.
    List<String> lastFound() {
        return lastFound;
    }

    void add(Step step) {
        for (ToolCall call : step.calls()) {
            Place place = Place.of(step, call);
            switch (call.observation().orElseGet(Observation.Failed::new)) {
                case Observation.Found found -> {
                    found.hits().forEach(hit -> of(hit.productId()).add(hit, place));
                    lastFound = found.hits().stream().map(Observation.Hit::productId).toList();
                }
                case Observation.Viewed viewed -> {
                    viewed.details().forEach(detail -> of(detail.productId()).add(detail, place));
                    lastViewed = viewed.details().stream().map(Observation.Detail::productId).toList();
                }
                default -> {}
            }
        }
    }

    private Shown of(String productId) {
        return products.computeIfAbsent(productId, Shown::new);
    }
}
