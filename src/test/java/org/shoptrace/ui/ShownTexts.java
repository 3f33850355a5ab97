package org.shoptrace.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// What a person could read on a part of a screen.
public final class ShownTexts {
    private ShownTexts() {}

    /// The texts of all visible labels and buttons below `node`, in the order of the scene graph.
    public static List<String> of(Node node) {
        List<String> texts = new ArrayList<>();
        collect(node, texts);
        return texts;
    }

    /// The same, and what stands in charts, and what a screen reader says.
    public static List<String> spoken(Node node) {
        List<String> texts = new ArrayList<>(of(node));
        said(node, texts);
        return texts;
    }

    private static void said(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getAccessibleText() != null) {
            texts.add(node.getAccessibleText());
        }
        if (node instanceof Text text) {
            texts.add(text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> said(child, texts));
        }
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }
}
