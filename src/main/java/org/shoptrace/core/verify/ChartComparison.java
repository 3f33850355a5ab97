package org.shoptrace.core.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shoptrace.core.chart.ChartValue;
import org.shoptrace.core.provenance.CarriedChart;

/// Holds the numbers that a picture shows against those of the report's chart made again. What the window showed is a part of that chart,
/// or the same with other panels: a number is found by what it is of.
final class ChartComparison {
    /// What all of a chart's numbers may be of says nothing in a chart that has no others.
    private static final List<String> WHOLE = List.of("all by tasks", "all levels");

    private final Map<List<String>, List<List<Double>>> again = new HashMap<>();

    /// @param made what the report's chart shows
    ChartComparison(List<ChartValue> made) {
        made.forEach(value -> again.computeIfAbsent(key(value.at()), _ -> new ArrayList<>()).add(value.numbers()));
    }

    /// What came of a picture.
    ///
    /// @param remade whether there is anything to hold it against
    /// @param why    a sentence without a full stop; empty when all numbers are the same
    record Outcome(boolean remade, Optional<String> why) {}

    /// Holds the numbers of a picture against them.
    Outcome of(CarriedChart picture) {
        for (ChartValue value : picture.values()) {
            List<List<Double>> found = again.getOrDefault(key(value.at()), List.of());
            if (found.isEmpty()) {
                return new Outcome(false, Optional.of("the report has no such number: " + value.told()));
            }
            if (!found.contains(value.numbers())) {
                return new Outcome(true, Optional.of(
                        value.told() + " is " + numbers(value.numbers()) + ", made again " + numbers(found.getFirst())));
            }
        }
        return new Outcome(true, Optional.empty());
    }

    private static String numbers(List<Double> numbers) {
        return numbers.getFirst() + (numbers.size() > 1
                ? numbers.stream().skip(1).map(String::valueOf).collect(Collectors.joining(" to ", " (", ")"))
                : "");
    }

    /// A title may say how many it is of, behind a colon.
    private static List<String> key(List<String> at) {
        return at.stream()
                .map(text -> text.replaceFirst(": \\d.*$", "").replaceAll("[,\\s]+", " ").strip().toLowerCase(Locale.ROOT))
                .filter(text -> !WHOLE.contains(text))
                .distinct()
                .sorted()
                .toList();
    }
}
