package org.shoptrace.ui.inspect;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// A part of the inspector under a heading that folds it. What matters most stands beside the heading and stays when it is folded.
final class Section extends VBox {

    /// @param id       of the section, for its node id `section-ID` and the toggle's `fold-ID`
    /// @param expanded kept where the section is made again for another run
    /// @param beside   stands right of the title
    Section(String id, String title, BooleanProperty expanded, List<? extends Node> beside, List<? extends Node> content) {
        setId("section-" + id);
        getStyleClass().addAll("section", "inspector-section");
        FontIcon chevron = Icons.of(Feather.CHEVRON_DOWN);
        ToggleButton toggle = new ToggleButton(Texts.drawn(title), chevron);
        toggle.setId("fold-" + id);
        toggle.getStyleClass().addAll("section-toggle", "heading");
        toggle.selectedProperty().bindBidirectional(expanded);
        Flow head = new Flow(toggle);
        head.getStyleClass().add("section-head");
        head.getChildren().addAll(beside);
        VBox body = new VBox();
        body.getChildren().addAll(content);
        body.getStyleClass().add("section-body");
        body.visibleProperty().bind(expanded);
        body.managedProperty().bind(expanded);
        toggle.selectedProperty().subscribe(on -> {
            chevron.setIconCode(on ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            toggle.setAccessibleText(title + (on ? ", unfolded" : ", folded"));
        });
        // With large text a part gives way to the width there is, and pushes nothing out of sight.
        Stream.of(beside, content, List.of(body, this)).flatMap(List::stream).forEach(Section::giveWay);
        getChildren().addAll(head, body);
    }

    private static void giveWay(Node node) {
        if (node instanceof Region region) {
            region.setMinWidth(0);
        }
    }

    /// Words beside a title that give way when there is little room.
    static Label beside(String text) {
        Label label = Texts.muted(text);
        label.setMinWidth(0);
        return label;
    }
}
