package org.shoptrace.core.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.catalog.SeededChoice;
import org.shoptrace.core.catalog.Vocabulary;
import org.shoptrace.core.catalog.Vocabulary.Fact;
import org.shoptrace.core.task.ItemSynthesis.Item;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// Makes tasks out of a generated catalogue: chooses targets, asks for them in a user's words, and keeps what was meant as the reward.
/// The same catalogue and seed give the same tasks. Each task is solvable: its targets fulfil its own reward and budget.
public final class TaskSynthesis {
    private static final int MOST_PAIRS_ALONE = 3;
    private static final int MOST_PAIRS_OF_SEVERAL = 2;

    private final Vocabulary vocabulary;
    private final List<Product> products;
    private final Map<String, List<Product>> shops;
    private final SeededChoice choice;
    private final ItemSynthesis items;
    private final VoucherSynthesis vouchers;
    private final Set<String> queries = new LinkedHashSet<>();

    private TaskSynthesis(Vocabulary vocabulary, List<Product> products, long seed) {
        this.vocabulary = vocabulary;
        this.products = products;
        this.shops = products.stream().collect(Collectors.groupingBy(Product::shopId, LinkedHashMap::new, Collectors.toList()));
        this.choice = new SeededChoice(seed);
        this.items = new ItemSynthesis(vocabulary, choice);
        this.vouchers = new VoucherSynthesis(choice);
    }

    /// The tasks, intent by intent. No query occurs twice, since it is what ties a run to its task.
    ///
    /// @param vocabulary the one that the catalogue was generated with
    /// @param count      how many tasks for each intent
    public static List<Task> synthesize(Vocabulary vocabulary, List<Product> products, long seed, int count) {
        TaskSynthesis synthesis = new TaskSynthesis(vocabulary, products, seed);
        return Intent.LEVELS.stream()
                .flatMap(intent -> synthesis.synthesize(intent, count).stream())
                .toList();
    }

    private List<Task> synthesize(Intent intent, int count) {
        List<Task> tasks = new ArrayList<>();
        while (tasks.size() < count) {
            Task task = switch (intent) {
                case PRODUCT -> product();
                case WEB -> web();
                case SHOP -> shop();
                case VOUCHER -> voucher();
                case OTHER -> throw new IllegalArgumentException("tasks of other benchmarks are not made here");
            };
            if (queries.add(task.query())) {
                tasks.add(task);
            }
        }
        return tasks;
    }

    private Task product() {
        Item item = items.item(choice.of(unthemed()), MOST_PAIRS_ALONE, true);
        String query = choice.of(List.of("Looking for ", "Show me ", "I'm looking for ", "Find ")) + item.phrase()
                + (choice.chance(0.2) ? ". Can you help me find it?" : ".");
        return TaskComposition.task(Intent.PRODUCT, query, List.of(item.reward()), Optional.empty(), Optional.empty());
    }

    private Task web() {
        List<Product> themed = products.stream().filter(product -> vocabulary.factOf(product).isPresent()).toList();
        Product target = choice.of(themed);
        Fact fact = vocabulary.factOf(target).orElseThrow();
        String theme = choice.of(List.of("themed around", "inspired by", "that shows")) + " this " + fact.kind();
        String query = fact.question() + " I would like to " + choice.of(List.of("buy ", "purchase "))
                + items.head(target, choice.chance(0.3)) + " " + theme + items.detail(target) + ".";
        Reward record = new Reward(
                target.productId(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.of(target));
        return TaskComposition.task(Intent.WEB, query, List.of(record), Optional.empty(), Optional.of(fact.answer()));
    }

    private Task shop() {
        List<Item> wanted = ofOneShop(choice.between(2, 4)).stream()
                .map(product -> items.item(product, MOST_PAIRS_OF_SEVERAL, true))
                .toList();
        return TaskComposition.task(Intent.SHOP, shopQuery(wanted), rewards(wanted), Optional.empty(), Optional.empty());
    }

    private String shopQuery(List<Item> wanted) {
        List<String> phrases = wanted.stream().map(Item::phrase).toList();
        return switch (choice.between(1, 3)) {
            case 1 -> "Find a shop that offers these items: " + numbered(phrases) + ". The shop should sell all these products.";
            case 2 -> "I'm looking for a shop that sells all of these: " + listed(phrases) + ".";
            default -> "Looking for a shop that offers these items: " + inOrder(phrases)
                    + " Please show shops that sell all of them.";
        };
    }

    private Task voucher() {
        boolean oneShop = choice.chance(0.5);
        int count = choice.between(oneShop ? 2 : 1, 3);
        List<Product> targets = oneShop ? ofOneShop(count) : choice.some(unthemed(), count);
        List<Item> wanted = targets.stream().map(product -> items.item(product, MOST_PAIRS_OF_SEVERAL, false)).toList();
        double total = 0;
        for (Product target : targets) {
            total += target.priceValue();
        }
        Voucher voucher = vouchers.voucher(oneShop ? Voucher.SHOP : Voucher.PLATFORM, total);
        String query = choice.of(List.of("Looking for ", "I'm looking for ", "Show me "))
                + listed(wanted.stream().map(Item::phrase).toList()) + ".\n\n" + VoucherSynthesis.text(voucher);
        return TaskComposition.task(Intent.VOUCHER, query, rewards(wanted), Optional.of(voucher), Optional.empty());
    }

    private List<Product> unthemed() {
        return products.stream().filter(product -> vocabulary.factOf(product).isEmpty()).toList();
    }

    /// Products of one shop, no two of one category.
    private List<Product> ofOneShop(int count) {
        List<List<Product>> shelves = shops.values().stream()
                .map(TaskSynthesis::oneOfEachCategory)
                .filter(shelf -> shelf.size() >= count)
                .toList();
        return choice.some(choice.of(shelves), count);
    }

    private static List<Product> oneOfEachCategory(List<Product> shop) {
        Map<String, Product> shelf = new LinkedHashMap<>();
        shop.forEach(product -> shelf.putIfAbsent(product.category(), product));
        return List.copyOf(shelf.values());
    }

    private static List<Reward> rewards(List<Item> wanted) {
        return wanted.stream().map(Item::reward).toList();
    }

    private static String numbered(List<String> phrases) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < phrases.size(); i++) {
            text.append(i == 0 ? "" : "; ").append('(').append(i + 1).append(") ").append(phrases.get(i));
        }
        return text.toString();
    }

    private static String listed(List<String> phrases) {
        return phrases.size() == 1
                ? phrases.getFirst()
                : String.join(", ", phrases.subList(0, phrases.size() - 1)) + ", and " + phrases.getLast();
    }

    private static String inOrder(List<String> phrases) {
        List<String> ordinals = List.of("First", "Second", "Third");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < phrases.size(); i++) {
            boolean last = i == phrases.size() - 1;
            text.append(i == 0 ? "" : " ").append(last ? "Lastly" : ordinals.get(i)).append(", ").append(phrases.get(i)).append('.');
        }
        return text.toString();
    }
}
