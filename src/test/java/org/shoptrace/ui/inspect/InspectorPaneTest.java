package org.shoptrace.ui.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.DEAR;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;
import static org.shoptrace.core.diagnose.PlantedShop.OTHER_VARIANT;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.diagnose.PlantedShop;
import org.shoptrace.core.glossary.NamesInFiles;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a person sees of a run's findings, and where a click leads.
@ExtendWith(ApplicationExtension.class)
class InspectorPaneTest {
    @TempDir
    private static Path folder = Path.of("");

    private static int shops;
    private InspectorFixture fixture;
    private InspectorPane pane;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new InspectorFixture(java.nio.file.Files.createDirectory(folder.resolve("shop" + shops++)), new DirectJobRunner());
        pane = new InspectorPane(fixture.model, fixture.navigator);
        Theme.LIGHT.apply();
        Scene scene = new Scene(pane, 392, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        fixture.shop.close();
    }

    private void open(FxRobot robot, Task task, Exchange... exchanges) {
        robot.interact(() -> {
            fixture.open(task, exchanges);
            return null;
        });
    }

    private static <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> find(robot, id, ButtonBase.class).fire());
    }

    private static String text(FxRobot robot, String id) {
        return String.join(" | ", ShownTexts.of(find(robot, id, Node.class)));
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    @Test
    void theVerdictLeadsToItsEvidence(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("clay mug"), fixture.shop.view(MUG), fixture.shop.recommend(DEAR));
        assertEquals(List.of("failed", "Viewed, not chosen", "Price or service missed"), List.of(
                find(robot, "verdict", Labeled.class).getText(), find(robot, "stage", Labeled.class).getText(),
                find(robot, "fault", Labeled.class).getText()));
        Hyperlink place = robot.from(find(robot, "evidence-2", Node.class)).lookup(".hyperlink").nth(0).queryAs(Hyperlink.class);
        robot.interact(place::fire);
        assertEquals(3, fixture.openRun.stepProperty().get());
        Hyperlink product = robot.from(find(robot, "evidence-2", Node.class)).lookup(".hyperlink").nth(1).queryAs(Hyperlink.class);
        robot.interact(product::fire);
        assertEquals(List.of("product " + DEAR), fixture.navigator.sent());
        assertEquals("let go in step 1", find(robot, "milestone-let-go", Labeled.class).getText());
        fire(robot, "milestone-let-go");
        assertEquals(1, fixture.openRun.stepProperty().get());
    }

    @Test
    void aSecondFaultStandsBesideTheFirstWithItsEvidence(FxRobot robot) throws Exception {
        open(robot, PlantedShop.voucher(120), fixture.shop.recommend(MUG + ", " + PlantedShop.LAMP));
        assertEquals("Over the budget", find(robot, "fault", Labeled.class).getText());
        assertEquals("also: Wrong form", find(robot, "second-fault", Labeled.class).getText());
        assertTrue(text(robot, "evidence-3").contains("written so that the scorer does not read it"), text(robot, "evidence-3"));
        assertFalse(isShown(robot, "ending"), "it terminates, as a run should");
        open(robot, PlantedShop.product(), fixture.shop.recommend(DEAR));
        assertFalse(isShown(robot, "second-fault"));
    }

    @Test
    void theMatrixShowsWhatIsMetAndTheRowInFull(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("clay mug"), fixture.shop.view(OTHER_VARIANT),
                fixture.shop.recommend(OTHER_VARIANT));
        robot.interact(() -> fixture.openRun.goToStep(3));
        Node row = find(robot, "matrix-row-" + OTHER_VARIANT, Node.class);
        assertTrue(row.getAccessibleText().contains("recommended, 5 met, 1 missed"), row.getAccessibleText());
        assertTrue(row.getPseudoClassStates().toString().contains("recommended"));
        robot.clickOn(row);
        assertTrue(text(robot, "matrix-details").contains("another variant has it"), text(robot, "matrix-details"));
        assertTrue(text(robot, "near-misses").contains("variant 2 has size: large"), text(robot, "near-misses"));
        assertTrue(text(robot, "matrix-summary").startsWith("7 products · 6 constraints"), text(robot, "matrix-summary"));
        robot.interact(() -> fixture.openRun.goToStep(1));
        assertFalse(find(robot, "near-misses", Node.class).isVisible());
    }

    @Test
    void aPointOfTheSparkLineGoesToItsSearchAndSaysWhy(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("hose"), fixture.shop.find("grey clay mug"), fixture.shop.recommend(DEAR));
        fire(robot, "rank-1-2");
        assertEquals(2, fixture.openRun.stepProperty().get());
        assertTrue(text(robot, "rank-reasons").contains("Matches 'grey'"), text(robot, "rank-reasons"));
        assertTrue(find(robot, "rank-1-1", Button.class).getAccessibleText().contains("not matching"));
        assertEquals("returned in 2 | never viewed | never named | never recommended", text(robot, "first-sight-1"));
    }

    @Test
    void theBudgetIsAddedUpUnderBothReadings(FxRobot robot) throws Exception {
        open(robot, PlantedShop.voucher(120), fixture.shop.find("clay mug"), fixture.shop.find("lamp"),
                fixture.shop.recommend(MUG + "," + LAMP));
        assertEquals(
                "Total of 2 products | ₱150.00 | Shop | 7 | Threshold ₱150.00, platform voucher | applies | Read as “more than ₱150.00”"
                        + " | does not apply | ₱20.00 off | −₱20.00 | To pay | ₱130.00 | Budget | ₱120.00 | Missing | ₱10.00",
                text(robot, "payment"));
        assertTrue(text(robot, "voucher-needed").startsWith("The voucher was needed"));
        assertTrue(text(robot, "best-basket").startsWith("No basket"), text(robot, "best-basket"));
    }

    @Test
    void whatDoesNotApplyIsLeftOut(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("clay mug"), fixture.shop.recommend(MUG));
        assertEquals("succeeded", find(robot, "verdict", Labeled.class).getText());
        for (String id : List.of("stage", "fault", "section-budget", "section-health", "section-grounding", "milestone-let-go")) {
            assertFalse(isShown(robot, id), id);
        }
        assertEquals("1 of 1 the same", find(robot, "reexecution", Labeled.class).getText());
    }

    @Test
    void theStepLimitIsSaidBesideTheMilestonesAndEveryFindingFollowsIt(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("clay mug"), fixture.shop.recommend(DEAR));
        assertFalse(isShown(robot, "milestone-out-of-steps"));
        TextField limit = find(robot, "step-limit", TextField.class);
        assertEquals("30", limit.getText());
        robot.clickOn(limit).eraseText(2).write("2x").type(KeyCode.ENTER);
        assertEquals(OptionalInt.of(2), fixture.workspace.identityProperty().get().stepLimit());
        assertTrue(isShown(robot, "milestone-out-of-steps"));
        assertEquals("2", find(robot, "step-limit", TextField.class).getText());
        robot.clickOn(find(robot, "step-limit", TextField.class)).eraseText(1).write("9").type(KeyCode.ESCAPE);
        assertEquals("2", find(robot, "step-limit", TextField.class).getText());
    }

    @Test
    void sectionsStayFoldedForTheNextRun(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("clay mug"), fixture.shop.recommend(MUG));
        assertTrue(find(robot, "matrix-rows", Node.class).isVisible());
        fire(robot, "fold-constraints");
        open(robot, PlantedShop.product(), fixture.shop.find("mug"), fixture.shop.recommend(DEAR));
        assertFalse(find(robot, "matrix-rows", Node.class).getParent().getParent().getParent().isVisible());
    }

    @Test
    void theTruthCanBeHidden(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("clay mug"), fixture.shop.recommend(DEAR));
        robot.interact(fixture.openRun::toggleTruth);
        for (String id : List.of("verdict", "section-constraints", "section-ranks", "section-budget")) {
            assertFalse(isShown(robot, id), id);
        }
        assertFalse(String.join(" ", ShownTexts.of(pane)).contains(MUG));
        robot.interact(fixture.openRun::toggleTruth);
        assertTrue(isShown(robot, "verdict"));
    }

    @Test
    void aRunOfAnotherCatalogueAndOfNoTaskSaysSo(FxRobot robot) throws Exception {
        Exchange foreign = new Exchange("find_product", (org.shoptrace.model.json.Json.Obj) PlantedShop.json("{'q':'mug','page':1}"),
                Optional.of(PlantedShop.json("[{'product_id':'B1','shop_id':'1','title':'cup','price':1,'service':[],'sold_count':0}]")));
        robot.interact(() -> {
            fixture.open(fixture.shop.run(foreign));
            return null;
        });
        assertTrue(text(robot, "inspection-gap").startsWith("The run belongs to no task"), text(robot, "inspection-gap"));
        fire(robot, "fold-reexecution");
        assertEquals("Recorded over another catalogue: 1 of the 1 product shown are not in this one.", text(robot, "other-catalogue"));
    }

    @Test
    void theScoresOfAVerdictAreWords(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("clay mug"), fixture.shop.view(MUG), fixture.shop.recommend(DEAR));
        List<String> texts = ShownTexts.spoken(pane);
        texts.forEach(text -> assertEquals(List.of(), NamesInFiles.in(text)));
        assertTrue(text(robot, "figure-gt").startsWith("exact targets"), text(robot, "figure-gt"));
        Labeled name = (Labeled) robot.from(find(robot, "figure-rule", Node.class)).lookup(".label").query();
        assertEquals("constraints met", name.getText());
        assertTrue(name.getTooltip().getText().endsWith("(rule in files)"), name.getTooltip().getText());
    }

    @Test
    void theWordsOfAVerdictAreExplainedByKeyboard(FxRobot robot) throws Exception {
        open(robot, PlantedShop.product(), fixture.shop.find("clay mug"), fixture.shop.view(MUG), fixture.shop.recommend(DEAR));
        robot.interact(() -> find(robot, "verdict-words", Node.class).requestFocus());
        robot.type(KeyCode.SPACE);
        String words = text(robot, "verdict-words-bubble");
        assertTrue(words.contains("Viewed, not chosen | How far it got. " + org.shoptrace.model.finding.Stage.VIEWED_NOT_CHOSEN.meaning()),
                words);
        assertTrue(words.contains(Fault.CONSTRAINT_MISSED.meaning()), words);
        assertTrue(words.contains(Column.RULE.label() + " | " + Column.RULE.meaning()), words);
        robot.type(KeyCode.ESCAPE);
        assertFalse(isShown(robot, "verdict-words-bubble"));
        assertTrue(find(robot, "verdict-words", Node.class).isFocused());
    }

    private void openForeign(FxRobot robot, String more) {
        robot.interact(() -> {
            try {
                byte[] line = """
                        {"messages": [{"role": "user", "content": "change my flight"}, {"role": "assistant", "content": "Done."}]%s}"""
                        .formatted(more).getBytes(UTF_8);
                fixture.open(RunCodec.decode(line, 0, line.length, new RunSource(Path.of("other.jsonl"), 1), "other"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
    }

    @Test
    void theFindingsOfAnotherBenchmarksRunBeginWithWhatItsFileSays(FxRobot robot) {
        openForeign(robot, """
                , "task_id": 7, "reward": 0.75, "reward_info": {"DB": 1.0, "hash": "ea1402bc4f27311c55d06e318cef7d22ed1f33431a33ada16db71c4177283103"}, "stop_reason": "user_stop", "error": "the budget ran out",
                 "explanation": "It names the flight.", "metadata": {"domain": "airline"}""");
        Node first = ((javafx.scene.layout.VBox) ((javafx.scene.control.ScrollPane) pane.getChildren().get(1)).getContent())
                .getChildren().getFirst();
        assertEquals("section-own", first.getId());
        String said = text(robot, "section-own");
        for (String part : List.of(
                "File: failed", "0.75", "DB", "by the user (user_stop)", "the budget ran out", "It names the flight.", "airline")) {
            assertTrue(said.contains(part), said);
        }
        assertTrue(text(robot, "other-benchmark").startsWith("The benchmark's rules do not apply to this run."));
        assertFalse(isShown(robot, "inspection-gap"));
        assertFalse(isShown(robot, "section-reexecution"));
        double name = find(robot, "own-findings", Node.class).lookup(".fact-first").getBoundsInLocal().getHeight();
        double line = find(robot, "own-findings", Node.class).lookupAll(".fact-cell").stream()
                .mapToDouble(cell -> cell.getBoundsInLocal().getHeight()).min().orElse(0);
        assertTrue(name < 30 && line < 30, "a name stands in a line beside a value of any length: " + name);
        TextField field = find(robot, "own-findings-threshold", TextField.class);
        robot.clickOn(field).interact(() -> field.setText("0.5"));
        robot.type(KeyCode.ENTER);
        assertTrue(text(robot, "section-own").contains("File: passed"), "another threshold counts at once");
        assertFalse(find(robot, "own-findings-threshold", TextField.class).isFocused(), "the keys are the screen's again");
        robot.interact(() -> fixture.openRun.toggleTruth());
        assertFalse(isShown(robot, "section-own"));
        assertFalse(String.join(" ", ShownTexts.of(pane)).contains("0.75"), "hidden with the truth");
    }

    @Test
    void aRunOfTheBenchmarksToolsIsToldWhatItLacks(FxRobot robot) throws Exception {
        openForeign(robot, "");
        assertTrue(isShown(robot, "other-benchmark"));
        robot.interact(() -> {
            try {
                fixture.open(fixture.shop.run(fixture.shop.find("clay mug")));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
        assertFalse(isShown(robot, "other-benchmark"));
        assertTrue(isShown(robot, "inspection-gap"), "its task file is asked for");
    }
}
