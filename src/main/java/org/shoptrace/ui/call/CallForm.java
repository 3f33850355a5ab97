package org.shoptrace.ui.call;

import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.markup.DrawnText;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// A tool as a form, with a field for each of its arguments. Enter in a field runs the call. A recorded text that is edited stays as it was
/// recorded where it was not touched, with breaks and tabs that a field shows as spaces.
public final class CallForm extends VBox {
    /// Short ones stand beside each other.
    private record Field(String key, String label, String prompt, boolean isShort) {
        Field(String key, String label, String prompt) {
            this(key, label, prompt, false);
        }
    }

    private static final Map<String, List<Field>> FIELDS = Map.of(
            ToolCall.FIND_PRODUCT,
            List.of(
                    new Field("q", "Words", "as an agent would search"),
                    new Field("page", "Page", "1 to 5", true),
                    new Field("price", "Price", "low-high", true),
                    new Field("shop_id", "Shop", "any", true),
                    new Field("sort", "Order", "", true),
                    new Field("service", "Services", "none")),
            ToolCall.VIEW_PRODUCT_INFORMATION,
            List.of(new Field("product_ids", "Product ids", "with commas between them")),
            ToolCall.RECOMMEND_PRODUCT,
            List.of(new Field("product_ids", "Product ids", "in the order of the requests, with commas between them")),
            ToolCall.TERMINATE,
            List.of(new Field("status", "Status", "")),
            ToolCall.WEB_SEARCH,
            List.of(new Field("q", "Words", "what to look for"), new Field("max_results", "Pages", "10")));

    private static final Map<String, List<String>> CHOICES = Map.of("sort", List.of("", "priceasc", "pricedesc", "order"), "status",
            List.of("success", "failure"));

    private final String id;
    private final Consumer<Json.Obj> edited;
    private final Runnable run;
    private Arguments arguments;

    /// @param id     what the fields' ids begin with, such as `what-if`
    /// @param tool   one that has a form
    /// @param edited told of the arguments after each edit
    /// @param run    runs the call
    public CallForm(String id, String tool, Json.Obj parameters, Consumer<Json.Obj> edited, Runnable run) {
        this.id = id;
        this.edited = edited;
        this.run = run;
        this.arguments = new Arguments(parameters);
        getStyleClass().add("call-form");
        HBox pair = new HBox();
        for (Field field : FIELDS.getOrDefault(tool, List.of())) {
            if (!field.isShort()) {
                getChildren().add(field(field));
            } else {
                pair = pair.getChildren().size() % 2 == 0 ? pair() : pair;
                Node half = field(field);
                HBox.setHgrow(half, Priority.ALWAYS);
                pair.getChildren().add(half);
            }
        }
        lookupAll(".text-field").stream().findFirst().ifPresent(first -> first.getStyleClass().add(Sheets.FIRST));
    }

    private HBox pair() {
        HBox pair = new HBox();
        pair.getStyleClass().add("call-fields");
        getChildren().add(pair);
        return pair;
    }

    /// Whether calls of that tool can be written by form.
    public static boolean has(String tool) {
        return FIELDS.containsKey(tool);
    }

    public Json.Obj parameters() {
        return arguments.parameters();
    }

    private Node field(Field field) {
        Node input = switch (field.key()) {
            case "sort", "status" -> choice(field);
            case "service" -> services(field);
            default -> text(field);
        };
        Label name = Texts.muted(field.label());
        name.setLabelFor(input);
        VBox box = new VBox(name, input);
        box.getStyleClass().add("call-field");
        return box;
    }

    private TextField text(Field field) {
        TextField text = new LineField(DrawnText.line(arguments.text(field.key())).text());
        text.setId(id + "-" + field.key());
        text.setAccessibleText(field.label());
        text.setPromptText(field.prompt());
        text.textProperty().addListener((_, _, now) -> edit(field.key(), DrawnText.line(arguments.text(field.key())).edited(now)));
        text.setOnAction(_ -> run.run());
        return text;
    }

    private Node services(Field field) {
        TextField text = text(field);
        FlowPane toggles = new FlowPane();
        toggles.getStyleClass().add("chips");
        for (Service service : Service.values()) {
            ToggleButton toggle = new ToggleButton(Texts.drawn(service.label()));
            toggle.setId(id + "-service-" + service.wireName());
            toggle.getStyleClass().addAll("small", "service-toggle");
            toggle.setSelected(Arguments.names(text.getText()).contains(service.wireName()));
            toggle.setOnAction(_ -> {
                SequencedSet<String> names = Arguments.names(text.getText());
                if (toggle.isSelected()) {
                    names.add(service.wireName());
                } else {
                    names.remove(service.wireName());
                }
                text.setText(String.join(",", names));
            });
            text.textProperty().addListener(_ -> toggle.setSelected(Arguments.names(text.getText()).contains(service.wireName())));
            toggles.getChildren().add(toggle);
        }
        VBox both = new VBox(text, toggles);
        both.getStyleClass().add("call-field");
        return both;
    }

    /// A choice of what the tool knows; a recorded value that it does not know can be chosen too.
    private Node choice(Field field) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId(id + "-" + field.key());
        choice.setAccessibleText(field.label());
        choice.getItems().setAll(CHOICES.getOrDefault(field.key(), List.of()));
        String now = arguments.text(field.key());
        if (!choice.getItems().contains(now)) {
            choice.getItems().add(now);
        }
        choice.setValue(now);
        choice.setConverter(new ChoiceNames());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setOnAction(_ -> edit(field.key(), choice.getValue()));
        return choice;
    }

    private void edit(String key, String text) {
        Arguments before = arguments;
        arguments = arguments.with(key, text);
        if (!before.equals(arguments)) {
            edited.accept(arguments.parameters());
        }
    }
}
