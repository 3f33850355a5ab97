package org.shoptrace.ui.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.whatif.AnswerDifference;
import org.shoptrace.core.whatif.AnswerDifference.Change;
import org.shoptrace.core.whatif.AnswerDifference.Placed;
import org.shoptrace.core.whatif.Trial;
import org.shoptrace.core.whatif.Trial.Standing;
import org.shoptrace.model.finding.TargetTrack.InSearch;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.call.CallWords;
import org.shoptrace.ui.call.ProductLine;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.FactTable;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// What was recorded | what the edited call came to, product by product.
final class AnswersPane extends VBox {
    private final Trial trial;
    private final Consumer<String> openProduct;

    /// @param truthHidden whether the targets are left out
    /// @param openProduct opens the product of an id
    AnswersPane(WhatIfState.Ready ready, Trial trial, boolean truthHidden, Consumer<String> openProduct) {
        this.trial = trial;
        this.openProduct = openProduct;
        getStyleClass().add("what-if-answers");
        setId("what-if-answers");
        Label verdict = Texts.wrapped(trial.verdict(), "strong");
        verdict.setId("what-if-verdict");
        getChildren().addAll(verdict, baseline(ready.recorded()));
        if (!truthHidden && !ready.targets().isEmpty() && !trial.targets().isEmpty()) {
            getChildren().add(targets(ready));
        }
        HBox sides = new HBox(
                side("what-if-before", "Recorded answer", ready.recorded().call(), true),
                side("what-if-after", "Answer of this call", trial.call(), false));
        sides.getStyleClass().add("what-if-sides");
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().add(sides);
    }

    /// Whether a difference is due to the edit: only where the unchanged call is answered as it was recorded.
    private static Node baseline(Trial.Recorded recorded) {
        Chip chip = recorded.faithful()
                ? new Chip("Unchanged, the call is answered as it was recorded", Chip.Tone.GOOD)
                : new Chip(
                        "Unchanged, the call is not answered as it was recorded: " + recorded.again().text()
                                + ". A difference may be the catalogue's.",
                        Chip.Tone.DOUBT);
        chip.setId("what-if-baseline");
        chip.setWrapText(true);
        chip.setMinWidth(0);
        return chip;
    }

    private Node targets(WhatIfState.Ready ready) {
        FactTable table = new FactTable().head(List.of("Target", "Recorded", "This call"));
        for (int i = 0; i < trial.targets().size(); i++) {
            Standing before = ready.recorded().targets().get(i);
            Standing after = trial.targets().get(i);
            boolean sameWords = before.why().equals(after.why());
            table.row(List.of(
                    ready.targets().get(i) + (sameWords ? words(after) : ""),
                    standing(before.place()) + (sameWords ? "" : words(before)),
                    standing(after.place()) + (sameWords ? "" : words(after))));
        }
        table.setId("what-if-targets");
        return table;
    }

    /// What the search words weigh; said once where both calls have the same.
    private static String words(Standing standing) {
        return standing.why().isEmpty() ? "" : "\n" + standing.why();
    }

    /// Where a target stood, such as `page 1, place 3; rank 5 without filters`.
    static String standing(InSearch target) {
        if (target.position().isEmpty()) {
            return "not shown: " + target.text();
        }
        String page = target.page().isPresent() ? "page " + target.page().getAsInt() + ", " : "";
        String rank = target.rank().isPresent() ? "; rank " + target.rank().getAsInt() + " without filters" : "";
        return page + "place " + target.position().getAsInt() + rank;
    }

    private Node side(String id, String title, ToolCall call, boolean before) {
        VBox lines = new VBox();
        lines.getStyleClass().add("product-lines");
        List<Placed> left = new ArrayList<>(trial.difference().places());
        Observation answer = call.observation().orElseGet(Observation.Failed::new);
        switch (answer) {
            case Observation.Found(var hits, _) -> hits.forEach(hit -> lines.getChildren()
                    .add(line(new ProductLine(place(left, hit.productId(), before), hit), left, hit.productId(), before)));
            case Observation.Viewed(var details, _) -> details.forEach(detail -> lines.getChildren()
                    .add(line(new ProductLine(place(left, detail.productId(), before), detail), left, detail.productId(), before)));
            default -> {}
        }
        if (lines.getChildren().isEmpty()) {
            lines.getChildren().add(Texts.muted(CallWords.answer(call.observation())));
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label arguments = Texts.wrapped(CallWords.arguments(call.parameters()), "code", "muted");
        VBox side = new VBox(Texts.heading(title), arguments, scroll);
        side.setId(id);
        side.getStyleClass().add("what-if-side");
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private Node line(ProductLine line, List<Placed> left, String productId, boolean before) {
        find(left, productId, before).ifPresent(placed -> {
            left.remove(placed);
            mark(placed, before).ifPresent(line::marked);
        });
        Button open = Icons.button(Feather.EXTERNAL_LINK, "Open " + productId + " in Sandbox", () -> openProduct.accept(productId));
        return line.with(open);
    }

    private static Optional<Placed> find(List<Placed> places, String productId, boolean before) {
        return places.stream()
                .filter(placed -> placed.productId().equals(productId) && (before ? placed.before() : placed.after()).isPresent())
                .findFirst();
    }

    private static String place(List<Placed> places, String productId, boolean before) {
        return find(places, productId, before)
                .map(placed -> before ? placed.before() : placed.after())
                .filter(OptionalInt::isPresent)
                .map(place -> String.valueOf(place.getAsInt()))
                .orElse("");
    }

    /// In the recorded answer what is gone or goes elsewhere, in the other what is new or comes from elsewhere.
    private static Optional<Node> mark(Placed placed, boolean before) {
        return switch (placed.change()) {
            case Change.SAME -> Optional.empty();
            case Change.ADDED -> Optional.of(mark("new", Chip.Tone.ACCENT, Feather.PLUS));
            case Change.REMOVED -> Optional.of(mark("gone", Chip.Tone.NEUTRAL, Feather.MINUS));
            case Change.MOVED -> Optional.of(before
                    ? mark("to place " + placed.after().orElseThrow(), Chip.Tone.NEUTRAL, Feather.ARROW_RIGHT)
                    : mark("from place " + placed.before().orElseThrow(), Chip.Tone.ACCENT, moved(placed)));
        };
    }

    private static Feather moved(AnswerDifference.Placed placed) {
        return placed.after().orElseThrow() < placed.before().orElseThrow() ? Feather.ARROW_UP : Feather.ARROW_DOWN;
    }

    private static Chip mark(String text, Chip.Tone tone, Feather icon) {
        Chip chip = new Chip(text, tone);
        chip.setGraphic(Icons.of(icon));
        return chip;
    }
}
