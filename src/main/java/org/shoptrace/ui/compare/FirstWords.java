package org.shoptrace.ui.compare;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.compare.Decision;
import org.shoptrace.core.compare.Fact;
import org.shoptrace.core.compare.RunComparison;
import org.shoptrace.core.compare.RunComparison.Row;
import org.shoptrace.ui.kit.Counts;

/// The two firsts in words.
final class FirstWords {
    private static final int SHORT = 64;
    private static final int LISTED = 30;

    private FirstWords() {}

    static String decisionTitle(RunComparison both) {
        return both.decision()
                .map(first -> "First other decision, same information: " + steps(both.rows().get(first.row())))
                .orElse("No other decision on the same information");
    }

    static List<String> decision(RunComparison both) {
        return both.decision()
                .map(first -> List.of(
                        name(both, true) + ": " + first.a().map(Decision::label).orElse("made no such step"),
                        name(both, false) + ": " + first.b().map(Decision::label).orElse("made no such step")))
                .orElseGet(() -> List.of("Wherever both knew the same, both made the same calls."));
    }

    static String informationTitle(RunComparison both) {
        return both.information()
                .map(first -> "First other information: " + steps(both.rows().get(first.row())))
                .orElse("The same information throughout");
    }

    static List<String> information(RunComparison both) {
        if (both.information().isEmpty()) {
            return List.of(
                    both.endsAlike()
                            ? "Every step was decided on the same facts."
                            : "Only what the last steps brought differs; nothing was decided on it.");
        }
        RunComparison.InformationDifference first = both.information().get();
        List<String> lines = new ArrayList<>();
        lines.add(first.sameCalls()
                ? "All calls before were the same: the answers differ, by another catalogue or the web."
                : "It follows from other calls before.");
        lines.add(only(name(both, true), first.onlyA()));
        lines.add(only(name(both, false), first.onlyB()));
        return lines;
    }

    private static String only(String name, List<Fact> facts) {
        if (facts.isEmpty()) {
            return name + " knew nothing that the other did not.";
        }
        String rest = facts.size() > 1 ? "; and " + (facts.size() - 1) + " more" : "";
        return "Only " + name + " knew " + Counts.of(facts.size(), "fact") + ": " + shortened(facts.getFirst().label(), SHORT) + rest;
    }

    /// The facts that only one knew where the information parts, a line each, for those who want to read on.
    static String allOnly(RunComparison both) {
        return both.information()
                .map(first -> listed(name(both, true), first.onlyA()) + "\n" + listed(name(both, false), first.onlyB()))
                .orElse("");
    }

    private static String listed(String name, List<Fact> facts) {
        List<String> lines = new ArrayList<>(List.of("Only " + name + " knew " + Counts.of(facts.size(), "fact")));
        facts.stream().limit(LISTED).map(fact -> "· " + shortened(fact.label(), 2 * SHORT)).forEach(lines::add);
        if (facts.size() > LISTED) {
            lines.add("· and " + (facts.size() - LISTED) + " more, which the steps before show");
        }
        return String.join("\n", lines);
    }

    /// A text in one line, its end left out where it is long.
    static String shortened(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= most ? line : line.substring(0, line.offsetByCodePoints(0, most)).strip() + " …";
    }

    /// Which steps stand in a row.
    static String steps(Row row) {
        if (row.stepA().equals(row.stepB())) {
            return "step " + row.stepA().orElseThrow() + " of both";
        }
        if (row.paired()) {
            return "step " + row.stepA().getAsInt() + " left, " + row.stepB().getAsInt() + " right";
        }
        return row.stepA().isPresent() ? "step " + row.stepA().getAsInt() + " left" : "step " + row.stepB().orElseThrow() + " right";
    }

    /// The two models' names; where they are the same, which of the two is meant.
    static String name(RunComparison both, boolean first) {
        String name = (first ? both.a() : both.b()).model();
        return both.a().model().equals(both.b().model()) ? name + (first ? " (left)" : " (right)") : name;
    }
}
