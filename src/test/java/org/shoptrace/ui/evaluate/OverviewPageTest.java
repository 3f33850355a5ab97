package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Where the cards of the overview stand, with the set-up beside them and with large text.
@ExtendWith(ApplicationExtension.class)
class OverviewPageTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final NavigatorFake navigator = new NavigatorFake();
    private final Notices notices = new Notices();
    private EvaluateViewModel model;

    @Start
    void start(javafx.stage.Stage stage) {
        SampleScreen.fill(given);
        model = SampleScreen.show(stage, workspace, () -> SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS),
                notices, navigator);
    }

    private void evaluate(ResultPage page) {
        SampleScreen.evaluate(model, page);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 19, 26})
    void noCardOfTheOverviewIsCutAndNoneLiesOverAnother(int size, FxRobot robot) {
        evaluate(ResultPage.OVERVIEW);
        for (boolean setup : new boolean[] {false, true}) {
            robot.interact(() -> model.results().setupShownProperty().set(setup));
            Parent root = robot.lookup("#overview").query().getScene().getRoot();
            robot.interact(() -> root.setStyle("-fx-font-size: " + size + "px"));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                root.applyCss();
                root.layout();
            });
            Bounds page = onScreen(robot.lookup("#overview").query());
            List<Node> cards = List.of("#asr-card", "#failures-card", "#car-card", "#result-details").stream()
                    .map(id -> robot.lookup(id).<Node>query())
                    .toList();
            for (Node card : cards) {
                Bounds box = onScreen(card);
                assertTrue(box.getMaxX() <= page.getMaxX() + 1, card.getId() + " " + box + " in " + page);
                assertTrue(cards.stream().noneMatch(other -> other != card && onScreen(other).intersects(box)), card.getId());
            }
            for (Node note : robot.lookup(".chart-head > .muted").queryAll()) {
                Labeled words = (Labeled) note;
                double widest = Stream.of(words.getText().split(" ")).mapToDouble(word -> width(word, words)).max().orElse(0);
                assertTrue(words.getWidth() >= widest, words.getText() + " is broken by words");
            }
        }
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static double width(String word, Labeled in) {
        Text text = new Text(word);
        text.setFont(in.getFont());
        return text.getLayoutBounds().getWidth();
    }
}
