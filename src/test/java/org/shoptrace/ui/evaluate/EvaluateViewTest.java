package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.ui.evaluate.Pressed.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.glossary.NamesInFiles;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.EmbeddingServer;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class EvaluateViewTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final NavigatorFake navigator = new NavigatorFake();
    private final List<String> copied = new ArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private EvaluateViewModel model;
    private volatile boolean waits;
    private volatile boolean fails;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        given.tasks(SampleEvaluation.tasks());
        given.add(SampleEvaluation.runs());
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
        model = new EvaluateViewModel(workspace, new FxJobRunner(), this::evaluate, new Notices(), navigator,
                copied::add);
        Scene scene = new Scene(new EvaluateView(model), 1200, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    private EvaluationResult evaluate(EvaluationSetup setup, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        progress.report("12 of 24 runs", 0.5);
        while (waits && !progress.isCancelled()) {
            awaitGo();
        }
        progress.checkCancelled();
        if (fails) {
            throw new ShoptraceException("the embeddings server does not answer", "http://localhost:8000", "Start it");
        }
        return SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS);
    }

    private void awaitGo() {
        try {
            if (go.await(20, TimeUnit.MILLISECONDS)) {
                waits = false;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(FxRobot robot, String query) {
        try {
            // On the toolkit's thread, which may be putting nodes in and out.
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils
                    .asyncFx(() -> robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent()).get());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(query + " did not appear", e);
        }
    }

    private static void evaluateAll(FxRobot robot) {
        fire(robot, "#run-evaluation");
        until(robot, "#asr-chart");
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void rolloutsAreChosenByBoxAndByKey(FxRobot robot) {
        ListView<?> list = robot.lookup("#rollout-files").queryListView();
        assertEquals(8, list.getItems().size());
        CheckBox first = robot.lookup("#choose-rollout_product_alpha-jsonl").queryAs(CheckBox.class);
        assertTrue(first.isSelected());
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.push(KeyCode.SPACE);
        assertFalse(first.isSelected());
        fire(robot, "#choose-none");
        assertTrue(robot.lookup("#run-evaluation").query().isDisabled());
        assertEquals("Choose at least one rollout file", robot.lookup("#run-blocked").queryLabeled().getText());
        fire(robot, "#choose-rollout_product_alpha-jsonl");
        assertFalse(robot.lookup("#run-evaluation").query().isDisabled());
    }

    @Test
    void aModelsNameCanBeChangedAndTrialsAreSaid(FxRobot robot) {
        Labeled said = robot.lookup("#trials-said").queryLabeled();
        assertFalse(said.isVisible());
        fire(robot, "#rename-rollout_product_alpha-jsonl");
        WaitForAsyncUtils.waitForFxEvents();
        TextField name = robot.lookup("#model-name").queryAs(TextField.class);
        assertEquals("alpha", name.getText());
        robot.interact(() -> {
            name.setText("beta");
            name.fireEvent(new javafx.event.ActionEvent());
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("beta", robot.lookup("#choose-rollout_product_alpha-jsonl").queryAs(CheckBox.class).getText());
        assertEquals("5 files are trials of beta: 12 tasks, 15 runs.", said.getText());
        assertTrue(said.isVisible());
    }

    @Test
    void aSimilarityAsksForWhatItNeedsAndSaysWhetherFiguresAreComparable(FxRobot robot) {
        fire(robot, "#similarity-endpoint");
        assertTrue(robot.lookup("#similarity-url").query().isVisible());
        assertFalse(robot.lookup("#similarity-file").query().getParent().isVisible());
        assertTrue(robot.lookup("#run-evaluation").query().isDisabled());
        robot.interact(() -> robot.lookup("#similarity-url").queryAs(TextField.class).setText("http://localhost:8000/v1/embeddings"));
        assertFalse(robot.lookup("#run-evaluation").query().isDisabled());
        fire(robot, "#check-server");
        assertTrue(robot.lookup("#server-told").queryAs(Label.class).getText().contains("no server is asked here"));
        fire(robot, "#server-ollama");
        fire(robot, "#copy-server-lines");
        assertTrue(copied.getLast().contains("ollama pull"), copied.toString());
        fire(robot, "#use-server");
        assertEquals(
                EmbeddingServer.OLLAMA.choice(), model.setup().presentProperty().get().orElseThrow().setup().similarity());
        assertEquals("", robot.lookup("#server-told").queryAs(Label.class).getText(), "it was said of another server");
        fire(robot, "#similarity-embedded");
        assertTrue(robot.lookup((Labeled label) -> String.valueOf(label.getText()).contains("not comparable with published ones"))
                .tryQuery().isPresent());
        assertTrue(robot.lookup("#embedded-minilm").queryAs(RadioButton.class).isSelected());
        fire(robot, "#embedded-bge");
        assertEquals(
                new SimilarityChoice.Embedded(EmbeddedModel.BGE), model.setup().presentProperty().get().orElseThrow().setup().similarity());
        assertEquals(
                EmbeddedModel.BGE.note() + " At Qwen3's 0.5 it decides alike on 75.4 % [66.2, 83.4] of the pairs of other titles, answering"
                        + " no always on 72.9 %.",
                robot.lookup("#embedded-note").queryAs(Label.class).getText());
        fire(robot, "#embedded-minilm");
        fire(robot, "#similarity-table");
        assertFalse(robot.lookup("#embedded-minilm").query().getParent().isVisible());
    }

    @Test
    void aProfileSaysWhatItIs(FxRobot robot) {
        fire(robot, "#profile-oro");
        assertTrue(robot.lookup(ScoringProfile.ORO.sentence()).tryQuery().isPresent());
        assertFalse(robot.lookup(ScoringProfile.SHOPPINGBENCH.sentence()).tryQuery().isPresent());
    }

    @Test
    void progressIsShownWhileItRunsAndCancelStopsIt(FxRobot robot) {
        waits = true;
        fire(robot, "#run-evaluation");
        until(robot, "#cancel-evaluation");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("12 of 24 runs", robot.lookup("#evaluation-stage").queryLabeled().getText());
        assertEquals(0.5, robot.lookup("#evaluation-progress").queryAs(ProgressBar.class).getProgress());
        Labeled cancel = robot.lookup("#cancel-evaluation").queryLabeled();
        assertTrue(cancel.getWidth() >= cancel.prefWidth(-1) - 1, "its word is not cut");
        fire(robot, "#cancel-evaluation");
        until(robot, "#run-evaluation");
        assertTrue(robot.lookup("#nothing-scored").query().isVisible());
    }

    @Test
    void aFailureIsShownAndCanBeCopied(FxRobot robot) {
        fails = true;
        fire(robot, "#run-evaluation");
        until(robot, "#copy-failure");
        fire(robot, "#copy-failure");
        assertEquals(List.of("the embeddings server does not answer: http://localhost:8000. Start it."), copied);
    }

    @Test
    void eachBarOpensItsRuns(FxRobot robot) {
        evaluateAll(robot);
        fire(robot, "#asr-beta-voucher");
        assertEquals(List.of("beta · Coupon & Budget · ASR"), navigator.reasons);
        assertEquals(
                List.of(
                        SampleEvaluation.id("beta", Intent.VOUCHER, 0),
                        SampleEvaluation.id("beta", Intent.VOUCHER, 1),
                        SampleEvaluation.id("beta", Intent.VOUCHER, 2)),
                navigator.opened.getFirst());
        fire(robot, "#car-alpha-all");
        assertEquals(12, navigator.opened.getLast().size());
    }

    @Test
    void bothFiguresAreChartedByIntentLevelWithIntervalsAndSampleSizes(FxRobot robot) {
        evaluateAll(robot);
        for (String id : List.of("#asr-chart", "#car-chart")) {
            ChartPane chart = robot.lookup(id).queryAs(ChartPane.class);
            assertEquals(10, chart.marks().size());
            assertFalse(robot.from(chart).lookup(".whiskers").queryAs(Path.class).getElements().isEmpty());
            assertEquals(
                    List.of(
                            "Products\nFinder\nn = 3", "Knowledge\n\nn = 3", "Multi-products\nseller\nn = 3",
                            "Coupon\n& Budget\nn = 3", "All\nby tasks\nn = 12"),
                    robot.from(chart).lookup((Text text) -> text.getText().contains("n = ")).queryAllAs(Text.class).stream()
                            .map(Text::getText)
                            .toList());
        }
        assertTrue(robot.lookup("#asr-alpha-product").query().getAccessibleText()
                .startsWith("alpha, Products Finder: ASR 0.333, 95 % interval 0.061–0.792, by exact title 0.000, without the title"
                        + " check 0.333, n = 3"));
    }

    @Test
    void theTableOpensRunsByLinkAndByKey(FxRobot robot) {
        evaluateAll(robot);
        fire(robot, "#choose-columns");
        fire(robot, "#column-failures");
        fire(robot, "#column-successes");
        TableView<?> table = robot.lookup("#figures").queryTableView();
        robot.interact(() -> {
            table.scrollTo(2);
            IntStream.range(0, table.getColumns().size())
                    .filter(column -> table.getColumns().get(column).getId().equals("figure-failures"))
                    .forEach(table::scrollToColumnIndex);
        });
        fire(robot, "#open-alpha-shop-failures");
        assertEquals("alpha · Multi-products seller · failed", navigator.reasons.getFirst());
        robot.interact(() -> {
            table.requestFocus();
            selectCell(table, 0, "figure-successes");
        });
        robot.push(KeyCode.ENTER);
        assertEquals("alpha · Products Finder · passed", navigator.reasons.getLast());
        assertEquals(List.of(SampleEvaluation.id("alpha", Intent.PRODUCT, 0)), navigator.opened.getLast());
        robot.interact(() -> selectCell(table, 4, "figure-asr"));
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(List.of("0.333"), copied);
    }

    private static <T> void selectCell(TableView<T> table, int row, String columnId) {
        table.getColumns().stream()
                .filter(column -> column.getId().equals(columnId))
                .forEach(column -> table.getSelectionModel().clearAndSelect(row, column));
    }

    @Test
    void missingTasksAreListedAndOpenInTasks(FxRobot robot) {
        evaluateAll(robot);
        fire(robot, "#open-alpha-web-without-run");
        ListView<?> missing = robot.lookup("#missing-tasks").queryListView();
        assertEquals(List.of(SampleEvaluation.query(Intent.WEB, 3)), missing.getItems());
        robot.interact(() -> {
            missing.requestFocus();
            missing.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        assertEquals(List.of(SampleEvaluation.query(Intent.WEB, 3)), navigator.tasks);
    }

    @Test
    void figuresAndReportAreCopied(FxRobot robot) {
        evaluateAll(robot);
        fire(robot, "#copy-figures");
        assertTrue(copied.getFirst().startsWith("Model\tIntent level\tPassed"));
        robot.interact(() -> robot.lookup("#result-details").queryAs(javafx.scene.control.TabPane.class).getSelectionModel().select(2));
        fire(robot, "#copy-report");
        assertEquals(robot.lookup("#printed-report").queryAs(TextArea.class).getText(), copied.getLast());
    }

    @Test
    void theFaceNamesWhatTheFiguresWereMadeWithAndMarksStaleOnes(FxRobot robot) {
        evaluateAll(robot);
        List<String> face = robot.from(robot.lookup("#face").<Node>query()).lookup(".label").queryAll().stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
        assertTrue(face.contains("Profile shoppingbench"), face.toString());
        assertTrue(face.contains("similarity bge-small-en-v1.5"), face.toString());
        assertTrue(face.contains("catalogue ab12cd34ef · 21 products"), face.toString());
        assertTrue(robot.lookup("#not-comparable").tryQuery().isPresent());
        assertFalse(robot.lookup("#stale").tryQuery().isPresent());
        fire(robot, "#toggle-setup");
        fire(robot, "#no-think");
        assertTrue(robot.lookup("#stale").tryQuery().isPresent());
        fire(robot, "#hang-on-title");
        assertEquals(List.of(List.of(SampleEvaluation.id("alpha", Intent.PRODUCT, 0))), navigator.opened);
    }

    @Test
    void everyControlHasAnIdAndNoHeadingIsCut(FxRobot robot) {
        evaluateAll(robot);
        for (Node node : robot.lookup((Node n) -> n instanceof Control && n.isFocusTraversable() && n.isVisible()).queryAll()) {
            assertTrue(node.getId() != null || node.getStyleClass().contains("scroll-pane"), node.toString());
        }
        for (Node node : robot.from(robot.lookup("#figures").<Node>query()).lookup(".column-header > .label > .label").queryAll()) {
            Labeled heading = (Labeled) node;
            assertTrue(heading.getWidth() >= heading.prefWidth(-1) - 1, heading.getText());
        }
    }

    @Test
    void peopleReadWordsOnEveryPage(FxRobot robot) {
        evaluateAll(robot);
        fire(robot, "#choose-columns");
        List<String> columns = ShownTexts.of(robot.lookup("#columns").query());
        assertTrue(columns.containsAll(List.of("Exact targets", "Answer in the product", "Variant and attributes")), columns.toString());
        for (ResultPage page : ResultPage.values()) {
            robot.interact(() -> model.results().pageProperty().set(page));
            WaitForAsyncUtils.waitForFxEvents();
            List<String> texts = ShownTexts.spoken(robot.lookup("#results").query());
            assertTrue(texts.size() > 20, page.toString());
            texts.forEach(text -> assertEquals(List.of(), NamesInFiles.in(text), page + ": " + text));
        }
    }
}
