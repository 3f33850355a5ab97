package org.shoptrace.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.KettleWorkspace;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Writing the open run to a file, as people do it.
@ExtendWith(ApplicationExtension.class)
class SharingTest {
    private static final Place STEP = new Place(1, OptionalInt.empty());

    @TempDir
    private Path folder = Path.of("");

    private KettleWorkspace kettles;
    private Sheets sheets;
    private RunAction export;
    private Run run;

    @Start
    void start(Stage stage) throws Exception {
        kettles = new KettleWorkspace();
        kettles.openCatalog();
        run = kettles.run("alpha", "find_product {'q':'kettle','page':1}", "recommend_product {'product_ids':'k1'}");
        sheets = new Sheets();
        export = ExportAction.of(kettles.workspace, new OpenRunViewModel(), new DirectJobRunner(), _ -> kettles.profile, sheets);
        Theme.LIGHT.apply();
        Scene scene = new Scene(new StackPane(sheets), 1204, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    @Test
    void writesWhatIsAskedForWhereItIsAskedFor(FxRobot robot) throws Exception {
        robot.interact(() -> export.does().accept(kettles.open(run), STEP));
        assertTrue(sheets.isOpen("export-sheet"));
        TextField place = find(robot, "export-place", TextField.class);
        assertTrue(place.getText().endsWith("run_alpha_" + run.id().brief() + ".html"), place.getText());
        robot.interact(() -> find(robot, "export-atif", RadioButton.class).fire());
        assertTrue(place.getText().endsWith(".json"), "the name goes along with the format");
        assertTrue(find(robot, "export-hide-truth", CheckBox.class).isDisabled());
        Path file = folder.resolve("sub/run.json");
        robot.interact(() -> {
            place.setText(file.toString());
            find(robot, "export-write", Button.class).fire();
        });
        assertEquals("Written: " + file, find(robot, "export-outcome", Label.class).getText());
        assertTrue(Files.readString(file).contains(kettles.sandbox.fingerprint().sha256()));
        robot.interact(() -> find(robot, "export-html", RadioButton.class).fire());
        assertEquals(file.toString(), place.getText(), "a place that the user wrote stays");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        robot.interact(() -> export.does().accept(kettles.open(run), STEP));
        robot.interact(() -> {
            find(robot, "export-place", TextField.class).setText(file.resolve("below").toString());
            find(robot, "export-write", Button.class).fire();
        });
        assertTrue(find(robot, "export-outcome", Label.class).getText().startsWith("the run cannot be written"),
                find(robot, "export-outcome", Label.class)::getText);
    }
}
