package org.shoptrace.ui.find;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.search.QueryParser;
import org.shoptrace.core.search.RunField;
import org.shoptrace.core.search.RunFields;
import org.shoptrace.ui.kit.Texts;

/// The language of questions on a page. Each example can be asked at once.
final class FindHelp extends ScrollPane {
    private static final List<List<String>> LANGUAGE = List.of(
            List.of("garden hose", "steps that have both words, wherever they stand", "garden hose"),
            List.of("\"…\"", "word for word and sign for sign; case, accents and spaces do not count", "\"color_family: grey\""),
            List.of("begin*", "words that begin so", "refund*"),
            List.of("-…", "steps without it; beside nothing else, runs no step of which has it", "voucher -threshold"),
            List.of("… OR …", "one or the other; brackets group", "(red OR blue) shoes"),
            List.of("field:value", "what a field says; > >= < <= and 5..10 for numbers", "steps:5..10"));

    private final Consumer<String> ask;
    private final GridPane grid = new GridPane();
    private int row;

    /// @param ask takes an example
    FindHelp(Consumer<String> ask) {
        this.ask = ask;
        setId("find-help");
        setFitToWidth(true);
        getStyleClass().add("find-help");
        grid.getStyleClass().add("find-help-grid");
        ColumnConstraints name = new ColumnConstraints();
        ColumnConstraints meaning = new ColumnConstraints();
        meaning.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(name, meaning);
        section("Words", LANGUAGE);
        section("Of a step, and of products met", QueryParser.STEP_FIELDS);
        section("Of a product, inside seen:(…), returned:(…), viewed:(…), recommended:(…)", QueryParser.PRODUCT_FIELDS);
        section("Of the whole run", RunFields.ALL.stream().map(FindHelp::line).toList());
        setContent(new VBox(grid));
    }

    private static List<String> line(RunField field) {
        String values = field.values().isEmpty() ? "" : ": " + String.join(", ", field.values());
        return List.of(field.name(), field.help() + values, field.example());
    }

    private void section(String title, List<List<String>> lines) {
        Label heading = Texts.heading(title);
        heading.getStyleClass().add("find-help-section");
        grid.add(heading, 0, row++, 3, 1);
        for (List<String> line : lines) {
            Label name = Texts.code(line.getFirst());
            name.setMinWidth(USE_PREF_SIZE);
            Label meaning = Texts.wrapped(line.get(1));
            Hyperlink example = Texts.link(line.getLast());
            example.getStyleClass().add("code");
            example.setMinWidth(USE_PREF_SIZE);
            example.setAccessibleText("Ask " + line.getLast());
            example.setOnAction(_ -> ask.accept(line.getLast()));
            grid.addRow(row++, name, meaning, example);
        }
    }
}
