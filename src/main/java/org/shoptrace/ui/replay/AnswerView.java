package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.transcript.Fold;
import org.shoptrace.core.transcript.Match;
import org.shoptrace.core.transcript.Part;
import org.shoptrace.core.transcript.RunTexts;
import org.shoptrace.core.transcript.ShownAnswer;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.MeasuredBox;
import org.shoptrace.ui.kit.ProductCard;
import org.shoptrace.ui.kit.ProductFacts;
import org.shoptrace.ui.kit.Texts;

/// What a tool answered: products as cards, texts as texts, everything also as raw JSON.
final class AnswerView extends MeasuredBox {
    /// What a viewed product's title leaves for the arrow before it and the padding round it.
    private static final double ARROW_WIDTH = 48;

    /// Of a longer list the rest is shown on demand, so that no answer holds up the window.
    private static final int CARDS = 30;

    private final int step;
    private final ToolCall call;
    private final CardContext context;
    private final VBox body = new MeasuredBox();
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
        ShownAnswer shown = ShownAnswer.of(answer);
        Label summary = Texts.muted(
                shown instanceof ShownAnswer.Words(String text)
                        ? text.isEmpty() ? "The tool answered nothing" : "Answer"
                        : AnswerText.summary(call, context.targets()));
        summary.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(summary, gap);
        head.getStyleClass().add("answer-head");
        form.setId(String.format(Locale.ROOT, "answer-form-%d-%d", step, call.number()));
        form.setOnAction(_ -> {
            Fold fold = new Fold(step, call.number(), Fold.Part.ANSWER_FORM);
            context.place().open(fold, !context.place().isOpened(fold));
            refresh(answer, shown);
        });
        head.getChildren().add(form);
        getChildren().addAll(head, body);
        refresh(answer, shown);
    }

    private void refresh(Observation answer, ShownAnswer shown) {
        boolean raw = context.look().rawAnswers() != context.place().isOpened(new Fold(step, call.number(), Fold.Part.ANSWER_FORM));
        // What was looked for is in the texts of the cards; JSON has it in other places.
        boolean json = raw && match().isEmpty();
        Texts.say(form, !json ? "Show as JSON" : shown instanceof ShownAnswer.Words ? "Show as text" : "Show as cards");
        body.getChildren().setAll(json ? List.of(text(JsonWriter.indented(answer.results()), "code")) : cooked(answer, shown));
    }

    /// The occurrence to look at, when it is in this answer.
    private Optional<Match> match() {
        return context.look().sought().match().filter(
                match -> match.part().step() == step && match.part().call() == call.number() && match.part().kind() == Part.Kind.ANSWER);
    }

    private List<Node> cooked(Observation answer, ShownAnswer shown) {
        List<Node> nodes = new ArrayList<>();
        if (answer instanceof Observation.Outcome(_, boolean success, _) && !success) {
            nodes.add(new Chip("the tool reports a failure", Chip.Tone.BAD));
        }
        switch (shown) {
            case ShownAnswer.Offers(var offers) -> nodes.addAll(cards(offers));
            case ShownAnswer.Pages(var pages) -> {
                for (ShownAnswer.Page page : pages) {
                    nodes.add(facts(page, nodes.size() + 1, pages.size() == 1));
                }
            }
            case ShownAnswer.Words(String text) -> nodes.addAll(said(text));
        }
        return nodes;
    }

    private FoldedText text(String text, String... styleClasses) {
        Fold fold = new Fold(step, call.number(), Fold.Part.ANSWER_TEXT);
        return new FoldedText(text, context.place().isOpened(fold), now -> context.place().open(fold, now), styleClasses);
    }

    private List<Node> cards(List<ShownAnswer.Offer> offers) {
        if (offers.isEmpty()) {
            return List.of();
        }
        Fold fold = new Fold(step, call.number(), Fold.Part.CARDS);
        boolean whole = offers.size() <= CARDS || context.place().isOpened(fold)
                || match().filter(m -> m.part().item() > CARDS).isPresent();
        List<Node> cards = new ArrayList<>();
        for (ShownAnswer.Offer offer : whole ? offers : offers.subList(0, CARDS)) {
            cards.add(Tag.put(card(offer), Part.ofItem(step, call.number(), cards.size() + 1), -1));
        }
        CardGrid grid = new CardGrid(cards);
        if (whole) {
            return List.of(grid);
        }
        Hyperlink all = Texts.link("Show all " + offers.size() + " products");
        all.setId(String.format(Locale.ROOT, "all-cards-%d-%d", step, call.number()));
        all.setOnAction(_ -> {
            context.place().open(fold, true);
            body.getChildren().setAll(cards(offers));
        });
        return List.of(grid, all);
    }

    private ProductCard card(ShownAnswer.Offer offer) {
        String id = offer.hit().productId();
        ProductCard card = new ProductCard(offer.hit()).opening(() -> context.ports().navigator().open(new Destination.OpenProduct(id)))
                .marked(marks(id));
        offer.price().ifPresent(card::priced);
        return card;
    }

    /// What the tool said, over the products that it is about, as far as the run's searches showed them.
    private List<Node> said(String text) {
        List<Node> nodes = new ArrayList<>();
        if (!text.isEmpty()) {
            FoldedText words = text(text);
            match().map(Match::start).ifPresent(words::reveal);
            nodes.add(Tag.put(words, Part.ofCall(step, call.number(), Part.Kind.ANSWER), 0));
        }
        if (call.name().equals(ToolCall.RECOMMEND_PRODUCT)) {
            List<ProductCard> cards = call.parameter("product_ids").flatMap(Json::asText).stream()
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

    /// A viewed product under its name; of several, their long texts are opened on demand.
    private Node facts(ShownAnswer.Page page, int place, boolean openAtFirst) {
        String productId = page.detail().productId();
        Part part = Part.ofItem(step, call.number(), place);
        Fold fold = new Fold(step, call.number(), place, Fold.Part.FACTS);
        Optional<String> known = Optional.ofNullable(context.seen().get(productId)).map(offer -> offer.hit().title());
        Label title = Texts.plain(page.title().or(() -> known).orElse(""));
        title.setMinWidth(0);
        // It is shortened where the line is too short for it.
        title.setTooltip(Texts.tip(title.getText()));
        Label id = Texts.code(productId);
        id.setMinWidth(USE_PREF_SIZE);
        HBox name = new HBox(id, title);
        name.getStyleClass().add("viewed-name");
        page.price().ifPresent(price -> {
            Label amount = Texts.strong(price);
            amount.setMinWidth(USE_PREF_SIZE);
            name.getChildren().add(amount);
        });
        name.getChildren().addAll(marks(productId));
        TitledPane pane = new TitledPane();
        pane.setGraphic(name);
        pane.setMinWidth(0);
        name.setMinWidth(0);
        name.maxWidthProperty().bind(pane.widthProperty().subtract(ARROW_WIDTH));
        pane.setAccessibleText("Product " + productId);
        pane.setAnimated(false);
        ProductFacts facts = ProductFacts.told(page.detail(), page.title().filter(_ -> page.price().isPresent()), page.more());
        pane.setContent(facts);
        pane.getStyleClass().add("viewed");
        pane.setId(String.format(Locale.ROOT, "viewed-%d-%s", step, productId));
        Optional<Match> match = match().filter(m -> m.part().equals(part));
        pane.setExpanded(match.isPresent() || openAtFirst != context.place().isOpened(fold));
        pane.expandedProperty().subscribe(now -> context.place().open(fold, now != openAtFirst));
        place(facts, part, RunTexts.page(page), match);
        return Tag.put(pane, part, -1);
    }

    /// Says where in the product's text its long texts stand, and unfolds the one that holds what is looked for.
    private static void place(Node node, Part part, String whole, Optional<Match> match) {
        if (node instanceof FoldedText folded) {
            int base = whole.indexOf(folded.text());
            if (base >= 0 && !folded.text().isEmpty()) {
                Tag.put(folded, part, base);
                match.filter(m -> m.start() >= base && m.start() < base + folded.text().length())
                        .ifPresent(m -> folded.reveal(m.start() - base));
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> place(child, part, whole, match));
        }
    }

    private List<Chip> marks(String productId) {
        Set<String> targets = context.targets();
        return targets.contains(productId) ? List.of(new Chip("target", Chip.Tone.ACCENT)) : List.of();
    }
}
