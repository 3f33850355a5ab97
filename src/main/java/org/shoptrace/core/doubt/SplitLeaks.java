package org.shoptrace.core.doubt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;

/// What two sets of tasks share that should be apart, such as what a model was trained on and what it is tested on.
///
/// @param leaks by pair of sets, then by kind
public record SplitLeaks(List<Leak> leaks) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public SplitLeaks {
        leaks = List.copyOf(leaks);
    }

    /// What may be shared.
    public enum Kind {
        QUERY("query", "Query, but for case and punctuation"),
        /// Four of five words of two queries are in both, the terms of a voucher apart.
        SIMILAR_QUERY("similar_query", "Most words of a query"),
        PRODUCT("product", "Target product"),
        SHOP("shop", "Shop of a target"),
        ANSWER("answer", "Answer of a web task");

        private final String wireName;
        private final String label;

        Kind(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }

    /// What two sets share of one kind.
    ///
    /// @param a      the name of the first set
    /// @param tasksA how many of its tasks have something that the other set has too
    /// @param ofA    how many tasks it has
    /// @param shared the values that both have, in the order of the first set, each with the queries of the first set that have it
    public record Leak(
            String a, String b, Kind kind, int tasksA, int ofA, int tasksB, int ofB, SequencedMap<String, List<String>> shared) {}

    /// What tells the shop of a product.
    @FunctionalInterface
    public interface Products {
        /// Empty when the catalogue does not know the id.
        Optional<Product> product(String productId) throws ShoptraceException;
    }

    /// Every two sets held against each other. What they do not share is not listed.
    ///
    /// @param splits   the tasks of each set by its name
    /// @param products for the shops; a target that it does not know has none
    /// @throws ShoptraceException when the catalogue cannot be read
    public static SplitLeaks of(SequencedMap<String, List<Task>> splits, Products products) throws ShoptraceException {
        SequencedMap<String, Map<Kind, SequencedMap<String, List<String>>>> values = new LinkedHashMap<>();
        for (Map.Entry<String, List<Task>> split : splits.entrySet()) {
            values.put(split.getKey(), values(split.getValue(), products));
        }
        List<String> names = List.copyOf(splits.keySet());
        List<Leak> leaks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                String a = names.get(i);
                String b = names.get(j);
                List<Task> tasksA = splits.getOrDefault(a, List.of());
                List<Task> tasksB = splits.getOrDefault(b, List.of());
                similar(
                        new Side(a, tasksA.size(), SimilarQueries.of(tasksA, tasksB)),
                        new Side(b, tasksB.size(), SimilarQueries.of(tasksB, tasksA)))
                        .ifPresent(leaks::add);
                for (Kind kind : Kind.values()) {
                    leak(
                            new Side(a, tasksA.size(), of(values, a, kind)),
                            new Side(b, tasksB.size(), of(values, b, kind)),
                            kind)
                            .ifPresent(leaks::add);
                }
            }
        }
        return new SplitLeaks(leaks);
    }

    private record Side(String name, int tasks, SequencedMap<String, List<String>> values) {}

    private static SequencedMap<String, List<String>> of(
            Map<String, Map<Kind, SequencedMap<String, List<String>>>> values, String split, Kind kind) {
        return values.getOrDefault(split, Map.of()).getOrDefault(kind, new LinkedHashMap<>());
    }

    private static Optional<Leak> leak(Side a, Side b, Kind kind) {
        SequencedMap<String, List<String>> shared = new LinkedHashMap<>(a.values());
        shared.keySet().retainAll(b.values().keySet());
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Leak(
                a.name(), b.name(), kind, queries(a, shared.keySet()), a.tasks(), queries(b, shared.keySet()), b.tasks(), shared));
    }

    /// The value that is shared is the query of the first set; both sides have their own.
    private static Optional<Leak> similar(Side a, Side b) {
        return a.values().isEmpty()
                ? Optional.empty()
                : Optional.of(new Leak(
                        a.name(), b.name(), Kind.SIMILAR_QUERY, a.values().size(), a.tasks(), b.values().size(), b.tasks(), a.values()));
    }

    private static int queries(Side side, Set<String> shared) {
        return (int) shared.stream()
                .flatMap(value -> side.values().getOrDefault(value, List.of()).stream())
                .distinct()
                .count();
    }

    private static Map<Kind, SequencedMap<String, List<String>>> values(List<Task> tasks, Products products)
            throws ShoptraceException {
        Map<Kind, SequencedMap<String, List<String>>> values = new HashMap<>();
        values.put(Kind.QUERY, by(tasks, task -> Set.of(normal(task.query()))));
        values.put(Kind.PRODUCT, by(tasks, task -> task.rewards().stream().map(Reward::productId).collect(Collectors.toSet())));
        values.put(Kind.ANSWER, by(tasks, task -> task.knowledgeAnswer().map(SplitLeaks::normal).map(Set::of).orElse(Set.of())));
        Map<String, Set<String>> shops = new HashMap<>();
        for (Task task : tasks) {
            shops.put(task.query(), shops(task, products));
        }
        values.put(Kind.SHOP, by(tasks, task -> shops.getOrDefault(task.query(), Set.of())));
        return values;
    }

    private static Set<String> shops(Task task, Products products) throws ShoptraceException {
        Set<String> shops = new LinkedHashSet<>();
        for (Reward reward : task.rewards()) {
            Optional<Product> product = reward.record().isPresent() ? reward.record() : products.product(reward.productId());
            product.map(Product::shopId).filter(shop -> !shop.isEmpty()).ifPresent(shops::add);
        }
        return shops;
    }

    private static SequencedMap<String, List<String>> by(List<Task> tasks, Function<Task, Set<String>> values) {
        SequencedMap<String, List<String>> queries = new LinkedHashMap<>();
        for (Task task : tasks) {
            values.apply(task).stream().sorted().forEach(value -> queries.computeIfAbsent(value, _ -> new ArrayList<>()).add(task.query()));
        }
        return queries;
    }

    private static String normal(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
