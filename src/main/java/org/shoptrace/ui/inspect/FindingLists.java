package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Texts;

/// Health and re-executed reads, a line each. Long lists show what matters first and the rest when it is asked for.
final class FindingLists {
    static final int FIRST = 8;
    private final Links links;

    FindingLists(Links links) {
        this.links = links;
    }

    Node health(List<HealthFinding> findings) {
        return list("health", findings, FIRST, finding -> line(
                Feather.ALERT_TRIANGLE, "nearly", finding.kind().label(), finding.text(), finding.place()));
    }

    static List<Chip> chips(List<HealthFinding> findings) {
        List<Chip> chips = new ArrayList<>();
        long failures = findings.stream().filter(finding -> finding.kind().ofHarness()).count();
        if (failures > 0) {
            chips.add(new Chip(Counts.of(failures, "failure"), Chip.Tone.DOUBT));
        }
        if (failures < findings.size()) {
            chips.add(new Chip("ran out of steps", Chip.Tone.NEUTRAL));
        }
        return chips;
    }

    /// Reads that came out otherwise first.
    Node reads(Reexecution reexecution, String fingerprint) {
        VBox lines = new VBox(Links
                .small(String.format(Locale.ROOT, "Run again by the rules of %s, over catalogue %s.", reexecution.rules(), fingerprint)));
        if (reexecution.unknown() > 0) {
            var foreign = Texts
                    .wrapped(String.format(Locale.ROOT, "Recorded over another catalogue: %s of the %s shown are not in this one.",
                            Counts.grouped(reexecution.unknown()), Counts.of(reexecution.products(), "product")), "strong");
            foreign.setId("other-catalogue");
            lines.getChildren().add(foreign);
        }
        List<Reexecution.Call> sorted = reexecution.calls().stream()
                .sorted((a, b) -> Boolean.compare(a.outcome() == Reexecution.Outcome.SAME, b.outcome() == Reexecution.Outcome.SAME))
                .toList();
        int otherwise = (int) (reexecution.calls().size() - reexecution.count(Reexecution.Outcome.SAME));
        lines.getChildren().add(list("reads", sorted, Math.clamp(otherwise, 3, FIRST), call -> line(
                switch (call.outcome()) {
                    case SAME -> Feather.CHECK;
                    case REORDERED -> Feather.SHUFFLE;
                    case DIFFERENT -> Feather.X;
                    case NOT_REPRODUCIBLE -> Feather.SLASH;
                },
                call.outcome() == Reexecution.Outcome.SAME ? "met" : call.outcome() == Reexecution.Outcome.DIFFERENT ? "missed" : "nearly",
                Links.sentence(call.outcome().wireName().replace('_', ' ')),
                call.text(),
                call.place())));
        lines.getStyleClass().add("verdicts");
        return lines;
    }

    /// `11 of 11 the same`.
    static List<Chip> chips(Reexecution reexecution) {
        int reads = reexecution.calls().size();
        if (reads == 0) {
            return List.of();
        }
        long same = reexecution.count(Reexecution.Outcome.SAME);
        Chip chip = new Chip(String.format(Locale.ROOT, "%d of %d the same", same, reads),
                same == reads ? Chip.Tone.GOOD : Chip.Tone.DOUBT);
        chip.setId("reexecution");
        return reexecution.unknown() == 0 ? List.of(chip) : List.of(new Chip("another catalogue", Chip.Tone.DOUBT), chip);
    }

    static <T> Node list(String id, List<T> items, int first, Function<T, Node> line) {
        VBox lines = new VBox();
        lines.setId(id);
        lines.getStyleClass().add("verdicts");
        items.stream().limit(first).map(line).forEach(lines.getChildren()::add);
        if (items.size() > first) {
            Hyperlink more = Texts.link("Show all " + Counts.grouped(items.size()));
            more.setId(id + "-all");
            more.setOnAction(_ -> lines.getChildren().setAll(items.stream().map(line).toList()));
            lines.getChildren().add(more);
        }
        return lines;
    }

    private Node line(Feather icon, String styleClass, String what, String why, Place place) {
        Flow at = new Flow(links.place(place));
        at.getStyleClass().add("finding-links");
        return Links.line(icon, styleClass, new VBox(Texts.wrapped(what), Links.small(why), at), what + ", " + why + ", " + place);
    }
}
