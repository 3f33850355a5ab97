package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.transcript.ReadingPlace;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.TextSize;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A card with what is hard to draw: texts as programs leave them, and images.
@ExtendWith(ApplicationExtension.class)
class StepCardTest {
    private static final String CODE = "def f(x):\n\tif x:\n\t\treturn x + 1\n\treturn 0 # last";

    private Stage stage;
    private Scene scene = new Scene(new StackPane());

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void style(FxRobot robot) {
        robot.interact(() -> {
            Theme.LIGHT.apply();
            scene = new Scene(new StackPane(), 900, 900);
            Theme.style(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    private static Step step(String think, String answer, List<Picture> pictures) throws Exception {
        ToolCall call = new ToolCall(
                1, "look", JsonReader.read("{\"at\":\"here\\tlast\"}"), Optional.of("c1"),
                Optional.of(new Observation.Said(answer, Json.of(answer))));
        return new Step(
                1, Optional.of("query"), Optional.of(think), List.of(call), Optional.of("told\r\nyou last"),
                List.of(new Interjection(Interjection.Speaker.USER, true, "see\u2028this last")), pictures, Generation.UNSAID,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Json.Obj.EMPTY.with("think", Json.of(think))),
                Json.Obj.EMPTY);
    }

    private StepCard show(FxRobot robot, Step step, double width) {
        StepCard[] card = new StepCard[1];
        robot.interact(() -> {
            PictureReadings pictures = new PictureReadings(new DirectJobRunner(), new Notices());
            card[0] = new StepCard(step, new CardContext(
                    1, Set.of(), Map.of(), new ReadingPlace(),
                    new CardContext.Look(false, false, Set.of(), Sought.NOTHING, TextMarks.NONE, 0), Map.of(),
                    new StepActions(new OpenRunViewModel(), List.of()),
                    new CardContext.Ports(new FakeNavigator(), _ -> {}, pictures)));
            card[0].setMinWidth(width);
            card[0].setMaxWidth(width);
            scene.setRoot(new StackPane(new VBox(card[0])));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        return card[0];
    }

    /// What the labels of a node draw, which is shorter than what they hold where there is no room.
    private static List<String> drawn(Node node) {
        return node.lookupAll(".label").stream()
                .filter(label -> label instanceof Label)
                .map(label -> label.lookup(".text") instanceof Text text ? text.getText() : "")
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"320, 100", "460, 100", "557, 125", "640, 150", "800, 175", "557, 200", "860, 200"})
    void everyTextEndsInItsLastWordAtAnyWidthAndSize(double width, int percent, FxRobot robot) throws Exception {
        robot.interact(() -> new TextSize(percent).applyTo(scene, false));
        StepCard card = show(robot, step(CODE + "\n\na\tb c d last", "ok\tdone " + "word\tword ".repeat(30) + "last", List.of()), width);
        List<String> drawn = drawn(card);
        for (String text : List.of("a   b c d last", "told\nyou last", "see\nthis last", "    return 0 # last")) {
            assertTrue(drawn.stream().anyMatch(each -> each.contains(text)), () -> text + " is not in " + drawn);
        }
        assertTrue(drawn.stream().anyMatch(each -> each.startsWith("ok  done") && each.endsWith("last")), drawn::toString);
        for (Node label : card.lookupAll(".label")) {
            if (label instanceof Label wrapped && wrapped.isWrapText()) {
                Text text = (Text) wrapped.lookup(".text");
                assertEquals(wrapped.getText(), text.getText(), "nothing is left out");
                assertTrue(text.getLayoutBounds().getHeight() <= wrapped.getHeight() + 1, wrapped.getText());
            }
        }
    }

    @Test
    void halfACharacterLeavesTheRestReadable(FxRobot robot) throws Exception {
        StepCard card = show(robot, step("👩🏽‍🚀 \ud83d this must be readable", "e\u0301 \ud83d so must this", List.of()), 600);
        assertTrue(drawn(card).contains("👩🏽‍🚀 \uFFFD this must be readable"), drawn(card)::toString);
        assertTrue(drawn(card).contains("e\u0301 \uFFFD so must this"), drawn(card)::toString);
    }

    @Test
    void imagesAreDrawnWhereTheyWereShown(FxRobot robot) throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB), "png", png);
        String address = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        StepCard card = show(robot, step("Look.", "seen", List.of(
                new Picture(Optional.of(1), Optional.empty(), address),
                new Picture(Optional.empty(), Optional.of(Interjection.Speaker.USER), "https://example.org/bag.png"),
                new Picture(Optional.empty(), Optional.of(Interjection.Speaker.SYSTEM), "data:image/png;base64,AAAA"))), 500);
        ImageView image = (ImageView) card.lookup("#call-1-1").lookup(".image-view");
        assertTrue(image.getFitWidth() > 300 && image.getFitWidth() < 500, "as wide as the card allows: " + image.getFitWidth());
        assertEquals(image.getFitWidth() / 2, image.getParent().getLayoutBounds().getHeight(), 1.0);
        List<String> users = card.lookupAll(".other-speaker").stream().map(ShownTexts::of)
                .map(texts -> texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "))).toList();
        assertTrue(users.stream().anyMatch(text -> text.startsWith("The user") && text.contains("https://example.org/bag.png")),
                users::toString);
        assertTrue(users.stream().anyMatch(text -> text.startsWith("The system") && text.contains("it is broken")), users::toString);
    }
}
