package org.shoptrace.ui.takeover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.takeover.Continuation.Request;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.call.CallForm;
import org.shoptrace.ui.call.CallWords;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// The next step: the tools as forms, a thought, what the user is told. Ctrl+Enter makes it.
final class StepForm extends VBox {
    private static final List<String> TOOLS = List.of(
            ToolCall.FIND_PRODUCT,
            ToolCall.VIEW_PRODUCT_INFORMATION,
            ToolCall.WEB_SEARCH,
            ToolCall.RECOMMEND_PRODUCT,
            ToolCall.TERMINATE);
    private static final Json.Obj SEARCH = Json.Obj.EMPTY.with("page", Json.Num.of(1L));
    private static final Json.Obj END = Json.Obj.EMPTY.with("status", Json.of("success"));

    private final TakeOverViewModel model;
    private final Label query = Texts.wrapped("", "strong");
    private final TextField author = new LineField();
    private final ToggleGroup tools = new ToggleGroup();
    private final Map<String, ToggleButton> toolButtons = new LinkedHashMap<>();
    private final SequencedMap<String, Json.Obj> written = new LinkedHashMap<>();
    private final StackPane arguments = new StackPane();
    private final FlowPane collected = new FlowPane();
    private final List<Request> calls = new ArrayList<>();
    private final Label noWeb = Texts.wrapped("web_search is off: this workspace has no web to search.", "muted", "small-text");
    private int made;
    private boolean asked;
    private final TextArea think = area("take-over-think", "Thought", "why, if you like");
    private final TextArea response = area("take-over-response", "To the user", "an answer, if there is one");
    private final Label status = Texts.wrapped("", "muted");
    private final Button make = new Button("Make the step", Icons.of(Feather.PLAY));
    private final Button undo = small("take-over-undo", "Undo step", Feather.ROTATE_CCW);
    private final Button other = small("take-over-other", "Let the scripted shopper finish", Feather.FAST_FORWARD);
    private final Button save = small("take-over-save", "Save as a run", Feather.SAVE);
    private final Button discard = small("take-over-discard", "Discard", Feather.TRASH_2);

