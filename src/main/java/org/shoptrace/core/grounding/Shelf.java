package org.shoptrace.core.grounding;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// The products of one run: what the catalogue knows of them, what the agent has been shown so far, and which it recommends.
final class Shelf {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{4,}");

    private final Sandbox sandbox;
    private final Observed observed = new Observed();
    private final Map<String, Optional<Item>> known = new HashMap<>();
    private final Map<String, Set<String>> titleWords = new HashMap<>();
    private final List<String> finallyRecommended;
    private List<String> recommended = List.of();
    /// Of the products in view and those that were asked for beside them, until the next step shows more.
    private final Map<Set<String>, Map<Key, Set<List<String>>>> values = new HashMap<>();

    Shelf(Sandbox sandbox, Run run) {
        this.sandbox = sandbox;
        List<String> last = List.of();
        for (Step step : run.steps()) {
            List<String> ids = recommendedBy(step);
            last = ids.isEmpty() ? last : ids;
        }
        this.finallyRecommended = last;
    }

    /// Takes in what a step showed and recommended.
    void add(Step step) {
        observed.add(step);
        values.clear();
        List<String> ids = recommendedBy(step);
        recommended = ids.isEmpty() ? recommended : ids;
    }

    private static List<String> recommendedBy(Step step) {
        List<String> ids = List.of();
        for (ToolCall call : step.calls()) {
            if (call.name().equals(ToolCall.RECOMMEND_PRODUCT)) {
                String text = call.parameter("product_ids").or(() -> call.parameter("product_id")).map(Shelf::text).orElse("");
                ids = ID.matcher(text).results().map(match -> match.group()).distinct().toList();
            }
        }
        return ids;
    }

    private static String text(Json json) {
        return switch (json) {
            case Json.Arr(List<Json> items) -> String.join(",", items.stream().map(Shelf::text).toList());
            case Json.Num number -> number.text();
            default -> json.asText().orElse("");
        };
    }

    Observed observed() {
        return observed;
    }

    /// What is recommended: so far, else at the end of the run.
    List<String> recommended() {
        return recommended.isEmpty() ? finallyRecommended : recommended;
    }

    /// What the catalogue says of a product; what was shown of one that the catalogue lacks.
    Optional<Item> item(String id) throws ShoptraceException {
        Optional<Item> item = known.get(id);
        if (item == null) {
            item = sandbox.product(id).map(Item::of);
            known.put(id, item);
        }
        return item.isPresent() ? item : shown(id);
    }

    boolean inCatalog(String id) throws ShoptraceException {
        item(id);
        Optional<Item> item = known.get(id);
        return item != null && item.isPresent();
    }

    /// What the agent has been shown of a product.
    Optional<Item> shown(String id) {
        return Optional.ofNullable(observed.products().get(id)).map(Observed.Shown::item);
    }

    /// The ids of every product that was shown.
    Collection<String> shownIds() {
        return observed.products().keySet();
    }

    boolean isShop(String id) {
        return observed.products().values().stream().anyMatch(shown -> shown.item().numbers().shops().contains(id));
    }

    /// The words of a product's title, as it was shown or, where only its details were, as the catalogue has it.
    Set<String> titleWords(String id) throws ShoptraceException {
        Set<String> words = titleWords.get(id);
        if (words == null || words.isEmpty()) {
            Optional<Item> item = shown(id).filter(each -> !each.titleText().isEmpty());
            words = item.map(each -> Set.copyOf(each.title().forms())).orElse(Set.of());
            if (words.isEmpty()) {
                words = item(id).map(each -> Set.copyOf(each.title().forms())).orElse(Set.of());
            }
            titleWords.put(id, words);
        }
        return words;
    }

    /// The one that is meant where words fit several products: the recommended one, else the last viewed.
    Optional<String> likeliest(Collection<String> ids) {
        if (ids.size() < 2) {
            return ids.stream().findFirst();
        }
        for (List<String> preferred : List.of(recommended, observed.lastViewed(), finallyRecommended)) {
            List<String> both = preferred.stream().filter(ids::contains).toList();
            if (!both.isEmpty()) {
                return Optional.of(both.getFirst());
            }
        }
        List<String> viewed = ids.stream()
                .filter(id -> Optional.ofNullable(observed.products().get(id)).flatMap(Observed.Shown::viewed).isPresent())
                .toList();
        return viewed.size() == 1 ? Optional.of(viewed.getFirst()) : Optional.empty();
    }

    /// The values that the products in view have under a key that means what is said: those that were viewed, recommended or are given.
    Set<List<String>> values(Key said, Collection<String> ids) throws ShoptraceException {
        Map<Key, Set<List<String>>> all = values(ids);
        Set<List<String>> meant = new HashSet<>();
        all.forEach((key, each) -> {
            if (key.isMeantBy(said)) {
                meant.addAll(each);
            }
        });
        return meant;
    }

    /// Key → value, of the products in view and of some that are given.
    Map<Key, Set<List<String>>> values(Collection<String> ids) throws ShoptraceException {
        Set<String> inView = new LinkedHashSet<>(recommended());
        observed.products().forEach((id, shown) -> {
            if (shown.viewed().isPresent()) {
                inView.add(id);
            }
        });
        inView.addAll(ids);
        Map<Key, Set<List<String>>> all = values.get(inView);
        if (all == null) {
            Map<Key, Set<List<String>>> each = new LinkedHashMap<>();
            for (String id : inView) {
                item(id).ifPresent(item -> item.facts().forEach(
                        fact -> each.computeIfAbsent(fact.key(), _ -> new LinkedHashSet<>()).add(fact.value())));
            }
            all = Collections.unmodifiableMap(each);
            values.put(inView, all);
        }
        return all;
    }
}
