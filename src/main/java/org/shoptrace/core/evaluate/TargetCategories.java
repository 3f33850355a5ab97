package org.shoptrace.core.evaluate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;

/// What kinds of goods tasks ask for: the first level of the categories of their targets, as the catalogue has them.
///
/// @param byProduct the category of each target that has one
/// @param large     the categories that are told apart; the others are one group, for each has few tasks
public record TargetCategories(Map<String, String> byProduct, Set<String> large) {
    /// The group of a target that the catalogue does not have, or has without a category.
    public static final String NOT_KNOWN = "not known";

    /// The group of the categories with few tasks.
    public static final String OTHERS = "other categories";

    /// Nobody looked.
    public static final TargetCategories NONE = new TargetCategories(Map.of(), Set.of());

    /// More rows than this are no longer read.
    private static final int MOST = 12;

    public TargetCategories {
        byProduct = Map.copyOf(byProduct);
        large = Set.copyOf(large);
    }

    /// Looks every target up; a product that cannot be read counts as not known.
    public static TargetCategories of(Collection<Task> tasks, ProductSource products) {
        Map<String, String> byProduct = new HashMap<>();
        Set<String> looked = new HashSet<>();
        for (Task task : tasks) {
            for (Reward reward : task.rewards()) {
                if (looked.add(reward.productId())) {
                    category(reward, products).ifPresent(category -> byProduct.put(reward.productId(), category));
                }
            }
        }
        Map<String, Long> counts = new TreeMap<>(tasks.stream()
                .flatMap(task -> task.rewards().stream().map(reward -> byProduct.getOrDefault(reward.productId(), "")).distinct())
                .filter(category -> !category.isEmpty())
                .collect(Collectors.groupingBy(category -> category, Collectors.counting())));
        // Of categories with as many tasks the first in the alphabet.
        Set<String> large = counts.size() <= MOST
                ? counts.keySet()
                : counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(MOST - 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return new TargetCategories(byProduct, large);
    }

    private static Optional<String> category(Reward reward, ProductSource products) {
        Optional<Product> found;
        try {
            found = products.product(reward.productId());
        } catch (ShoptraceException _) {
            found = Optional.empty();
        }
        return found.or(reward::record).map(product -> product.category().split(">", 2)[0].strip()).filter(name -> !name.isEmpty());
    }

    /// Whether any is known.
    public boolean isEmpty() {
        return byProduct.isEmpty();
    }

    /// The groups that a task is in: one for each category of its targets.
    List<String> of(Task task) {
        Set<String> groups = new LinkedHashSet<>();
        for (Reward reward : task.rewards()) {
            Optional<String> category = Optional.ofNullable(byProduct.get(reward.productId()));
            groups.add(category.map(name -> large.contains(name) ? name : OTHERS).orElse(NOT_KNOWN));
        }
        return List.copyOf(groups);
    }
}
