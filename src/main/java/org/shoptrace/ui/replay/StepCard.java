package org.shoptrace.ui.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.transcript.EventKind;
import org.shoptrace.core.transcript.Fold;
import org.shoptrace.core.transcript.Match;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.core.transcript.Part;
import org.shoptrace.core.transcript.PartText;
import org.shoptrace.core.transcript.RunTexts;
import org.shoptrace.core.transcript.StepEvents;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.MeasuredBox;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.run.StepIcons;

/// A step: what the agent thought, called and was answered, and what it told the user.
final class StepCard extends MeasuredBox {
    private final Step step;
    private final CardContext context;
    private final MarkLayer marks;
    private final VBox body = new MeasuredBox();

    StepCard(Step step, CardContext context) {
        this.step = step;
        this.context = context;
        setId("step-" + step.number());
        getStyleClass().add("step-card");
        marks = new MarkLayer(this, context.look().sought(), context.look().marks());
        body.getStyleClass().add("step-body");
        fill();
        getChildren().add(header());
        made().ifPresent(getChildren()::add);
        if (!body.getChildren().isEmpty()) {
            getChildren().add(body);
        }
        if (!context.look().sought().query().isEmpty() || context.look().marks().any(step.number())) {
            getChildren().add(marks);
        }
    }

    /// Where what is looked for is to be seen.
    MarkLayer marks() {
        return marks;
    }

    private void fill() {
        int number = step.number();
        List<Node> parts = body.getChildren();
        others(true);
        unspoken();
        if (context.shows(number, new EventKind.Failure())) {
            StepEvents.noReply(step).ifPresent(what -> parts.add(trouble(what)));
        }
        if (context.shows(number, new EventKind.Thought())) {
            step.think().ifPresent(text -> parts.add(said(text, Fold.Part.THINK, Part.Kind.THOUGHT, "think")));
            RunTexts.reasoning(step).ifPresent(text -> parts.add(said(text, Fold.Part.REASONING, Part.Kind.REASONING, "think")));
        }
        step.calls().stream().map(call -> new CallBox(number, call, picturesOf(call), context)).filter(CallBox::isShown)
                .forEach(parts::add);
        if (context.shows(number, new EventKind.Response())) {
            step.response().ifPresent(text -> parts.add(response(text)));
            RunTexts.output(step).ifPresent(text -> {
                parts.add(Texts.muted("The model's text as it came"));
                parts.add(said(text, Fold.Part.OUTPUT, Part.Kind.OUTPUT, "code"));
            });
        }
        if (context.shows(number, new EventKind.Response())) {
            step.pictures().stream().filter(picture -> picture.call().isEmpty() && picture.speaker().isEmpty()).map(this::picture)
                    .forEach(parts::add);
        }
        others(false);
        if (context.place().isOpened(otherFields()) || matchIn(Part.Kind.FIELD)) {
            parts.add(fields());
        }
    }

    /// What others than the agent say, before or after what it does.
    private void others(boolean before) {
        for (int i = 0; i < step.others().size(); i++) {
            Interjection other = step.others().get(i);
            if (other.before() == before && context.shows(step.number(), new EventKind.Speaks(other.speaker()))) {
                body.getChildren().add(other(other, i + 1));
            }
        }
    }

    /// Images of who says nothing beside them, such as those of a query.
    private void unspoken() {
        for (Interjection.Speaker speaker : Interjection.Speaker.values()) {
            List<Picture> shown = shownBy(speaker);
            if (!shown.isEmpty() && context.shows(step.number(), new EventKind.Speaks(speaker))
                    && step.others().stream().noneMatch(other -> other.speaker() == speaker)) {
                VBox box = new VBox(who(speaker));
                shown.stream().map(this::picture).forEach(box.getChildren()::add);
                box.getStyleClass().add("other-speaker");
                body.getChildren().add(box);
            }
        }
    }

    private List<Picture> shownBy(Interjection.Speaker speaker) {
        return step.pictures().stream()
                .filter(picture -> picture.call().isEmpty() && picture.speaker().filter(who -> who == speaker).isPresent())
                .toList();
    }

    private List<Picture> picturesOf(ToolCall call) {
        return step.pictures().stream().filter(picture -> picture.call().filter(number -> number == call.number()).isPresent()).toList();
    }

    private Node picture(Picture picture) {
        return context.compact(step.number()) ? PictureView.inWords() : new PictureView(picture, context);
    }

    private static Label who(Interjection.Speaker speaker) {
        Label who = Texts.muted(speaker.label());
        who.setGraphic(Icons.of(StepIcons.of(speaker)));
        return who;
    }

    private Node other(Interjection other, int place) {
        VBox box = new VBox(
                who(other.speaker()),
                said(other.text(), new Fold(step.number(), 0, place, Fold.Part.OTHERS), Part.ofOther(step.number(), place), "other-text"));
        // The file does not say beside which of several messages an image stands; the first has them.
        if (step.others().stream().filter(each -> each.speaker() == other.speaker()).findFirst().orElseThrow() == other) {
            shownBy(other.speaker()).stream().map(this::picture).forEach(box.getChildren()::add);
        }
        box.getStyleClass().add("other-speaker");
        return box;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
        // It is laid out after its siblings, whose texts it marks.
        marks.requestLayout();
    }

