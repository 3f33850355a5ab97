package org.shoptrace.core.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.Breakdown.Dimension;

/// Tells runs apart that are judged by what their files say: by whatever these say of them, how they ended, what they took and used.
final class OwnBreakdowns {
    /// More groups than this are no longer read; the others are one.
    private static final int MOST = 12;

    /// The group of the values that few runs have.
    static final String OTHERS = "other values";

    private static final Dimension ENDING = Dimension.ofFiles("ending", "How the run ended, by its file");
    private static final Dimension ERROR = Dimension.ofFiles("error", "Errors, by the file");
    private static final Dimension TOOLS = Dimension.ofFiles("tools", "Tools used");
    private static final Dimension TOKENS = Dimension.ofFiles("tokens", "Tokens read and written");
    private static final Dimension COST = Dimension.ofFiles("cost", "Cost, in US cents");

    private static final long[] TOKEN_ENDS = {
            1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000};
    private static final long[] CENT_ENDS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000};

    private OwnBreakdowns() {}

    /// What files say first, in the order in which they say it; a name of which almost every run has another value tells nothing apart.
    static List<Breakdown> of(Summary overall) {
        List<Breakdown> all = new ArrayList<>();
        Set<String> ids = new HashSet<>(List.of("ending", "error", "tools", "tokens", "cost"));
        for (String name : names(overall)) {
            Function<ScoredRun, Optional<String>> value = run -> Optional.ofNullable(run.details().own().record().metadata().get(name))
                    .filter(text -> !text.isBlank());
            if (tellsApart(overall, value)) {
                all.add(by(Dimension.ofFiles(id(name, ids), label(name)), overall, value));
            }
        }
        add(all, ENDING, overall, run -> run.details().own().ending());
        if (overall.runs().stream().anyMatch(run -> run.details().own().error().isPresent())) {
            add(all, ERROR, overall, run -> Optional.of(run.details().own().error().isPresent() ? "with an error" : "without an error"));
        }
        all.add(Breakdown.ofRunGroups(Dimension.STEPS, overall, run -> List.of(Breakdown.steps(run.steps()))));
        all.add(Breakdown.ofRunGroups(Dimension.CALLS, overall, run -> List.of(Breakdown.calls(run.details().callCount()))));
        add(all, TOKENS, overall, run -> run.details().own().tokens().map(tokens -> range(tokens, TOKEN_ENDS)));
        add(all, COST, overall, run -> run.details().own().usage().cost().map(OwnBreakdowns::cents));
        tools(overall).ifPresent(all::add);
        return all.stream().filter(breakdown -> !breakdown.groups().isEmpty()).toList();
    }

    private static SequencedSet<String> names(Summary overall) {
        SequencedSet<String> names = new LinkedHashSet<>();
        overall.runs().forEach(run -> names.addAll(run.details().own().record().metadata().keySet()));
        return names;
    }

    /// Whether its values are fewer than half of the tasks, or few.
    private static boolean tellsApart(Summary overall, Function<ScoredRun, Optional<String>> value) {
        long values = overall.runs().stream().flatMap(run -> value.apply(run).stream()).distinct().count();
        return values > 0 && (values <= MOST || 2 * values < overall.scoredTasks());
    }

    private static void add(List<Breakdown> all, Dimension by, Summary overall, Function<ScoredRun, Optional<String>> value) {
        if (overall.runs().stream().anyMatch(run -> value.apply(run).isPresent())) {
            all.add(by(by, overall, value));
        }
    }

    private static Breakdown by(Dimension by, Summary overall, Function<ScoredRun, Optional<String>> value) {
        Set<String> most = most(overall, run -> value.apply(run).stream().toList());
        return Breakdown.ofRunGroups(by, overall, run -> List.of(value.apply(run)
                .map(text -> most.contains(text) ? text : OTHERS)
                .orElse(TargetCategories.NOT_KNOWN)));
    }

    /// A run is in the group of every tool that it calls, so that groups overlap.
    private static Optional<Breakdown> tools(Summary overall) {
        Set<String> most = most(overall, run -> List.copyOf(run.details().calls().keySet()));
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of(Breakdown.ofRunGroups(TOOLS, overall, run -> run.details().calls().isEmpty()
                        ? List.of("no tool")
                        : run.details().calls().keySet().stream().map(tool -> most.contains(tool) ? tool : OTHERS).distinct().toList()));
    }

    /// The values that most runs have; of equally many the first in the alphabet.
    private static Set<String> most(Summary overall, Function<ScoredRun, List<String>> values) {
        Map<String, Integer> counts = new HashMap<>();
        overall.runs().forEach(run -> values.apply(run).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Digits enough that the order of the names is that of the numbers.
    private static String range(long number, long[] ends) {
        long first = 0;
        for (long end : ends) {
            if (number <= end) {
                return String.format(Locale.ROOT, "%08d–%08d", first, end);
            }
            first = end + 1;
        }
        return String.format(Locale.ROOT, "%08d and more", first);
    }

    private static String cents(BigDecimal dollars) {
        return range(dollars.movePointRight(2).setScale(0, RoundingMode.CEILING).longValue(), CENT_ENDS);
    }

    /// The name in files as people read it: `data_source` as `Data source`.
    private static String label(String name) {
        String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[_.\\s-]+", " ").strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Two names may differ in signs that no file's name can have.
    private static String id(String name, Set<String> ids) {
        String bare = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String start = bare.isEmpty() ? "value" : bare.substring(0, Math.min(40, bare.length()));
        String id = start;
        for (int i = 2; !ids.add(id); i++) {
            id = start + "_" + i;
        }
        return id;
    }
}
