package org.shoptrace.ui.inspect;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.Place;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.Passage;

/// The ways from a finding to what shows it: a step or call of the run, a product in Sandbox.
final class Links {
    private final OpenRunViewModel openRun;
    private final Navigator navigator;

    Links(OpenRunViewModel openRun, Navigator navigator) {
        this.openRun = openRun;
        this.navigator = navigator;
    }

    Hyperlink place(Place place) {
        return link(place.toString(), "Go to " + place, () -> openRun.goTo(place));
    }

    /// To a sentence, which is marked.
    Hyperlink passage(Passage passage) {
        return link("step " + passage.step(), "Go to the sentence in step " + passage.step(), () -> openRun.goTo(passage));
    }

    Hyperlink step(int step, String text) {
        return link(text, "Go to step " + step, () -> openRun.goToStep(step));
    }

    Hyperlink product(String productId) {
        Hyperlink link = link(productId, "Open product " + productId + " in Sandbox",
                () -> navigator.open(new Destination.OpenProduct(productId)));
        link.getStyleClass().add("code");
        return link;
    }

    void goTo(Place place) {
        openRun.goTo(place);
    }

    /// A sentence of evidence with its links under it.
    Node evidence(Evidence evidence, String id) {
        Flow links = new Flow();
        links.getStyleClass().add("finding-links");
        evidence.place().ifPresent(place -> links.getChildren().add(place(place)));
        evidence.product().ifPresent(product -> links.getChildren().add(product(product)));
        String constraint = evidence.constraint().map(stated -> stated + ": ").orElse("");
        VBox texts = new VBox(Texts.wrapped(sentence(constraint + evidence.text())));
        if (!links.getChildren().isEmpty()) {
            texts.getChildren().add(links);
        }
        texts.setId(id);
        return texts;
    }

    /// A line that begins with an icon.
    static HBox line(Ikon icon, String styleClass, Node content, String words) {
        FontIcon sign = Icons.of(icon);
        sign.getStyleClass().add(styleClass);
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox line = new HBox(sign, content);
        line.getStyleClass().add("finding-line");
        line.setAccessibleText(words);
        return line;
    }

    static Label small(String text) {
        return Texts.wrapped(text, "muted", "small-text");
    }

    /// With a capital at its beginning.
    static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static Hyperlink link(String text, String words, Runnable action) {
        Hyperlink link = Texts.link(text);
        link.setAccessibleText(words);
        link.setTooltip(Texts.tip(words));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> {
            action.run();
            link.setVisited(false);
        });
        return link;
    }
}
