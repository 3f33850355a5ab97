package org.shoptrace.ui.evaluate;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.shoptrace.ui.kit.Texts;

/// The title of a card, a note beside it, and buttons at the end. A note that is too long for the rest of the line stands below, over the
/// whole width: beside a long title or in large text nothing would be left for its words.
final class ChartHead extends Region {
    private static final double APART = 8;

    private final Label heading;
    private final Label note = Texts.muted("");
    private final HBox buttons = new HBox();

    ChartHead(String title, List<Button> ends) {
        getStyleClass().add("chart-head");
        heading = Texts.heading(title);
        heading.setWrapText(true);
        note.setWrapText(true);
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        buttons.getStyleClass().add("chart-head");
        buttons.getChildren().setAll(ends);
        getChildren().addAll(heading, note, buttons);
        note.textProperty().subscribe(this::requestLayout);
    }

    String note() {
        return note.getText();
    }

    void note(String text) {
        Texts.say(note, text);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Where everything stands.
    ///
    /// @param title  room for the title, in pixels
    /// @param first  height of the first line
    /// @param beside whether the note is on the first line
    private record Places(double title, double first, boolean beside) {}

    private Places places(double width) {
        double room = Math.max(0, width - ends());
        double title = Math.min(heading.prefWidth(-1), room);
        double first = Math.max(heading.prefHeight(title), buttons.prefHeight(-1));
        return new Places(title, first, title + APART + note.prefWidth(-1) <= room);
    }

    private double ends() {
        return APART + buttons.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return ends();
    }

    @Override
    protected double computePrefWidth(double height) {
        return heading.prefWidth(-1) + APART + note.prefWidth(-1) + ends();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width >= 0 ? width : computePrefWidth(-1);
        Places places = places(wide);
        return snapSizeY(places.first() + (places.beside() || !note.isVisible() ? 0 : note.prefHeight(wide)));
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double wide = getWidth();
        Places places = places(wide);
        double first = places.first();
        double titleHeight = heading.prefHeight(places.title());
        place(heading, 0, (first - titleHeight) / 2, places.title(), titleHeight);
        double buttonsWidth = buttons.prefWidth(-1);
        place(buttons, wide - buttonsWidth, (first - buttons.prefHeight(-1)) / 2, buttonsWidth, buttons.prefHeight(-1));
        if (places.beside()) {
            double noteHeight = note.prefHeight(-1);
            place(note, places.title() + APART, (first - noteHeight) / 2, note.prefWidth(-1), noteHeight);
        } else {
            place(note, 0, first, wide, note.prefHeight(wide));
        }
    }

    private void place(Region node, double x, double y, double width, double height) {
        node.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
    }
}
