package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.shoptrace.core.chart.Listing;
import org.shoptrace.ui.kit.Texts;

/// A short table whose cells may open what stands behind them. Numbers stand to the right.
final class LinkTable extends GridPane {
    /// A column.
    ///
    /// @param number whether it holds numbers
    record Head(String title, boolean number) {
        static Head words(String title) {
            return new Head(title, false);
        }

        static Head number(String title) {
            return new Head(title, true);
        }
    }

    /// A cell.
    ///
    /// @param opens empty when nothing stands behind it
    record Cell(String text, Optional<Link> opens) {
        static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }

        static Cell opening(String text, Link link) {
            return new Cell(text, Optional.of(link));
        }
    }

    /// What a cell opens.
    ///
    /// @param id   of its node
    /// @param name with its numbers, for people who do not see the table
    record Link(String id, String name, Runnable open) {}

    private Listing listing = new Listing(List.of(), List.of());

    LinkTable() {
        getStyleClass().add("link-table");
    }

    /// @param rows as many cells as there are heads
    void show(List<Head> heads, List<List<Cell>> rows) {
        listing = new Listing(
                heads.stream().map(head -> new Listing.Column(head.title(), head.number())).toList(),
                rows.stream().map(row -> row.stream().map(Cell::text).toList()).toList());
        getChildren().clear();
        getColumnConstraints().clear();
        for (int column = 0; column < heads.size(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(heads.get(column).number() ? HPos.RIGHT : HPos.LEFT);
            getColumnConstraints().add(constraints);
            Label head = Texts.muted(heads.get(column).title());
            head.getStyleClass().add("link-head");
            head.setMinWidth(Region.USE_PREF_SIZE);
            add(head, column, 0);
            for (int row = 0; row < rows.size(); row++) {
                add(node(rows.get(row).get(column)), column, row + 1);
            }
        }
    }

    /// What is shown, as it is written with a chart beside it.
    Listing listing() {
        return listing;
    }

    private static Node node(Cell cell) {
        if (cell.opens().isEmpty()) {
            return Texts.plain(cell.text());
        }
        Link to = cell.opens().get();
        Hyperlink link = Texts.link(cell.text());
        link.setId(to.id());
        link.setAccessibleText(to.name());
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> {
            link.setVisited(false);
            to.open().run();
        });
        return link;
    }
}
