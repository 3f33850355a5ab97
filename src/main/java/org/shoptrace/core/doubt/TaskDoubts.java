package org.shoptrace.core.doubt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shoptrace.core.doubt.Doubt.Kind;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// Every doubt that tasks give by themselves, with what it is a share of.
///
/// @param doubts in the order of the tasks, those of one task by its rewards
/// @param counts of each kind how many things were looked at: constraint values, targets, targets of which a colour is asked, vouchers or
///     tasks
public record TaskDoubts(List<Doubt> doubts, Map<Kind, Integer> counts) {
    /// A word for this purpose: digits, letters and points, so that `1.5l` is one.
    private static final Pattern WORD = Pattern.compile("[a-z0-9.]+");

    /// What the benchmark appends to the query of a voucher task. Its numbers are the voucher's, not the product's.
    private static final Pattern TERMS = Pattern.compile("\n\nMy budget", Pattern.LITERAL);

    public TaskDoubts {
        doubts = List.copyOf(doubts);
        Map<Kind, Integer> copy = new EnumMap<>(Kind.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /// @param tasks those of a file, in its order
    public static TaskDoubts of(List<Task> tasks) {
        Finder finder = new Finder(tasks);
        tasks.forEach(finder::look);
        return new TaskDoubts(finder.doubts, finder.counts);
    }

    /// A query without what the benchmark appends to that of a voucher task.
    static String withoutTerms(String query) {
        return TERMS.split(query, 2)[0];
    }

    /// The doubts of one kind.
    public List<Doubt> of(Kind kind) {
        return doubts.stream().filter(doubt -> doubt.kind() == kind).toList();
    }

    /// How many things of that kind were looked at; 0 when there are none.
    public int lookedAt(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /// The queries of the tasks that have a doubt of one of the kinds, in the order of the tasks.
    public SequencedSet<String> queries(Set<Kind> kinds) {
        return doubts.stream()
                .filter(doubt -> kinds.contains(doubt.kind()))
                .map(doubt -> doubt.task().query())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static final class Finder {
        private final List<Doubt> doubts = new ArrayList<>();
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        private final Map<String, Long> queries;
        private final Map<List<String>, Long> targets;

        Finder(List<Task> tasks) {
            queries = counted(tasks, Task::query);
            targets = counted(tasks, Finder::targets);
        }

        private static <K> Map<K, Long> counted(List<Task> tasks, Function<Task, K> key) {
            return tasks.stream().collect(Collectors.groupingBy(key, HashMap::new, Collectors.counting()));
        }

        private static List<String> targets(Task task) {
            List<String> key = new ArrayList<>(List.of(task.intent().wireName()));
            task.rewards().stream().map(Reward::productId).sorted().forEach(key::add);
            return key;
        }

        private void look(Task task) {
            counts.merge(Kind.DUPLICATE_QUERY, 1, Integer::sum);
            counts.merge(Kind.DUPLICATE_TARGETS, 1, Integer::sum);
            long sameQuery = queries.getOrDefault(task.query(), 1L);
            if (sameQuery > 1) {
                add(task, Kind.DUPLICATE_QUERY, sameQuery + " tasks have this query; only the last of them is scored");
            }
            long sameTargets = targets.getOrDefault(targets(task), 1L);
            if (sameTargets > 1) {
                add(task, Kind.DUPLICATE_TARGETS, sameTargets + " " + task.intent().wireName() + " tasks have these targets");
            }
            // of the target of a web task, a whole product, only answer and title are ever scored
            if (task.intent() != Intent.WEB) {
                for (int i = 0; i < task.rewards().size(); i++) {
                    look(task, task.rewards().get(i), i + 1);
                    lookAtColour(task, task.rewards().get(i), i + 1);
                }
            }
            task.voucher().ifPresent(voucher -> look(task, voucher));
        }

        private void look(Task task, Reward reward, int number) {
            counts.merge(Kind.TITLE_ONLY, 1, Integer::sum);
            counts.merge(Kind.NO_CONSTRAINT, 1, Integer::sum);
            boolean facts = !reward.skuOptions().isEmpty() || !reward.attributes().isEmpty() || !reward.services().isEmpty()
                    || !reward.prices().isEmpty();
            if (!facts) {
                Kind kind = reward.titles().isEmpty() ? Kind.NO_CONSTRAINT : Kind.TITLE_ONLY;
                String what = reward.titles().isEmpty()
                        ? "nothing is asked of the target, so that only its own id scores"
                        : "nothing but the title decides, and the query does not tell it";
                doubts.add(new Doubt(task, kind, OptionalInt.of(number), String.join(" / ", reward.titles()), what));
            }
            String query = withoutTerms(task.query()).toLowerCase(Locale.ROOT);
            reward.skuOptions().forEach(options -> options.forEach((key, value) -> look(task, number, query, key, value)));
            reward.attributes().forEach(
                    attributes -> attributes.forEach((key, values) -> values.forEach(value -> look(task, number, query, key, value))));
        }

        private void lookAtColour(Task task, Reward reward, int number) {
            Colours.hold(withoutTerms(task.query()), reward, task.rewards().size() == 1).ifPresent(held -> {
                counts.merge(Kind.COLOUR_CONTRADICTED, 1, Integer::sum);
                if (held.isContradicted()) {
                    doubts.add(new Doubt(
                            task, Kind.COLOUR_CONTRADICTED, OptionalInt.of(number), String.join(" / ", reward.titles()),
                            "the query asks for " + held.asked() + ", and " + held.said()));
                }
            });
        }

        private void look(Task task, int reward, String query, String key, String value) {
            counts.merge(Kind.WORDS_ABSENT, 1, Integer::sum);
            List<String> absent = WORD.matcher(value.toLowerCase(Locale.ROOT)).results()
                    .map(MatchResult::group)
                    .filter(word -> !query.contains(word))
                    .distinct()
                    .toList();
            if (!absent.isEmpty()) {
                doubts.add(new Doubt(
                        task, Kind.WORDS_ABSENT, OptionalInt.of(reward), key + ": " + value,
                        "the query does not say " + String.join(", ", absent)));
            }
        }

        private void look(Task task, Voucher voucher) {
            Optional<Double> total = total(voucher);
            Optional<Double> budget = voucher.budget().map(Json.Num::asDouble);
            if (total.isEmpty() || budget.isEmpty()) {
                return;
            }
            counts.merge(Kind.NEEDLESS_VOUCHER, 1, Integer::sum);
            if (total.get() <= budget.get()) {
                add(task, Kind.NEEDLESS_VOUCHER, String.format(
                        Locale.ROOT, "the targets cost %.2f without the voucher, and the budget is %.2f", total.get(), budget.get()));
            }
        }

        /// What the targets cost without the voucher, from what they cost with it.
        private static Optional<Double> total(Voucher voucher) {
            Optional<Double> paid = voucher.priceAfterVoucher().map(Json.Num::asDouble);
            return switch (voucher.discountType()) {
                case Voucher.FIXED -> paid.flatMap(p -> voucher.faceValue().map(off -> p + off.asDouble()));
                case Voucher.PERCENTAGE -> paid.flatMap(p -> voucher.discount()
                        .map(Json.Num::asDouble)
                        .filter(share -> share < 1)
                        .map(share -> p / (1 - share))
                        .map(rated -> voucher.cap().map(cap -> Math.min(rated, p + cap.asDouble())).orElse(rated)));
                default -> Optional.empty();
            };
        }

        private void add(Task task, Kind kind, String text) {
            doubts.add(new Doubt(task, kind, OptionalInt.empty(), "", text));
        }
    }
}
