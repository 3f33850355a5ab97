package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.settings.Settings;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.chart.Mark;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The whole program over the real files: from documents to a score on the command line, and from an unindexed folder to the runs behind
/// a bar in the window.
@ExtendWith(ApplicationExtension.class)
class EndToEndTest {
    @TempDir
    private Path folder = Path.of("");

    private @Nullable Stage stage;

    @Start
    void start(Stage started) {
        stage = started;
    }

    @Test
    void indexesSearchesAndEvaluatesAsTheReferenceDoes() throws Exception {
        Path catalog = folder.resolve("catalogue");
        CommandLineRun index = CommandLineRun.of(
                "index", "--documents", GoldenSet.DOCUMENTS.toString(), "--catalog", catalog.toString());
        assertEquals(0, index.exitCode(), index.err());

        Json.Obj request = (Json.Obj) firstFound();
        Json.Obj asked = request.object("request").orElseThrow();
        CommandLineRun find = CommandLineRun.of(
                "find", "--catalog", catalog.toString(), "--q", asked.text("q").orElseThrow(), "--page", asked.text("page").orElseThrow());
        List<Json> ids = ((Json.Arr) JsonReader.read(find.out().strip()))
                .items().stream().map(hit -> ((Json.Obj) hit).get("product_id").orElseThrow()).toList();
        assertEquals(request.items("product_ids"), ids);

        Path out = folder.resolve("scores.json");
        CommandLineRun evaluate = CommandLineRun.of(
                "evaluate", "--catalog", catalog.toString(),
                "--tasks", GoldenSet.file("tasks_voucher.jsonl").toString(),
                "--rollouts", GoldenSet.rollouts("voucher", "alpha").toString(),
                "--similarity", "table:" + GoldenSet.file("title_similarity.json"),
                "--json", out.toString());
        Json.Obj expected = (Json.Obj) GoldenSet.json("expected_voucher_alpha.json");
        assertEquals(0, evaluate.exitCode(), evaluate.err());
        assertTrue(evaluate.out().startsWith("Model `alpha` Rollout `8` cases:"), evaluate.out());
        Json.Obj scores = (Json.Obj) JsonReader.read(Files.readAllBytes(out));
        assertEquals(expected.object("scores").orElseThrow().fields().keySet(), scores.object("scores").orElseThrow().fields().keySet());
    }

    @Test
    void leadsFromAnUnindexedFolderToTheRunsBehindABar(FxRobot robot) throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("workspace"));
        Files.copy(GoldenSet.DOCUMENTS, workspace.resolve("products.gz"));
        Files.copy(GoldenSet.file("tasks_shop.jsonl"), workspace.resolve("tasks.jsonl"));
        Files.copy(GoldenSet.rollouts("shop", "alpha"), workspace.resolve("rollout_shop_alpha.jsonl"));
        UserFolders folders = new UserFolders(folder.resolve("config"), folder.resolve("cache"), folder.resolve("data"));
        MainWindow window = fx(() -> {
            MainWindow assembled = Wiring.assemble(folders, Theme.LIGHT, Optional::empty);
            assembled.show(Objects.requireNonNull(stage), Settings.DEFAULTS);
            assembled.open(workspace);
            assembled.show("sandbox");
            return assembled;
        });
        awaitQuiet(window);
        assertTrue(robot.lookup("#status").queryAs(Label.class).getText().startsWith("Catalogue not indexed     13 tasks     8 runs"));

        fire(robot, "#build-index");
        awaitQuiet(window);
        assertTrue(robot.lookup("#status").queryAs(Label.class).getText().startsWith("Catalogue 5,454 products"));

        fire(robot, "#show-evaluate");
        fire(robot, "#run-evaluation");
        awaitQuiet(window);
        Mark bar = robot.lookup(node -> node.getId() != null && node.getId().startsWith("asr-") && node instanceof Mark)
                .queryAs(Mark.class);
        fx(() -> {
            bar.fire();
            return true;
        });
        awaitQuiet(window);
        assertTrue(robot.lookup("#replay").query().isVisible());
        assertTrue(robot.lookup("#run-why").query().isVisible());
        assertEquals(8, robot.lookup("#runs").queryAs(ListView.class).getItems().size());
    }

    private static Json firstFound() throws Exception {
        Json.Arr requests = (Json.Arr) GoldenSet.json("find_product.json");
        return requests.items().stream()
                .filter(item -> !((Json.Obj) item).items("product_ids").isEmpty())
                .filter(item -> ((Json.Obj) item).object("request").orElseThrow().fields().keySet().equals(Set.of("q", "page")))
                .findFirst()
                .orElseThrow();
    }

    private static void fire(FxRobot robot, String button) throws Exception {
        ButtonBase node = robot.lookup(button).queryAs(ButtonBase.class);
        fx(() -> {
            node.fire();
            return true;
        });
    }

    /// Jobs start others when they end, so the window is quiet when nothing runs after all events were handled, twice.
    private static void awaitQuiet(MainWindow window) throws Exception {
        for (int i = 0; i < 2; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> fx(() -> !window.isBusy()));
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T fx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