    StepForm(TakeOverViewModel model) {
        this.model = model;
        getStyleClass().add("step-form");
        query.setId("take-over-query");
        author.setId("take-over-author");
        author.setAccessibleText("Your name");
        author.textProperty().addListener((_, _, name) -> model.sign(name));
        status.setId("take-over-note");
        collected.getStyleClass().add("chips");
        Label failure = Texts.bound(model.failureProperty(), "trouble");
        failure.setId("take-over-failure");
        failure.setWrapText(true);
        failure.visibleProperty().bind(model.failureProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        VBox fields = new VBox(
                TakeOverPane.named("The user asks", query),
                TakeOverPane.named("You go on as", author),
                TakeOverPane.named("The next step", toolBar()),
                arguments,
                collected,
                TakeOverPane.named("Thought", think),
                TakeOverPane.named("To the user", response),
                noWeb,
                Texts.wrapped("python_execute is not offered: it needs an isolation that is not here.", "muted", "small-text"));
        fields.getStyleClass().add("step-form-fields");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot(failure));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                event.consume();
                makeStep();
            }
        });
        model.busyProperty().subscribe(_ -> refresh());
    }

    /// Puts a product into the form of a tool, beside those that are there.
    void ask(String tool, String productId) {
        String before = written.getOrDefault(tool, Json.Obj.EMPTY).text("product_ids").orElse("");
        SequencedSet<String> ids = new LinkedHashSet<>(Arrays.asList(before.split(",", -1)));
        ids.remove("");
        ids.add(productId);
        written.put(tool, Json.Obj.EMPTY.with("product_ids", Json.of(String.join(",", ids))));
        choose(tool);
    }

    /// What is written here and in no step yet; empty when nothing is.
    Optional<Unsent> unsent() {
        boolean nothing = calls.isEmpty() && think.getText().isBlank() && response.getText().isBlank()
                && written.entrySet().stream().allMatch(each -> each.getValue().equals(beginning(each.getKey())));
        return nothing ? Optional.empty() : Optional.of(new Unsent(chosen(), written, calls, think.getText(), response.getText()));
    }

    /// Begins with another run: with what was written there before, else empty.
    void clear() {
        written.clear();
        calls.clear();
        Optional<Unsent> before = model.takeUnsent();
        before.ifPresent(left -> {
            written.putAll(left.written());
            calls.addAll(left.calls());
        });
        think.setText(before.map(Unsent::think).orElse(""));
        response.setText(before.map(Unsent::response).orElse(""));
        if (model.stateProperty().get() instanceof TakeOverState.Going(TakeOver so)) {
            author.setText(so.origin().by());
            made = so.own().size();
        }
        showCollected();
        choose(before.map(Unsent::tool).filter(tool -> !tool.isEmpty()).orElse(ToolCall.FIND_PRODUCT));
    }

    void refresh() {
        if (!(model.stateProperty().get() instanceof TakeOverState.Going(TakeOver so))) {
            return;
        }
        Texts.say(query, so.query());
        if (so.own().size() > made) {
            begun();
        }
        made = so.own().size();
        boolean busy = model.busyProperty().get();
        boolean more = model.canGoOn();
        author.setDisable(!so.own().isEmpty());
        make.setDisable(busy || !more);
        other.setDisable(busy || !more);
        undo.setDisable(busy || so.own().isEmpty());
        save.setDisable(busy || so.own().isEmpty());
        discard.setDisable(busy);
        Texts.say(status, so.ended()
                ? "The run has ended. Save it, or undo the step."
                : more
                        ? "Every step is kept as you make it; leaving loses nothing."
                        : String.format(Locale.ROOT, "All %d steps are used. Save the run, or undo a step.", model.stepLimit()));
        askToDiscard(false);
    }

    private Node toolBar() {
        FlowPane bar = new FlowPane();
        bar.getStyleClass().add("chips");
        for (String tool : TOOLS) {
            ToggleButton button = new ToggleButton(Texts.drawn(CallWords.name(tool)), Icons.of(CallWords.icon(tool)));
            button.setId("take-over-tool-" + tool);
            button.getStyleClass().add("chip-toggle");
            button.setToggleGroup(tools);
            button.setOnAction(_ -> choose(tool));
            toolButtons.put(tool, button);
            bar.getChildren().add(button);
        }
        return bar;
    }

    private void choose(String tool) {
        toolButtons.forEach((name, button) -> button.setSelected(name.equals(tool)));
        offerWeb();
        CallForm form = new CallForm(
                "take-over", tool, written.computeIfAbsent(tool, StepForm::beginning), edited -> written.put(tool, edited), this::makeStep);
        Button more = small("take-over-more", "One more call in this step", Feather.PLUS);
        more.setOnAction(_ -> {
            calls.add(new Request(tool, written.getOrDefault(tool, Json.Obj.EMPTY)));
            written.remove(tool);
            showCollected();
            choose(tool);
        });
        VBox both = new VBox(form, more);
        both.getStyleClass().add("call-form");
        arguments.getChildren().setAll(both);
        arguments.lookupAll(".text-field").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void offerWeb() {
        boolean there = model.hasWeb();
        Optional.ofNullable(toolButtons.get(ToolCall.WEB_SEARCH)).ifPresent(button -> button.setDisable(!there));
        noWeb.setVisible(!there);
        noWeb.setManaged(!there);
    }

    private static Json.Obj beginning(String tool) {
        return switch (tool) {
            case ToolCall.FIND_PRODUCT -> SEARCH;
            case ToolCall.TERMINATE -> END;
            default -> Json.Obj.EMPTY;
        };
    }

    private void showCollected() {
        collected.getChildren().setAll(calls.stream().map(this::chip).toList());
        collected.setVisible(!calls.isEmpty());
        collected.setManaged(!calls.isEmpty());
    }

    private Node chip(Request call) {
        Button chip = new Button(Texts.drawn(CallWords.name(call.tool()) + " " + CallWords.arguments(call.parameters())),
                Icons.of(Feather.X));
        chip.setAccessibleText("Take out " + chip.getText());
        chip.getStyleClass().add("small");
        chip.setOnAction(_ -> {
            calls.remove(call);
            showCollected();
        });
        return chip;
    }

    private void makeStep() {
        String tool = chosen();
        List<Request> all = new ArrayList<>(calls);
        Json.Obj parameters = written.getOrDefault(tool, Json.Obj.EMPTY);
        // A form that nobody wrote into is no call; the end needs no writing.
        boolean asked = tool.equals(ToolCall.TERMINATE) || !tool.isEmpty() && !parameters.equals(beginning(tool));
        if (asked) {
            all.add(new Request(tool, parameters));
        }
        model.make(think.getText(), all, response.getText());
    }

    /// A step was made of what is written here, so the form is empty for the next; after a failure everything stays.
    private void begun() {
        String tool = chosen();
        calls.clear();
        written.remove(tool);
        think.clear();
        response.clear();
        showCollected();
        choose(tool.isEmpty() ? ToolCall.FIND_PRODUCT : tool);
    }

    private String chosen() {
        return toolButtons.entrySet().stream().filter(b -> b.getValue().isSelected()).map(Map.Entry::getKey).findFirst().orElse("");
    }

    /// What cannot be had back is asked once more, by the button itself.
    private void discard() {
        boolean nothing = unsent().isEmpty() && model.stateProperty().get() instanceof TakeOverState.Going(TakeOver so)
                && so.own().isEmpty();
        if (asked || nothing) {
            askToDiscard(false);
            model.discard();
        } else {
            askToDiscard(true);
        }
    }

    private void askToDiscard(boolean now) {
        asked = now;
        Texts.say(discard, now ? "Press again to discard for good" : "Discard");
    }

    private Node foot(Label failure) {
        make.setId("take-over-make");
        make.getStyleClass().add("accent");
        make.setTooltip(Texts.tip("Ctrl+Enter"));
        make.setOnAction(_ -> makeStep());
        undo.setOnAction(_ -> model.undo());
        other.setOnAction(_ -> model.letOtherFinish());
        save.setOnAction(_ -> model.save());
        discard.setOnAction(_ -> discard());
        discard.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                askToDiscard(false);
            }
        });
        FlowPane buttons = new FlowPane(make, undo, other);
        FlowPane ends = new FlowPane(save, discard);
        buttons.getStyleClass().add("what-if-buttons");
        ends.getStyleClass().add("what-if-buttons");
        VBox foot = new VBox(failure, buttons, status, ends);
        foot.getStyleClass().add("step-form-foot");
        return foot;
    }

    private static TextArea area(String id, String name, String prompt) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setAccessibleText(name);
        area.setPromptText(prompt);
        area.setPrefRowCount(2);
        area.setWrapText(true);
        return area;
    }

    private static Button small(String id, String text, Feather icon) {
        Button button = new Button(Texts.drawn(text), Icons.of(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        return button;
    }
}
