package org.shoptrace.ui.annotate;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.shoptrace.core.markup.DrawnText;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;

/// The texts of a step, in which a piece is selected by mouse or by Shift and the arrows, and marked.
public final class MarkTextPane extends VBox {
    private static final int MOST_ROWS = 8;
    private static final int USUAL_ROW = 90;

    /// @param done closes it
    public MarkTextPane(AnnotateViewModel model, Runnable done) {
        getStyleClass().add("annotate-form");
        getChildren()
                .add(Texts.wrapped("Select a piece of a text, with the mouse or with Shift and the arrow keys, then mark it.", "muted"));
        boolean first = true;
        for (AnnotateViewModel.MarkedText text : model.texts()) {
            getChildren().addAll(Texts.heading(text.field().label()), area(model, text, first, done));
            first = false;
        }
    }

    private static Node area(AnnotateViewModel model, AnnotateViewModel.MarkedText text, boolean first, Runnable done) {
        DrawnText drawn = DrawnText.mapped(text.text());
        TextArea area = new TextArea(drawn.text());
        area.setId("mark-" + text.field().wireName());
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(text.text().length() / USUAL_ROW + 1, 2, MOST_ROWS));
        area.setAccessibleText(text.field().label());
        if (first) {
            area.getStyleClass().add(Sheets.FIRST);
        }
        Button mark = new Button("Mark the selection");
        mark.setId("mark-selection-" + text.field().wireName());
        mark.disableProperty().bind(area.selectedTextProperty().isEmpty());
        mark.setOnAction(_ -> {
            IndexRange selection = area.getSelection();
            model.mark(text, drawn.sourceAt(selection.getStart()), drawn.sourceAt(selection.getEnd()));
            done.run();
        });
        VBox box = new VBox(area, mark);
        box.getStyleClass().add("annotate-said");
        return box;
    }
}
