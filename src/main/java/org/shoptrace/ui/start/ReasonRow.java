package org.shoptrace.ui.start;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.runs.RunOverview;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.MeasuredBox;
import org.shoptrace.ui.kit.Texts;

/// A reason of failure: its word, how many runs, and what the word means. The whole row opens those runs, by a click, Enter or Space.
final class ReasonRow extends MeasuredBox {
    private final Runnable open;

    /// @param most how many runs the longest bar stands for
    ReasonRow(RunOverview.Reason reason, int most, Runnable open) {
        this.open = open;
        setId("reason-" + reason.reason().label().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
        getStyleClass().add("reason");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        String count = Counts.of(reason.runs().size(), "run") + String.format(Locale.ROOT, ", %.0f %%", 100 * reason.share());
        setAccessibleText(reason.reason().label() + ": " + count + ". " + reason.reason().meaning());
        GridPane grid = OutcomesPane.grid();
        Label word = Texts.wrapped(reason.reason().label(), "reason-word");
        VBox drawn = new VBox(bar(reason, most), Texts.wrapped(reason.reason().meaning(), "muted"));
        drawn.getStyleClass().add("reason-drawn");
        GridPane.setHgrow(drawn, Priority.ALWAYS);
        GridPane.setValignment(word, VPos.TOP);
        grid.addRow(0, word, drawn);
        getChildren().add(grid);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                event.consume();
                press();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                press();
            }
        });
    }

    /// Opens the runs, as a click does.
    void press() {
        requestFocus();
        open.run();
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            press();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private static HBox bar(RunOverview.Reason reason, int most) {
        Label count = Texts.strong(Counts.grouped(reason.runs().size()));
        Label share = Texts.muted(String.format(Locale.ROOT, "%.0f %%", 100 * reason.share()));
        Region fill = new Region();
        fill.getStyleClass().add("reason-bar");
        HBox line = new HBox(fill, count, share);
        line.getStyleClass().add("reason-line");
        for (Label label : new Label[] {count, share}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        // The longest bar leaves room for its figures.
        fill.prefWidthProperty().bind(line.widthProperty().multiply(0.76 * reason.runs().size() / most));
        fill.setMinWidth(2);
        return line;
    }
}