    private Node header() {
        Label number = Texts.strong(String.format(Locale.ROOT, "Step %d / %d", step.number(), context.steps()));
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label tools = Texts.muted(tools(step));
        tools.setMinWidth(0);
        if (!tools.getText().isEmpty()) {
            tools.setTooltip(Texts.tip(tools.getText()));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button fields = Icons.button(Feather.LIST, "Show the other fields of step " + step.number(), this::toggleFields);
        fields.setId("fields-" + step.number());
        Button copy = Icons.button(
                Feather.COPY,
                "Copy step " + step.number() + " as JSON",
                () -> context.ports().clipboard().copy(JsonWriter.indented(step.source())));
        copy.setId("copy-step-" + step.number());
        HBox header = new HBox(number, tools, gap);
        Optional.ofNullable(context.said().get(step.number())).ifPresent(what -> header.getChildren().add(said(what)));
        List<Claim> wrong = context.look().marks().wrong(step.number());
        if (!wrong.isEmpty()) {
            header.getChildren().add(wrong(wrong));
        }
        header.getChildren().addAll(context.actions().buttons(RunAction.Scope.STEP, Place.of(step)));
        header.getChildren().addAll(fields, copy);
        header.getStyleClass().add("step-header");
        return header;
    }

    /// What the model's turn took and why it ended, as far as the file says it.
    private Optional<Node> made() {
        String words = OwnWords.generation(step.generation());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Label made = Texts.muted(words);
        made.setId("made-" + step.number());
        made.setMinWidth(0);
        made.getStyleClass().add("step-made");
        if (step.generation().isCutOff()) {
            made.setGraphic(Icons.of(Feather.SCISSORS));
            made.getStyleClass().add("cut-off");
        }
        made.setTooltip(Texts.tip(words
                + step.generation().finishReason().map(reason -> "\nThe file's word for why the turn ended: " + reason).orElse("")
                + step.generation().model().map(name -> "\nMade by " + name).orElse("")));
        return Optional.of(made);
    }

    private Node wrong(List<Claim> claims) {
        String what = Counts.of(claims.size(), "wrong claim");
        Label sign = Texts.signed(what, Icons.of(Feather.ALERT_OCTAGON));
        sign.setId("wrong-claims-" + step.number());
        sign.getStyleClass().add("wrong-claims");
        String each = claims.stream().map(TextMarks::says).collect(Collectors.joining("\n"));
        sign.setTooltip(Texts.tip(each));
        sign.setAccessibleText("Step " + step.number() + ", " + what + ": " + each);
        sign.setMinWidth(Region.USE_PREF_SIZE);
        return sign;
    }

    private Node said(String what) {
        Label sign = Texts.signed("", Icons.of(Feather.BOOKMARK));
        sign.getGraphic().getStyleClass().add("said-sign");
        sign.setId("said-" + step.number());
        sign.setTooltip(Texts.tip(what));
        sign.setAccessibleText("Step " + step.number() + " is " + what);
        sign.setMinWidth(Region.USE_PREF_SIZE);
        return sign;
    }

    /// The tools that a step calls: `find_product ×2 · view_product_information`.
    static String tools(Step step) {
        SequencedMap<String, Long> counts = step.calls().stream()
                .collect(Collectors.groupingBy(ToolCall::name, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map((Map.Entry<String, Long> tool) -> tool.getValue() == 1 ? tool.getKey() : tool.getKey() + " ×" + tool.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static Node trouble(String what) {
        Label trouble = Texts.wrapped(what, "trouble");
        trouble.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        return trouble;
    }

    private Node response(String text) {
        VBox response = new VBox(
                Texts.muted("Answer to the user"), said(text, Fold.Part.RESPONSE, Part.Kind.RESPONSE, "response-text"));
        response.getStyleClass().add("response");
        return response;
    }

    private Node said(String text, Fold.Part fold, Part.Kind kind, String styleClass) {
        return said(text, new Fold(step.number(), 0, fold), Part.ofStep(step.number(), kind), styleClass);
    }

    private Node said(String text, Fold fold, Part part, String styleClass) {
        if (context.compact(step.number())) {
            Label line = Texts.plain(AnswerText.oneLine(text));
            line.setMinWidth(0);
            line.getStyleClass().addAll(styleClass, "one-line");
            return line;
        }
        FoldedText folded = folded(text, fold, part);
        folded.getStyleClass().add(styleClass);
        return folded;
    }

    private FoldedText folded(String text, Fold fold, Part part) {
        FoldedText folded = new FoldedText(text, context.place().isOpened(fold), now -> context.place().open(fold, now));
        context.look().marks().passage(part).map(Span::start).ifPresent(folded::reveal);
        context.look().sought().match().filter(match -> match.part().equals(part)).map(Match::start).ifPresent(folded::reveal);
        return Tag.put(folded, part, 0);
    }

    private boolean matchIn(Part.Kind kind) {
        return context.look().sought().match()
                .filter(match -> match.part().step() == step.number() && match.part().kind() == kind)
                .isPresent();
    }

    private Fold otherFields() {
        return new Fold(step.number(), 0, Fold.Part.FIELDS);
    }

    private void toggleFields() {
        boolean now = !context.place().isOpened(otherFields());
        context.place().open(otherFields(), now);
        body.getChildren().removeIf(node -> node.getStyleClass().contains("other-fields"));
        if (now) {
            body.getChildren().add(fields());
        }
        if (!getChildren().contains(body)) {
            getChildren().add(getChildren().size() - (getChildren().contains(marks) ? 1 : 0), body);
        }
    }

    /// What the file says of the step beside what the card shows.
    private Node fields() {
        VBox fields = new VBox(Texts.strong("Other fields of this step"));
        fields.getStyleClass().addAll("other-fields");
        fields.setId("other-fields-" + step.number());
        List<PartText> texts = RunTexts.fields(step);
        texts.forEach(field -> fields.getChildren().add(new VBox(
                Texts.muted(field.part().name()),
                folded(field.text(), new Fold(step.number(), 0, texts.indexOf(field) + 1, Fold.Part.FIELDS), field.part()))));
        if (texts.isEmpty()) {
            fields.getChildren().add(Texts.muted("The file holds nothing more of it."));
        }
        return fields;
    }
}
