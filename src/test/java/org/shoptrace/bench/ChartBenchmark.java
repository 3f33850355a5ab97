package org.shoptrace.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.RunDetails;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.TitleDependence;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.ui.evaluate.EvaluateView;
import org.shoptrace.ui.evaluate.EvaluateViewModel;
import org.shoptrace.ui.evaluate.ResultPage;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Shows the pages of a result over and over, without a display: how long until another result stands on each, with styles and layout, and
/// with painting in software as well, and how long the JavaFX thread worked for it, which a busy machine does not stretch. Two models and
/// five of 900 tasks each. A screen of charts is to be drawn again in 200 ms. The first drawing of a page builds it and loads its classes,
/// and is told apart.
public final class ChartBenchmark {
    private static final int REDRAWS = 40;
    private static final Map<Intent, Integer> TASKS = new LinkedHashMap<>(
            Map.of(Intent.PRODUCT, 250, Intent.WEB, 150, Intent.SHOP, 250, Intent.VOUCHER, 250));

    private final EvaluateViewModel model;
    private final Scene scene;

    private ChartBenchmark(Stage stage) {
        model = new EvaluateViewModel(
                new WorkspaceViewModel(new GivenWorkspace().open()), new DirectJobRunner(),
                (_, _, _) -> {
                    throw new IllegalStateException("results are shown, not made");
                },
                new Notices(), new NoNavigator(), _ -> {});
        Theme.LIGHT.apply();
        scene = new Scene(new EvaluateView(model), 1204, 722);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<ChartBenchmark> window = new CompletableFuture<>();
        Platform.startup(() -> window.complete(new ChartBenchmark(new Stage())));
        try {
            for (int series : new int[] {2, 5}) {
                System.out.println(series + " models");
                List<EvaluationResult> results = List.of(result(series, 1), result(series, 2));
                for (ResultPage page : ResultPage.values()) {
                    CompletableFuture<String> figures = new CompletableFuture<>();
                    Platform.runLater(() -> figures.complete(window.join().redraw(page, results)));
                    System.out.println("  " + page.id() + ": " + figures.get(5, TimeUnit.MINUTES));
                }
            }
        } finally {
            Platform.exit();
        }
    }

    private String redraw(ResultPage page, List<EvaluationResult> results) {
        model.showPage(page.id());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] layout = new double[REDRAWS];
        double[] worked = new double[REDRAWS];
        double[] painted = new double[REDRAWS];
        for (int i = 0; i < REDRAWS; i++) {
            long start = System.nanoTime();
            long work = threads.getCurrentThreadCpuTime();
            model.show(results.get(i % results.size()));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            layout[i] = (System.nanoTime() - start) / 1e6;
            worked[i] = (threads.getCurrentThreadCpuTime() - work) / 1e6;
            scene.snapshot(null);
            painted[i] = (System.nanoTime() - start) / 1e6;
        }
        return "first %.0f ms (%.0f ms of work); again: styles and layout %s, of work %s; painted %s".formatted(
                layout[0], worked[0], new Timings(again(layout)), new Timings(again(worked)), new Timings(again(painted)));
    }

    private static double[] again(double[] times) {
        return Arrays.copyOfRange(times, 1, times.length);
    }

    private static EvaluationResult result(int series, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Scored> scored = new ArrayList<>();
        List<FigureRow> rows = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            String model = "model-" + (char) ('a' + i);
            Scored one = scored(model, random);
            scored.add(one);
            Level.of(model, one.evaluation(), true).forEach(level -> rows.add(FigureRow.of(level, new Bootstrap(1, 200))));
        }
        return new EvaluationResult(
                new EvaluationResult.Face("shoppingbench", "table", true, "", "catalogue", "0".repeat(64)),
                List.of(), scored, rows, "", new EvaluationResult.Cautions(List.of(), List.of()), Map.of());
    }

    private static Scored scored(String model, SplittableRandom random) {
        List<ScoredRun> runs = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        TASKS.forEach((intent, count) -> {
            for (int i = 0; i < count; i++) {
                String query = intent.wireName() + " " + i;
                runs.add(run(model, intent, query, random));
                tasks.add(new Task(
                        intent, query, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Json.Obj.EMPTY));
            }
        });
        Evaluation evaluation = Evaluation.of(
                new Evaluation.Conditions(Path.of(model), model, "shoppingbench", "table", true, List.of()),
                new LinkedHashMap<>(TASKS), false, runs, List.of(), new Evaluation.Leftovers(List.of(), List.of(), List.of()));
        return new Scored(new Series(model, List.of(Path.of(model)), evaluation), tasks,
                ConstraintShare.of(evaluation.overall(), new Bootstrap(1, 200)));
    }

    private static ScoredRun run(String model, Intent intent, String query, SplittableRandom random) {
        boolean success = random.nextInt(10) < 4;
        SequencedMap<Column, Double> values = new LinkedHashMap<>();
        Column.of(intent).forEach(column -> values.put(column, success ? 1.0 : random.nextInt(5) / 5.0));
        SequencedMap<String, Integer> calls = new LinkedHashMap<>();
        calls.put("find_product", 1 + random.nextInt(20));
        calls.put("view_product_information", random.nextInt(8));
        Map<ConstraintVerdict.Kind, Rate> constraints = Map.of(
                ConstraintVerdict.Kind.TITLE, new Rate(random.nextInt(3), 2), ConstraintVerdict.Kind.PRICE, new Rate(random.nextInt(2), 1));
        return new ScoredRun(
                new RunId(model + query), new RunSource(Path.of(model), 1), 1 + random.nextInt(40),
                new TaskScore(query, intent, values, success, false, success && random.nextInt(8) == 0),
                new RunDetails(calls, constraints, TitleDependence.NONE));
    }
}
