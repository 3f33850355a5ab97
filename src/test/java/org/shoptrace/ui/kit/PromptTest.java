package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.ui.kit.control.LineField;
import org.shoptrace.ui.kit.control.SearchField;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What an empty field asks for is read against its ground in both themes, as WCAG asks of text.
@ExtendWith(ApplicationExtension.class)
class PromptTest {
    private static final double READABLE = 4.5;

    private final List<TextField> fields = new ArrayList<>();

    @Start
    void start(Stage stage) {
        TextField plain = new LineField();
        plain.setPromptText("what to write");
        fields.addAll(List.of(plain, new SearchField("search", "Search", "what to look for")));
        VBox all = new VBox(new Button("first"));
        all.getChildren().addAll(fields);
        Scene scene = new Scene(all);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void isReadableInBothThemes(FxRobot robot) {
        for (Theme theme : Theme.values()) {
            robot.interact(theme::apply);
            robot.interact(() -> fields.getFirst().getScene().getRoot().applyCss());
            for (TextField field : fields) {
                List<Text> prompts = new ArrayList<>();
                field.lookupAll(".text").forEach(node -> {
                    if (node instanceof Text text && text.getText().startsWith("what to")) {
                        prompts.add(text);
                    }
                });
                Color ground = (Color) field.getBackground().getFills().getLast().getFill();
                Color prompt = (Color) prompts.getFirst().getFill();
                assertTrue(contrast(prompt, ground) >= READABLE, theme + ": " + prompt + " on " + ground);
            }
        }
        robot.interact(Theme.LIGHT::apply);
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        return (lighter + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
