package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.ui.evaluate.Pressed.fire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.own.OwnEvaluator;
import org.shoptrace.core.evaluate.own.OwnFiles;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ResultAssembly;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.result.SeriesRemarks;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// A folder with runs of another benchmark, neither tasks nor a catalogue in it.
@ExtendWith(ApplicationExtension.class)
class OwnVerdictScreenTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final NavigatorFake navigator = new NavigatorFake();
    private final List<Map<RunId, RunOutcome>> published = new ArrayList<>();
    private Path folder = Path.of("");
    private EvaluateViewModel model;

    @Start
    void start(Stage stage) throws Exception {
        Theme.LIGHT.apply();
        folder = Files.createTempDirectory("own");
        List<String> alpha = new ArrayList<>();
        List<String> beta = new ArrayList<>();
        for (int task = 0; task < 8; task++) {
            String domain = ", \"domain\": \"" + (task < 4 ? "airline" : "retail") + "\", \"termination_reason\": \""
                    + (task % 3 == 0 ? "max_steps" : "user_stop") + "\"";
            alpha.add(OwnFiles.run("t" + task, 0, task < 6 ? "1.0" : "0.5", domain));
            beta.add(OwnFiles.run("t" + task, 1, task < 2 ? "1.0" : "0.0", domain));
        }
        beta.add(OwnFiles.run("t9", 0, "", ""));
        List<RunSummary> runs = new ArrayList<>();
        for (Path file : List.of(
                OwnFiles.write(folder.resolve("alpha.json"), alpha), OwnFiles.write(folder.resolve("beta.json"), beta))) {
            RolloutFile.forEachRun(file, run -> runs.add(RunSummary.of(run, 0)), Progress.NONE);
        }
        given.add(runs);
        given.catalog(new CatalogState.None());
        model = new EvaluateViewModel(
                workspace, new DirectJobRunner(),
                (setup, material, progress) -> new ResultAssembly(material)
                        .assemble(new OwnEvaluator(setup.own().orElseThrow()).evaluate(setup, _ -> {}, progress)),
                new Notices(), navigator, _ -> {});
        model.onScored(published::add);
        model.onAnswer(given::answer);
        Scene scene = new Scene(new EvaluateView(model), 1280, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void stop() throws Exception {
        FileTree.delete(folder);
    }

    private EvaluationResult evaluated() {
        Pressed.act(() -> model.running().run());
        return model.shown().resultProperty().get().orElseThrow();
    }

    private List<String> ids(RunIdOf of) {
        return model.shown().resultProperty().get().orElseThrow().evaluations().stream()
                .flatMap(evaluation -> of.runs(evaluation).stream())
                .map(RunId::sha256)
                .toList();
    }

    @FunctionalInterface
    private interface RunIdOf {
        List<RunId> runs(Evaluation evaluation);
    }

    @Test
    void theFilesJudgeByThemselvesWhereNothingElseCan(FxRobot robot) {
        assertTrue(robot.lookup("#judge-own").queryAs(RadioButton.class).isSelected());
        assertFalse(robot.lookup("#profile-shoppingbench").query().getParent().getParent().isVisible(), "no profile has a part in it");
        assertEquals("", robot.lookup("#run-blocked").queryLabeled().getText());
        fire(robot, "#judge-rules");
        assertTrue(robot.lookup("#run-blocked").queryLabeled().getText().contains("There are no tasks in this workspace"));
        fire(robot, "#judge-own");
        robot.interact(() -> robot.lookup("#own-threshold").queryAs(TextField.class).setText("half"));
        assertTrue(robot.lookup("#run-blocked").queryLabeled().getText().startsWith("Give a number"));
        robot.interact(() -> robot.lookup("#own-threshold").queryAs(TextField.class).setText("0.5"));
        assertEquals(0.5, model.setup().presentProperty().get().orElseThrow().setup().own().orElseThrow());
        EvaluationResult result = evaluated();
        assertEquals(8, result.series().getFirst().evaluation().overall().asr().hits(), "a half is a success from a half on");
    }

    /// One threshold in the workspace: said in another room it is the one here, and said here it is the one there.
    @Test
    void theWorkspacesThresholdIsTheOneOfTheSetUp(FxRobot robot) {
        TextField field = robot.lookup("#own-threshold").queryAs(TextField.class);
        Pressed.act(() -> given.answer(workspace.identityProperty().get().withOwnThreshold(OptionalDouble.of(0.5))));
        assertEquals("0.5", field.getText());
        EvaluationResult result = evaluated();
        assertEquals("0.5", result.face().own().orElseThrow().from());
        assertEquals(8, result.series().getFirst().evaluation().overall().asr().hits());
        Pressed.act(() -> model.evaluateForPicture());
        assertEquals("0.5", model.shown().resultProperty().get().orElseThrow().face().own().orElseThrow().from());
        robot.interact(() -> model.results().setupShownProperty().set(true));
        robot.interact(() -> field.setText("0"));
        robot.clickOn(field).type(KeyCode.ENTER);
        assertEquals(OptionalDouble.of(0), workspace.identityProperty().get().ownThreshold());
        robot.interact(() -> field.setText("much"));
        robot.clickOn(field).type(KeyCode.ENTER);
        assertEquals("0", field.getText());
        robot.interact(() -> field.setText("0.7"));
        robot.clickOn(field).type(KeyCode.ESCAPE);
        assertEquals("0", field.getText());
        robot.interact(() -> field.setText("1,0"));
        evaluated();
        assertEquals(OptionalDouble.empty(), workspace.identityProperty().get().ownThreshold(), "the usual is as good as none");
        assertEquals("1", field.getText());
    }

    /// A kept result has its own; what would be made now has the workspace's, so that the result is stale.
    @Test
    void aResultKeepsTheThresholdItWasMadeWith(FxRobot robot) {
        EvaluationResult result = evaluated();
        EvaluationSetup then = model.shown().basis().orElseThrow().setup();
        Pressed.act(() -> given.answer(workspace.identityProperty().get().withOwnThreshold(OptionalDouble.of(0.5))));
        Pressed.act(() -> model.setup().choose(then));
        assertEquals("1", result.face().own().orElseThrow().from());
        assertEquals(OptionalDouble.of(0.5), model.setup().presentProperty().get().orElseThrow().setup().own());
        assertTrue(model.shown().staleProperty().get());
    }

    /// With large text in a narrow window the sentence is scrolled to its end.
    @Test
    void whyAPageIsEmptyIsReadToItsEnd(FxRobot robot) {
        evaluated();
        robot.interact(() -> {
            model.showPage("scorer");
            robot.lookup("#evaluate").query().setStyle("-fx-font-size: 100px");
        });
        WaitForAsyncUtils.waitForFxEvents();
        Region said = robot.lookup("#scorer-of-rules").queryAs(Region.class);
        assertTrue(said.getHeight() >= said.prefHeight(said.getWidth()) - 1, said.getHeight() + " of " + said.prefHeight(said.getWidth()));
    }

    /// There are no levels of the benchmark, so there is no table of them, not even its head.
    @Test
    void whatTheTasksCanShowHasNoTableOfLevels(FxRobot robot) {
        evaluated();
        robot.interact(() -> model.showPage("trials"));
        assertFalse(robot.lookup("#power-levels").query().isVisible());
        assertTrue(robot.lookup("#power-answer").query().isVisible());
    }

    @Test
    void theOverviewNamesTheJudgeAndEveryCountOpensItsRuns(FxRobot robot) {
        evaluated();
        assertEquals("Judged by tau-bench's reward", robot.lookup("#own-verdict").queryLabeled().getText());
        fire(robot, "#own-judged-alpha");
        assertEquals(8, navigator.opened.getLast().size());
        fire(robot, "#own-unjudged-beta");
        assertEquals(
                ids(evaluation -> evaluation.leftovers().unknown().stream().map(Evaluation.Unscored::id).toList()),
                navigator.opened.getLast().stream().map(RunId::sha256).toList());
        fire(robot, "#asr-alpha-all");
        assertEquals(8, navigator.opened.getLast().size());
        fire(robot, "#own-group-own_domain-airline-alpha");
        assertEquals(4, navigator.opened.getLast().size());
        assertTrue(published.isEmpty(), "what files say is no outcome by the rules");
    }

    /// Eight tasks with two runs each: what stands there as n counts tasks.
    @Test
    void groupsOfTrialsAreSaidToBeOfTasks(FxRobot robot) {
        evaluated();
        String once = String.join(" | ", ShownTexts.of(robot.lookup("#own-groups-card").query()));
        assertTrue(once.contains("by domain, in % of runs"), once);
        Pressed.act(() -> model.setup().rename(folder.resolve("beta.json"), "alpha"));
        evaluated();
        String twice = String.join(" | ", ShownTexts.of(robot.lookup("#own-groups-card").query()));
        assertTrue(twice.contains("by domain, in % of tasks with such runs, each by the mean of these"), twice);
        fire(robot, "#page-breakdowns");
        String card = String.join(" | ", ShownTexts.of(robot.lookup("#by-own-domain-card").query()));
        assertTrue(card.contains(", of tasks with such runs"), card);
    }

    @Test
    void thePagesShowWhatAppliesAndSayWhyTheRestDoesNot(FxRobot robot) {
        evaluated();
        fire(robot, "#page-breakdowns");
        assertTrue(robot.lookup("#by-own-domain-card").tryQuery().isPresent());
        assertTrue(robot.lookup("#breakdown-car").tryQuery().isEmpty(), "there is no relevance");
        fire(robot, "#page-compare");
        assertTrue(
                robot.lookup("#pair-verdict").queryLabeled().getText().startsWith("same 8 tasks: A 75.0 %, B 25.0 % · McNemar p = 0.125"),
                robot.lookup("#pair-verdict").queryLabeled().getText());
        fire(robot, "#page-trials");
        assertTrue(robot.lookup("#no-trials").tryQuery().isPresent());
        fire(robot, "#page-scorer");
        assertTrue(robot.lookup("#scorer-of-rules").tryQuery().filter(Node::isVisible).isPresent());
        fire(robot, "#page-claims");
        assertTrue(robot.lookup("#claims-of-rules").tryQuery().filter(Node::isVisible).isPresent());
    }

    @Test
    void modelsOfDifferentJudgesStandSideBySideWithAWord() throws Exception {
        Path inspected = Files.writeString(folder.resolve("gamma.jsonl"), """
                {"messages": [{"role": "user", "content": "t0"}, {"role": "assistant", "content": "Yes."}], "success": true}
                """);
        Path alpha = folder.resolve("alpha.json");
        List<Evaluation> both = new OwnEvaluator(1)
                .evaluate(EvaluationSetup.byOwn(List.of(alpha, inspected), List.of(), 1), _ -> {}, Progress.NONE);
        List<String> remarks = SeriesRemarks.of(Series.of(both));
        assertTrue(remarks.stream().anyMatch(each -> each.startsWith("alpha is judged by tau-bench's reward; gamma is judged by ")
                && each.endsWith("cannot be compared.")), remarks.toString());
        List<Evaluation> one = new OwnEvaluator(1)
                .evaluate(EvaluationSetup.byOwn(List.of(alpha, folder.resolve("beta.json")), List.of(), 1), _ -> {}, Progress.NONE);
        assertFalse(String.join(" ", SeriesRemarks.of(Series.of(one))).contains("judged by"));
    }

    @Test
    void endingsAreInWordsWithTheFilesWordBeside(FxRobot robot) {
        evaluated();
        String said = String.join(" | ", ShownTexts.of(robot.lookup("#own-endings").query()));
        assertTrue(said.contains("by the user (user_stop)"), said);
        assertTrue(said.contains("at the limit of steps (max_steps)"), said);
    }

    @Test
    void theRulesStandBesideWithTheRunsOnWhichTheyDiffer(FxRobot robot) {
        EvaluationResult result = evaluated();
        assertTrue(robot.lookup("#own-and-rules").tryQuery().isEmpty());
        List<RunId> alpha = result.evaluations().getFirst().trials().stream().map(run -> run.id()).toList();
        Pressed.act(() -> given.outcomes(Map.of(
                alpha.get(0), new RunOutcome.Scored(score(true)), alpha.get(1), new RunOutcome.Scored(score(false)),
                alpha.get(7), new RunOutcome.Scored(score(false)))));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#own-kappa").queryAs(Labeled.class).getText().startsWith("They agree on 2 of 3 runs"));
        fire(robot, "#own-differ");
        assertEquals(List.of(alpha.get(1)), navigator.opened.getLast());
        assertEquals(Set.of("alpha", "beta"), Set.copyOf(result.labels()));
    }

    private static TaskScore score(boolean success) {
        return new TaskScore("q", Intent.PRODUCT, new LinkedHashMap<>(), success, false, false);
    }
}
