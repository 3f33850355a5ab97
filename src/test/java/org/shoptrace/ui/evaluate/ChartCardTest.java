package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.ui.evaluate.Pressed.fire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.chart.SampleCharts;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartCardTest {
    @TempDir
    private static Path folder;

    private final Notices notices = new Notices();

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        ExportViewModel exports = new ExportViewModel(
                new ReadOnlyObjectWrapper<>(Optional.of(new WorkspaceFolder(folder, folder, false))), Optional::empty,
                new DirectJobRunner(), notices, _ -> {});
        ChartPane pane = new ChartPane("plot", "a plot");
        pane.show(SampleCharts.grid(), new Openings());
        Label hidden = new Label("not seen");
        hidden.setVisible(false);
        VBox away = new VBox(new Label("in what is not seen"));
        away.setVisible(false);
        ChartCard card = new ChartCard(
                "sample", "Sample", exports, new Label("a sentence"), pane, hidden, away, new VBox(new Button("press me")),
                new Hyperlink("follow me"));
        Scene scene = new Scene(card, 640, 420);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aFileHasTheTextsThatAreSeenAndNothingThatIsPressed(FxRobot robot) throws Exception {
        fire(robot, "#sample-svg");
        assertEquals(List.of(), notices.open());
        String svg = Files.readString(folder.resolve("reports").resolve("charts").resolve("sample.svg"));
        assertTrue(svg.contains(">a sentence<") && svg.contains("data-key=\"a1\""), svg);
        for (String other : List.of("not seen", "in what is not seen", "press me", "follow me")) {
            assertFalse(svg.contains(other), other);
        }
    }
}
