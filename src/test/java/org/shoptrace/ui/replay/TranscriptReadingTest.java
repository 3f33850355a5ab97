package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.transcript.EventKind;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.Passage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Reading a run: finding words in it, hiding kinds of event, one step alone.
@ExtendWith(ApplicationExtension.class)
class TranscriptReadingTest {
    private static final String LONG = "word ".repeat(90_000);

    private static final String LIE = "So it is this very lamp, the red one, and it costs PHP 999 today.";

    private ReplayFixture fixture;
    private ReplayViewModel model;
    private String pasted = "";

    @Start
    void start(Stage stage) throws Exception {
        fixture = new ReplayFixture(new DirectJobRunner());
        fixture.openCatalog();
        fixture.run("alpha", ReplayFixture.lampSteps("11"));
        fixture.run("alpha", List.of(
                ReplayFixture.step("q", LONG + "needle " + LONG, "find_product", "{\"q\":\"a\",\"page\":1}", "[]"),
                ReplayFixture.step("q", "plain", "click", "{\"value\":\"needle\"}", """
                        {"found":{"needle":[1,2]}}"""),
                ReplayFixture.step("q", null, "view_product_information", "{\"product_ids\":\"1,2\"}",
                        """
                        [{"product_id":"1","title":"One","description":"%s needle"},{"product_id":"2","title":"Two","price_text":"$2.50"}]"""
                                .formatted("text ".repeat(400)))));
        fixture.line("gamma", """
                [{"role": "user", "content": "a boat"}, {"role": "assistant", "content": "Which harbour?"},
                 {"role": "user", "content": "The old one."}, {"role": "system", "content": "One turn is left."},
                 {"role": "assistant", "content": "Done."}, {"role": "user", "content": "Thanks."}]""");
        List<String> lies = new ArrayList<>(ReplayFixture.lampSteps("11"));
        lies.set(2, ReplayFixture.step(ReplayFixture.LAMP_QUERY, LIE, "recommend_product", "{\"product_ids\":\"11\"}", "\"11\""));
        fixture.run("alpha", lies);
        fixture.publishRuns();
        model = fixture.model;
        ReplayView view = new ReplayView(
                model, fixture.panes(), List.of(), fixture.navigator, new Clipboard());
        Theme.LIGHT.apply();
        Scene scene = new Scene(view, 1204, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    private final class Clipboard implements CopyText {
        @Override
        public void copy(String text) {
            fixture.copied.add(text);
        }

        @Override
        public String pasted() {
            return pasted;
        }
    }

    private static <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private static String status(FxRobot robot) {
        return find(robot, "find-status", Labeled.class).getText();
    }

    private static boolean isThere(FxRobot robot, String query) {
        // A list keeps cells that it does not show.
        return robot.lookup(query).<Node>queryAll().stream().anyMatch(TranscriptReadingTest::isShown);
    }

    private static boolean isShown(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private static boolean currentIsInView(FxRobot robot) {
        robot.interact(() -> robot.lookup("#steps").queryAs(Region.class).getScene().getRoot().layout());
        Bounds frame = robot.lookup("#steps").query().localToScene(robot.lookup("#steps").query().getBoundsInLocal());
        return robot.lookup(".current-found").queryAll().stream()
                .map(mark -> mark.localToScene(mark.getBoundsInLocal()))
                .anyMatch(bounds -> bounds.getMinY() >= frame.getMinY() && bounds.getMaxY() <= frame.getMaxY());
    }

    @Test
    void findsWordsWhereverTheyAreAndGoesThere(FxRobot robot) {
        robot.interact(() -> model.openAt(2, 1));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("NEEDLE");
        assertEquals("1 of 4", status(robot));
        assertTrue(currentIsInView(robot), "half a megabyte into the thought");
        robot.push(KeyCode.F3);
        assertEquals("2 of 4", status(robot));
        assertEquals(2, fixture.openRun.stepProperty().get());
        assertTrue(currentIsInView(robot), "in an argument");
        robot.push(KeyCode.ENTER);
        assertEquals("3 of 4", status(robot));
        assertTrue(currentIsInView(robot), "in an answer of another form");
        robot.push(KeyCode.F3);
        assertEquals("4 of 4", status(robot));
        assertEquals(3, fixture.openRun.stepProperty().get());
        assertTrue(find(robot, "viewed-3-1", TitledPane.class).isExpanded(), "the product unfolds");
        assertTrue(currentIsInView(robot), "at the end of a long description");
        robot.push(KeyCode.F3);
        assertEquals("1 of 4", status(robot));
        robot.push(KeyCode.ESCAPE);
        assertFalse(find(robot, "find-bar", Node.class).isVisible());
        assertFalse(isThere(robot, ".found-mark"));
    }

    @Test
    void countsCaseAndOtherFieldsWhenAsked(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("pesos");
        assertEquals("Not in this run", status(robot));
        robot.interact(() -> find(robot, "find-fields", ToggleButton.class).fire());
        assertTrue(status(robot).startsWith("1 of "), status(robot));
        assertTrue(isThere(robot, "#other-fields-1"), "the field is shown where it was found");
        robot.interact(() -> find(robot, "find-words", TextInputControl.class).setText("Pesos"));
        assertTrue(status(robot).startsWith("1 of "), status(robot));
        robot.interact(() -> find(robot, "find-exact", ToggleButton.class).fire());
        assertEquals("Not in this run", status(robot));
    }

    @Test
    void keepsLookingInTheNextRunWithoutMovingIt(FxRobot robot) {
        robot.interact(() -> {
            model.openAt(1, 1);
            model.look().find().wordsProperty().set("needle");
            model.look().find().open();
        });
        assertEquals("Not in this run", status(robot));
        robot.interact(() -> model.openAt(2, 3));
        assertEquals("0 of 4", status(robot));
        assertEquals(3, fixture.openRun.stepProperty().get());
    }

    @Test
    void hidesKindsOfEventAndKeepsTheStepsPlaces(FxRobot robot) {
        robot.interact(() -> model.openAt(1, 1));
        robot.push(KeyCode.X);
        assertEquals("find_product 2", find(robot, "filter-find_product", ToggleButton.class).getText());
        assertFalse(find(robot, "filter-find_product", ToggleButton.class).isMnemonicParsing());
        assertEquals("Failures 1", find(robot, "filter-failures", ToggleButton.class).getText());
        robot.interact(() -> model.look().filter().only(new EventKind.Failure()));
        assertTrue(find(robot, "step-1", Node.class) instanceof HiddenStep);
        assertTrue(find(robot, "step-3", Node.class) instanceof StepCard, "a null result is left");
        assertEquals("12 hidden", find(robot, "toggle-filter", ToggleButton.class).getText());
        assertEquals(5, robot.lookup("#steps").<StepFlow>query().steps().size());
        robot.interact(() -> model.openAt(2, 1));
        assertTrue(find(robot, "step-1", Node.class) instanceof HiddenStep, "the choice holds in the next run");
        robot.interact(() -> {
            model.look().find().wordsProperty().set("needle");
            model.look().find().open();
        });
        assertTrue(find(robot, "step-1", Node.class) instanceof StepCard, "what is found is shown all the same");
        robot.interact(() -> find(robot, "filter-all", Hyperlink.class).fire());
        assertEquals(Set.of(), model.look().filter().hiddenProperty().get());
    }

    @Test
    void showsWhatOthersSayInMidRunWhereTheySayIt(FxRobot robot) {
        robot.interact(() -> model.openAt(3, 2));
        List<String> told = ShownTexts.of(find(robot, "step-2", Node.class)).stream().map(Object::toString).toList();
        String text = String.join("|", told);
        assertTrue(text.indexOf("The old one.") < text.indexOf("One turn is left."), text);
        assertTrue(text.indexOf("One turn is left.") < text.indexOf("Done."), text);
        assertTrue(text.indexOf("Done.") < text.indexOf("Thanks."), text);
        assertTrue(told.contains("The user") && told.contains("The system"), text);
        robot.interact(() -> model.look().filter().hide(Set.of(new EventKind.Speaks(Interjection.Speaker.USER))));
        assertFalse(ShownTexts.of(find(robot, "step-2", Node.class)).toString().contains("Thanks."));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("thanks");
        assertEquals("1 of 1", status(robot));
        assertTrue(currentIsInView(robot), "it is marked where it stands");
    }

    @Test
    void showsOneStepAlone(FxRobot robot) {
        robot.interact(() -> model.openAt(1, 2));
        robot.push(KeyCode.F);
        assertTrue(isThere(robot, "#step-2"));
        assertFalse(isThere(robot, "#step-1") && find(robot, "step-1", Node.class).getParent().isVisible());
        robot.push(KeyCode.J);
        assertEquals(1, robot.lookup("#steps").<StepFlow>query().steps().size());
        assertTrue(isThere(robot, "#step-3"));
        robot.push(KeyCode.F);
        assertEquals(5, robot.lookup("#steps").<StepFlow>query().steps().size());
    }

    @Test
    void showsWhatAnotherShopTellsAndNothingItDoesNot(FxRobot robot) {
        robot.interact(() -> model.openAt(2, 3));
        robot.interact(() -> find(robot, "viewed-3-2", TitledPane.class).setExpanded(true));
        String text = ShownTexts.of(find(robot, "viewed-3-2", Node.class)).toString();
        assertTrue(text.contains("$2.50") && text.contains("Two"), text);
        assertFalse(text.contains("Variants") || text.contains("₱"), text);
        assertTrue(robot.lookup("#step-2").tryQuery().isPresent());
    }

    @Test
    void goesToAReferenceThatIsPastedOrSaysWhyNot(FxRobot robot) {
        robot.interact(() -> model.openAt(2, 3));
        fire(robot, "copy-reference");
        String copied = fixture.copied.getLast();
        robot.interact(() -> model.openAt(1, 1));
        pasted = "  " + copied.replace("rollout_test", "renamed") + "\nand more";
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertEquals(3, fixture.openRun.stepProperty().get());
        assertTrue(model.reference().equals(copied), model.reference());
        pasted = "a lamp";
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertTrue(find(robot, "reference-trouble", Labeled.class).getText().startsWith("This is no reference"));
        robot.interact(() -> find(robot, "reference", TextInputControl.class).setText("abcdef0123#1"));
        robot.push(KeyCode.ENTER);
        assertEquals("No run of this workspace is meant by it", find(robot, "reference-trouble", Labeled.class).getText());
        robot.interact(() -> find(robot, "reference", TextInputControl.class).setText("#2"));
        robot.push(KeyCode.ENTER);
        assertEquals(2, fixture.openRun.stepProperty().get());
        assertFalse(find(robot, "reference-bar", Node.class).isVisible());
    }

    @Test
    void showsTheRunToAnAudienceAndComesBack(FxRobot robot) {
        robot.interact(() -> model.openAt(1, 1));
        robot.push(KeyCode.F5);
        assertTrue(fixture.openRun.presentingProperty().get());
        assertTrue(fixture.ticker.isRunning(), "it plays by itself");
        assertFalse(isThere(robot, "#runs"));
        assertEquals(ReplayFixture.LAMP_QUERY, find(robot, "presentation-query", Labeled.class).getText());
        robot.interact(fixture.ticker::tick);
        assertEquals("2 / 5", find(robot, "presentation-step", Labeled.class).getText());
        robot.push(KeyCode.ESCAPE);
        assertFalse(fixture.openRun.presentingProperty().get());
        assertFalse(fixture.ticker.isRunning());
        assertTrue(isThere(robot, "#runs"));
    }

    @Test
    void saysWhatTheRunIsHeldAgainst(FxRobot robot) {
        robot.interact(() -> model.openAt(1, 1));
        assertFalse(find(robot, "run-task", Node.class).isVisible(), "a workspace without tasks says nothing of them");
        assertEquals("Catalogue: 00", find(robot, "run-catalog", Labeled.class).getText());
        assertEquals("1 null result", find(robot, "run-harness", Labeled.class).getText());
        assertEquals("rollout_test_alpha.jsonl:1", find(robot, "run-source", Labeled.class).getText());
    }

    @Test
    void nothingInTheScreenCastsAShadow(FxRobot robot) {
        List<Node> shadows = robot.lookup("#replay").query().lookupAll("*").stream().filter(node -> node.getEffect() != null).toList();
        assertEquals(List.of(), shadows, "a style for something else has met the inside of a list");
    }

    @Test
    void cardsAreAsHighAsTheirTextsAfterTheWindowWasResized(FxRobot robot) {
        robot.interact(() -> model.openAt(1, 1));
        for (double width : new double[] {900, 1300}) {
            robot.interact(() -> {
                Region view = (Region) robot.lookup("#replay").query();
                view.getScene().getWindow().setWidth(width);
                view.getScene().getRoot().layout();
            });
            robot.interact(() -> robot.lookup("#replay").<Region>queryAs(Region.class).getScene().getRoot().layout());
            Region card = find(robot, "step-1", Region.class);
            assertEquals(card.prefHeight(card.getWidth()), card.getHeight(), 1.5, "at a width of " + width);
        }
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> find(robot, id, ButtonBase.class).fire());
    }

    /// As from the list of wrong claims in Evaluate.
    @Test
    void aPassageIsOpenedMarkedAndInView(FxRobot robot) {
        RunId run = fixture.summaries.get(1).id();
        int start = LONG.length();
        Span span = new Span(Span.Field.THINK, start, start + 6, "needle");
        robot.interact(() -> model.openPassage(RunPlace.anywhere(run), new Passage(1, span)));
        assertEquals(run, fixture.openRun.openProperty().get().orElseThrow().run().id());
        assertTrue(isInView(robot, ".passage-mark"), "half a megabyte into the thought");
        robot.interact(() -> model.openPassage(RunPlace.anywhere(run), new Passage(1, new Span(Span.Field.THINK, 0, 4, "word"))));
        assertTrue(isInView(robot, ".passage-mark"), "another passage of the run that is open");
        robot.interact(() -> fixture.openRun.goToStep(1));
        assertTrue(isThere(robot, ".passage-mark"), "the step is the same");
        robot.push(KeyCode.J);
        assertFalse(isThere(robot, ".passage-mark"));
        robot.interact(() -> model.openRun(fixture.summaries.get(0).place(), 2));
        assertFalse(isThere(robot, ".passage-mark"));
    }

    @Test
    void whatIsNotSoIsUnderlinedAndSaysWhy(FxRobot robot) throws Exception {
        robot.interact(() -> model.openAt(4, 3));
        assertFalse(isThere(robot, ".wrong-claim"), "nothing is known of it yet");
        Diagnosis diagnosis = fixture.diagnosis();
        robot.interact(() -> fixture.openRun.publishFindings(new Findings.Known(diagnosis)));
        // The marks are laid out after the texts.
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> robot.lookup("#steps").queryAs(Region.class).getScene().getRoot().layout());
        }
        assertTrue(isThere(robot, ".wrong-claim"), diagnosis.claims().toString());
        String says = robot.lookup(".wrong-claim-area").query().getAccessibleText();
        assertTrue(says.startsWith("Price, “") && says.contains("999"), says);
        assertEquals("1 wrong claim", find(robot, "wrong-claims-3", Labeled.class).getText());
        Bounds line = robot.lookup(".wrong-claim").query().getBoundsInLocal();
        Bounds whole = robot.lookup((Text text) -> text.getText().equals(LIE)).query().getBoundsInLocal();
        assertTrue(line.getMinX() > 0 && line.getWidth() < whole.getWidth() / 1.5, "only what is stated: " + line);
    }

    private static boolean isInView(FxRobot robot, String mark) {
        robot.interact(() -> robot.lookup("#steps").queryAs(Region.class).getScene().getRoot().layout());
        Bounds frame = robot.lookup("#steps").query().localToScene(robot.lookup("#steps").query().getBoundsInLocal());
        return robot.lookup(mark).queryAll().stream()
                .map(node -> node.localToScene(node.getBoundsInLocal()))
                .anyMatch(bounds -> bounds.getMinY() >= frame.getMinY() && bounds.getMinY() < frame.getMaxY());
    }
}
