package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.ui.evaluate.Pressed.fire;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What the buttons of the pages write, where it lies, and how it is told.
@ExtendWith(ApplicationExtension.class)
class WrittenFilesTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final NavigatorFake navigator = new NavigatorFake();
    private final Notices notices = new Notices();
    private EvaluateViewModel model;

    @TempDir
    private static Path folder;

    @Start
    void start(javafx.stage.Stage stage) {
        given.folder(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false));
        SampleScreen.fill(given);
        model = SampleScreen.show(stage, workspace, () -> SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS),
                notices, navigator);
    }

    private void evaluate(ResultPage page) {
        SampleScreen.evaluate(model, page);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    @Test
    void chartsTablesAndTheReportAreWrittenToTheFolder(FxRobot robot) throws Exception {
        evaluate(ResultPage.OVERVIEW);
        fire(robot, "#toggle-report");
        Path reports = folder.resolve(".shoptrace").resolve("reports");
        assertEquals(reports.toString(), robot.lookup("#export-folder").queryAs(TextField.class).getText());
        fire(robot, "#asr-png");
        assertEquals("Written: " + reports.resolve("charts").resolve("asr.png"), text(robot, "#written"));
        byte[] png = Files.readAllBytes(reports.resolve("charts").resolve("asr.png"));
        assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
        fire(robot, "#asr-svg");
        String svg = Files.readString(reports.resolve("charts").resolve("asr.svg"));
        assertTrue(svg.contains(">alpha</text>") && svg.contains(">33.3</text>"), svg);
        fire(robot, "#figures-csv");
        Path tables = reports.resolve("tables");
        String csv = Files.readString(tables.resolve("figures.csv"));
        assertTrue(csv.startsWith("model,intent,successes,of,ASR,ASR low,ASR high,"), csv);
        assertTrue(csv.contains(",CAR,CAR low,CAR high,CAR over,tasks,"), csv);
        assertTrue(Files.exists(tables.resolve("figures.json")));
        fire(robot, "#write-report");
        assertTrue(Files.readString(reports.resolve("report.html")).contains("ab12cd34ef"));
        assertTrue(Files.exists(reports.resolve("comparisons.csv")));
    }

    /// A report that was written once stays as it was, whatever is written by itself afterwards.
    @Test
    void aTableWrittenAloneLeavesTheReportAloneAndIsNamedOnThePage(FxRobot robot) throws Exception {
        evaluate(ResultPage.OVERVIEW);
        Path reports = folder.resolve("apart");
        robot.interact(() -> model.exports().folderProperty().set(reports.toString()));
        assertFalse(robot.lookup("#written-bar").query().isVisible());
        robot.interact(model.exports()::report);
        Map<Path, String> report = new LinkedHashMap<>();
        for (String name : List.of("figures.csv", "figures.json", "comparisons.csv", "comparisons.json")) {
            Path file = reports.resolve(name);
            report.put(file, Files.readString(file));
            Files.writeString(file, "as it was");
        }
        Path tables = reports.resolve("tables");
        fire(robot, "#figures-json");
        assertFalse(robot.lookup("#export").query().isVisible());
        assertTrue(robot.lookup("#written-bar").query().isVisible(), "without opening Report");
        assertEquals("Written: " + tables.resolve("figures.csv") + ", figures.json and figures.provenance.json", text(robot, "#written"));
        robot.interact(() -> model.results().pageProperty().set(ResultPage.COMPARE));
        WaitForAsyncUtils.waitForFxEvents();
        fire(robot, "#comparisons-save");
        assertEquals("Written: " + tables.resolve("comparisons.csv") + ", comparisons.json and comparisons.provenance.json",
                text(robot, "#written"));
        for (var file : report.entrySet()) {
            assertEquals("as it was", Files.readString(file.getKey()));
        }
        for (String name : List.of("comparisons.csv", "comparisons.json")) {
            assertEquals(report.get(reports.resolve(name)), Files.readString(tables.resolve(name)), "the same content");
        }
        fire(robot, "#close-written");
        assertFalse(robot.lookup("#written-bar").query().isVisible());
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed(FxRobot robot) throws Exception {
        evaluate(ResultPage.OVERVIEW);
        Path file = Files.writeString(folder.resolve("taken"), "no folder");
        robot.interact(() -> model.exports().folderProperty().set(file.toString()));
        fire(robot, "#asr-svg");
        assertTrue(notices.open().getFirst().summary().contains(file.toString()), notices.open().toString());
        assertFalse(robot.lookup("#asr-chart").queryAs(ChartPane.class).marks().isEmpty());
    }
}
