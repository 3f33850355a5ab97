package org.shoptrace.ui.timeline;

import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.core.timeline.OutlineLine;
import org.shoptrace.core.timeline.StepMark;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.StepIcons;

/// The outline left of the transcript: a line a step, of which only those in view exist. The arrows and a press go to a step; Enter and
/// Escape give the focus back.
final class OutlinePane extends ListView<OutlineLine> {
    private final OpenRunViewModel openRun;
    private boolean following;

    /// @param leave gives the focus back to the screen
    OutlinePane(OutlineViewModel model, OpenRunViewModel openRun, Runnable leave) {
        this.openRun = openRun;
        setId("outline");
        getStyleClass().add("outline");
        setAccessibleText("Outline of the run");
        setCellFactory(_ -> new LineCell());
        model.linesProperty().subscribe(lines -> {
            following = true;
            getItems().setAll(lines);
            following = false;
            follow(openRun.stepProperty().get());
        });
        openRun.stepProperty().subscribe(number -> follow(number.intValue()));
        getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (index.intValue() >= 0 && !following) {
                openRun.goToStep(index.intValue() + 1);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave.run();
            } else if (event.getCode() == KeyCode.SPACE && event.getTarget() == this) {
                // A list keeps Space for itself and does nothing with it; here it plays the run, as everywhere on the screen.
                event.consume();
                Event.fireEvent(getParent(), event.copyFor(event.getSource(), getParent()));
            }
        });
    }

    private void follow(int number) {
        if (number < 1 || number > getItems().size() || getSelectionModel().getSelectedIndex() == number - 1) {
            return;
        }
        following = true;
        getSelectionModel().clearAndSelect(number - 1);
        getFocusModel().focus(number - 1);
        scrollTo(Math.max(0, number - 4));
        following = false;
    }

    private final class LineCell extends ListCell<OutlineLine> {
        private final Label number = Texts.muted("");
        private final Label headline = Texts.plain("");
        private final HBox marks = new HBox();
        private final HBox content = new HBox(number, headline, marks);
        private final Tooltip tooltip = new Tooltip();

        LineCell() {
            getStyleClass().add("outline-cell");
            content.getStyleClass().add("outline-line");
            number.getStyleClass().add("outline-number");
            headline.setMinWidth(0);
            headline.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(headline, Priority.ALWAYS);
            marks.getStyleClass().add("outline-marks");
            marks.setMinWidth(Region.USE_PREF_SIZE);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            setPrefWidth(0);
            // The press goes to the step and leaves the focus where it is, so that the keys go on working.
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (!isEmpty()) {
                    openRun.goToStep(getItem().number());
                }
                event.consume();
            });
        }

        @Override
        protected void updateItem(@Nullable OutlineLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            Texts.say(number, String.valueOf(line.number()));
            Texts.say(headline, line.headline());
            headline.setGraphic(Icons.of(StepIcons.of(line.glance())));
            marks.getChildren().setAll(line.marks().stream().map(LineCell::sign).toList());
            Texts.say(tooltip, line.words());
            setTooltip(tooltip);
            setAccessibleText(line.words());
            setGraphic(content);
        }

        private static FontIcon sign(StepMark mark) {
            FontIcon sign = Icons.of(MarkIcons.of(mark.kind()));
            sign.getStyleClass().add(switch (mark.kind()) {
                case TROUBLE -> "nearly";
                case SIGHT -> "met";
                case SAID -> "said-sign";
                case LET_GO, OUT_OF_STEPS, COMMITTED -> "outline-milestone";
            });
            return sign;
        }
    }
}
