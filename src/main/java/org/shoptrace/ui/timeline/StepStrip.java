package org.shoptrace.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.core.timeline.RewardLine;
import org.shoptrace.core.timeline.StepGlance;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.StepIcons;

/// One cell a step: what the agent did in it, as icons, whether something went wrong, which milestone it is, whether it is annotated, and
/// how much of every request is met after it. Virtualised, so that hundreds of steps cost no more than those in view.
final class StepStrip extends ListView<StepGlance> {
    private static final double NARROWEST = 52;
    private static final double WIDEST = 110;
    private static final PseudoClass ALL_MET = PseudoClass.getPseudoClass("all-met");
    private static final double USUAL_HEIGHT = 54;
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final TimelineViewModel model;
    private final OpenRunViewModel openRun;

    StepStrip(TimelineViewModel model) {
        this.model = model;
        openRun = model.openRun();
        setId("step-strip");
        getStyleClass().add("step-strip");
        setOrientation(Orientation.HORIZONTAL);
        setAccessibleText("Steps");
        setCellFactory(_ -> new GlanceCell());
        fixedCellSizeProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp((getWidth() - 4) / Math.max(1, getItems().size()), NARROWEST * scale(), WIDEST * scale()),
                        widthProperty(),
                        heightProperty(),
                        getItems()));
        openRun.openProperty().subscribe(this::show);
        model.strip().linesProperty().subscribe(_ -> refresh());
        model.remarks().stepsProperty().subscribe(_ -> refresh());
        openRun.stepProperty().subscribe(number -> follow(number.intValue()));
        getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (index.intValue() >= 0) {
                openRun.goToStep(index.intValue() + 1);
            }
        });
    }

    /// How much larger than usual the text is, which the strip's height follows.
    private double scale() {
        return Math.max(1, getHeight() / USUAL_HEIGHT);
    }

    private void show(Optional<OpenRun> run) {
        getItems().setAll(run.map(open -> open.run().steps().stream().map(StepGlance::of).toList()).orElse(List.of()));
        follow(openRun.stepProperty().get());
    }

    private void follow(int number) {
        if (number < 1 || number > getItems().size() || getSelectionModel().getSelectedIndex() == number - 1) {
            return;
        }
        getSelectionModel().clearAndSelect(number - 1);
        getFocusModel().focus(number - 1);
        if (getItems().size() * getFixedCellSize() > getWidth()) {
            scrollTo(Math.max(0, number - 3));
        }
    }

    private final class GlanceCell extends ListCell<StepGlance> {
        private final Label number = Texts.muted("");
        private final HBox icons = new HBox();
        private final HBox bars = new HBox();
        private final VBox content = new VBox(number, icons, bars);
        private final Tooltip tooltip = new Tooltip();

        GlanceCell() {
            getStyleClass().add("glance");
            content.setAlignment(Pos.CENTER);
            content.getStyleClass().add("glance-content");
            icons.setAlignment(Pos.CENTER);
            icons.getStyleClass().add("glance-icons");
            bars.setAlignment(Pos.CENTER);
            bars.getStyleClass().add("glance-bars");
            // The press goes to the step and leaves the focus where it is, so that the keys go on working.
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (!isEmpty()) {
                    openRun.goToStep(getItem().number());
                }
                event.consume();
            });
        }

        /// The strip gives the height.
        @Override
        protected double computePrefHeight(double width) {
            return 0;
        }

        @Override
        protected void updateItem(@Nullable StepGlance glance, boolean empty) {
            super.updateItem(glance, empty);
            if (empty || glance == null) {
                setGraphic(null);
                setId(null);
                setTooltip(null);
                setAccessibleText(null);
                pseudoClassStateChanged(TROUBLE, false);
                return;
            }
            setGraphic(content);
            pseudoClassStateChanged(TROUBLE, glance.trouble().isPresent());
            setId("glance-" + glance.number());
            Texts.say(number, String.valueOf(glance.number()));
            icons.getChildren().setAll(glance.acts().stream().map(StepIcons::of).map(Icons::of).toList());
            if (glance.trouble().isPresent()) {
                icons.getChildren().add(Icons.of(Feather.ALERT_TRIANGLE));
            }
            List<RewardLine> lines = model.strip().linesProperty().get();
            bars.getChildren().setAll(lines.stream().map(line -> bar(line.progress().share(glance.number()))).toList());
            model.strip().marks(glance.number()).forEach(mark -> icons.getChildren().add(Icons.of(MarkIcons.of(mark.kind()))));
            Optional<String> said = model.remarks().step(glance.number());
            said.ifPresent(_ -> icons.getChildren().add(said()));
            String words = glance.words()
                    + model.strip().marks(glance.number()).stream().map(mark -> "; " + mark.words()).collect(Collectors.joining())
                    + said.map(what -> "; " + what).orElse("")
                    + lines.stream().map(line -> "\n" + line.name() + ": " + line.met(glance.number())).collect(Collectors.joining());
            setAccessibleText(words);
            Texts.say(tooltip, words);
            setTooltip(tooltip);
            // Icons have no font before they are styled, and a cell that is filled while the strip is laid out waits for that.
            content.applyCss();
        }

        private static FontIcon said() {
            FontIcon sign = Icons.of(Feather.BOOKMARK);
            sign.getStyleClass().add("said-sign");
            return sign;
        }

        /// The share of a request's constraints that are met, from none to all.
        private static Region bar(double share) {
            Region met = new Region();
            met.getStyleClass().add("glance-met");
            StackPane bar = new StackPane(met);
            bar.setAlignment(Pos.CENTER_LEFT);
            bar.getStyleClass().add("glance-bar");
            met.maxWidthProperty().bind(bar.widthProperty().multiply(share));
            bar.pseudoClassStateChanged(ALL_MET, share >= 1);
            HBox.setHgrow(bar, Priority.ALWAYS);
            return bar;
        }
    }
}
