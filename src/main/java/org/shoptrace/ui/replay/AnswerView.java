package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.ProductCard;
import org.shoptrace.ui.kit.ProductFacts;
import org.shoptrace.ui.kit.Texts;

/// What a tool answered: products as cards, texts as texts, everything also as raw JSON.
final class AnswerView extends VBox {
    /// What a viewed product's title leaves for the arrow before it and the padding round it.
    private static final double ARROW_WIDTH = 48;

    private final int step;
    private final ToolCall call;
    private final CardContext context;
    private final VBox body = new VBox();
    private final Hyperlink form = new Hyperlink();

    AnswerView(int step, ToolCall call, CardContext context) {
        this.step = step;
        this.call = call;
        this.context = context;
        getStyleClass().add("call-answer");
        body.getStyleClass().add("answer-body");
        AnswerText.trouble(call).ifPresentOrElse(this::showTrouble, () -> call.observation().ifPresent(this::show));
    }

    private void showTrouble(String what) {
        Label trouble = Texts.wrapped(what);
        trouble.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        trouble.getStyleClass().add("trouble");
        getChildren().add(trouble);
    }

    private void show(Observation answer) {
        boolean hasCards = answer instanceof Observation.Found || answer instanceof Observation.Viewed;
        Label summary = Texts.muted(hasCards ? AnswerText.summary(call, context.targets()) : "Answer");
        summary.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(summary, gap);
        head.getStyleClass().add("answer-head");
        if (!(answer instanceof Observation.Other)) {
            form.setId("answer-form-%d-%d".formatted(step, call.number()));
            form.setOnAction(_ -> {
                Fold fold = new Fold(step, call.number(), Fold.Part.ANSWER_FORM);
                context.place().open(fold, !context.place().isOpened(fold));
                refresh(answer);
            });
            head.getChildren().add(form);
        }
        getChildren().addAll(head, body);
        refresh(answer);
    }

    private void refresh(Observation answer) {
        boolean raw = context.rawAnswers() != context.place().isOpened(new Fold(step, call.number(), Fold.Part.ANSWER_FORM));
        form.setText(raw ? "Show as cards" : "Show as JSON");
        body.getChildren().setAll(raw ? List.of(text(JsonWriter.indented(answer.results()), "code")) : cooked(answer));
    }

    private List<Node> cooked(Observation answer) {
        return switch (answer) {
            case Observation.Found(var hits, _) ->
                hits.isEmpty() ? List.of() : List.of(new CardGrid(hits.stream().map(this::card).toList()));
            case Observation.Viewed(var details, _) -> facts(details);
            case Observation.Said(String text, _) -> said(text);
            case Observation.Outcome(Json observation, boolean success, _) -> {
                List<Node> nodes = new ArrayList<>();
                if (!success) {
                    nodes.add(new Chip("the tool reports a failure", Chip.Tone.BAD));
                }
                nodes.add(text(observation.asText().orElseGet(() -> JsonWriter.indented(observation))));
                yield nodes;
            }
            case Observation.Failed _ -> List.of();
            case Observation.Other(Json results) -> List.of(text(JsonWriter.indented(results), "code"));
        };
    }

    private Node text(String text, String... styleClasses) {
        Fold fold = new Fold(step, call.number(), Fold.Part.ANSWER_TEXT);
        return new FoldedText(text, context.place().isOpened(fold), now -> context.place().open(fold, now), styleClasses);
    }

    private Node card(Observation.Hit hit) {
        return new ProductCard(hit).opening(() -> context.navigator().openProduct(hit.productId())).marked(marks(hit.productId()));
    }

    /// What the tool said, over the products that it is about, as far as the run's searches showed them.
    private List<Node> said(String text) {
        List<Node> nodes = new ArrayList<>(List.of(text(text)));
        if (call.name().equals(ToolCall.RECOMMEND_PRODUCT)) {
            List<Node> cards = call.parameter("product_ids").flatMap(Json::asText).stream()
                    .flatMap(ids -> Stream.of(ids.split(",", -1)))
                    .map(id -> context.seen().get(id.strip()))
                    .filter(Objects::nonNull)
                    .map(this::card)
                    .toList();
            if (!cards.isEmpty()) {
                nodes.add(new CardGrid(cards));
            }
        }
        return nodes;
    }

    /// Viewed products, each under its name; of several, their long texts are opened on demand.
    private List<Node> facts(List<Observation.Detail> details) {
        List<Node> panes = new ArrayList<>();
        for (Observation.Detail detail : details) {
            panes.add(facts(detail, panes.size() + 1, details.size() == 1));
        }
        return panes;
    }

    private Node facts(Observation.Detail detail, int place, boolean openAtFirst) {
        Fold fold = new Fold(step, call.number(), place, Fold.Part.FACTS);
        Observation.Hit hit = context.seen().get(detail.productId());
        Label title = Texts.plain(hit == null ? "" : hit.title());
        title.setMinWidth(0);
        Label id = Texts.code(detail.productId());
        id.setMinWidth(USE_PREF_SIZE);
        HBox name = new HBox(id, title);
        name.getStyleClass().add("viewed-name");
        name.getChildren().addAll(marks(detail.productId()));
        TitledPane pane = new TitledPane();
        pane.setGraphic(name);
        pane.setMinWidth(0);
        name.setMinWidth(0);
        name.maxWidthProperty().bind(pane.widthProperty().subtract(ARROW_WIDTH));
        pane.setAccessibleText("Product " + detail.productId());
        pane.setAnimated(false);
        pane.setContent(new ProductFacts(detail));
        pane.getStyleClass().add("viewed");
        pane.setId("viewed-%d-%s".formatted(step, detail.productId()));
        pane.setExpanded(openAtFirst != context.place().isOpened(fold));
        pane.expandedProperty().subscribe(now -> context.place().open(fold, now != openAtFirst));
        return pane;
    }

    private List<Chip> marks(String productId) {
        Set<String> targets = context.targets();
        return targets.contains(productId) ? List.of(new Chip("target", Chip.Tone.ACCENT)) : List.of();
    }
}
