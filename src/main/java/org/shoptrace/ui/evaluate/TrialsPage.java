package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.CurvePlot;
import org.shoptrace.core.chart.CurvePlot.Curve;
import org.shoptrace.core.chart.CurvePlot.Vertex;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.FileTrials;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.evaluate.LinkTable.Cell;
import org.shoptrace.ui.evaluate.LinkTable.Head;
import org.shoptrace.ui.evaluate.TrialsViewModel.Curves;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;
import org.shoptrace.ui.kit.control.LineField;

/// Repeated trials: pass@k and pass^k, a picture for each model. Before a run: the smallest difference that a number of tasks can show.
final class TrialsPage implements PageView {
    /// Numbers of tasks that the power is drawn for.
    private static final List<Integer> SIZES = List.of(25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 600, 750, 900, 1000);

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,6}");

    private final TrialsViewModel model;
    private final ExportViewModel exports;
    private final PowerViewModel before;
    private final GridPane cards = new GridPane();
    private final ScrollPane page;
    private final Openings openings = new Openings();
    private final Openings sizes = new Openings();
    private final ChartPane power = new ChartPane("power", "The smallest difference that a number of tasks can show");
    private final LinkTable levels = new LinkTable();
    private final Label answer = Texts.wrapped("", "strong");
    private final Region powerCard;

    TrialsPage(TrialsViewModel model, PowerViewModel before, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        this.before = before;
        cards.getStyleClass().add("page-grid");
        page = Pages.scrolling("trials", cards);
        powerCard = powerCard();
        model.curvesProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::show));
        InvalidationListener again = _ -> model.resultProperty().get().ifPresent(this::showPower);
        before.tasksProperty().addListener(again);
        before.shareProperty().addListener(again);
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(EvaluationResult result) {
        openings.forget();
        List<Node> all = new ArrayList<>();
        Optional<List<Curves>> made = model.curvesProperty().get();
        if (made.isEmpty()) {
            all.add(explained("The trials are being resampled."));
        } else if (made.get().isEmpty()) {
            all.add(explained(
                    "No model did a task more than once. Repeated trials are several runs of one task by one model, in one rollout file"
                            + " or in several "
                            + "of the same model's: put them into the workspace and choose them all. Then pass@k, the chance that one of k "
                            + "trials succeeds, and pass^k, the chance that all of them do, stand here with intervals over tasks."));
        } else {
            List<String> names = NodeIds.each("trials", made.get().stream().map(Curves::model).toList());
            for (int i = 0; i < names.size(); i++) {
                all.add(card(names.get(i), made.get().get(i)));
            }
        }
        all.add(powerCard);
        Pages.fill(cards, all, 2);
        showPower(result);
    }

    private static Node explained(String text) {
        VBox card = new VBox(Texts.heading("Repeated trials"), Texts.wrapped(text, "muted"));
        card.setId("no-trials");
        card.getStyleClass().add("card");
        return card;
    }

    /// @param name of its files
    private Node card(String name, Curves curves) {
        int fewest = curves.trials().fewest();
        ChartPane plot = new ChartPane(name, "pass@k and pass^k of " + curves.model());
        plot.show(new CurvePlot(
                Scale.numbers("k", 1, Math.max(2, curves.any().size())),
                Scale.shares("share of tasks", 1),
                List.of(curve("pass@k", 0, curves, curves.any()), curve("pass^k", 1, curves, curves.all())),
                List.of()), openings);
        VBox.setVgrow(plot, Priority.ALWAYS);
        String note = String.format(Locale.ROOT, "%s trials a task, %s",
                fewest == curves.trials().most() ? fewest : fewest + "–" + curves.trials().most(),
                curves.success().sample().shown());
        String mean = String.format(Locale.ROOT, "Mean success %s %%%s; intervals resample tasks, seed %d.%s",
                Shares.percent(curves.success().value()),
                curves.success().spread().map(i -> " [" + Shares.percent(i.low()) + ", " + Shares.percent(i.high()) + "]")
                        .orElse(", " + curves.success().withoutSpread()),
                Bootstrap.DEFAULT.seed(),
                fewest < 2 ? " Some task has one trial only, so k ends at 1." : "");
        Label hint = Texts.wrapped(mean, "muted", "hint");
        return new ChartCard(name, "Repeated trials · " + curves.model(), exports, plot, hint, files(name, curves))
                .inReport("pass_at_k", curves.model())
                .chosen("model", curves.model())
                .note(note);
    }

    private Curve curve(String name, int look, Curves curves, List<Estimate> means) {
        List<Vertex> vertices = IntStream.range(0, means.size())
                .mapToObj(i -> {
                    Estimate mean = means.get(i);
                    String words = String.format(Locale.ROOT, "%s, %s with k = %d: %s %%%s, over %s. Opens their runs.", curves.model(),
                            name, i + 1, Shares.percent(mean.value()),
                            mean.spread()
                                    .map(x -> ", 95 % interval " + Shares.percent(x.low()) + " to " + Shares.percent(x.high()))
                                    .orElse(mean.intervalSaid()),
                            mean.sample().shown());
                    String id = NodeIds.of(look == 0 ? "pass-at" : "pass-hat", Integer.toString(i + 1), curves.model());
                    return new Vertex(i + 1, mean.value(), mean.spread(), openings.datum(id, words, () -> model.open(curves)));
                })
                .toList();
        return new Curve(name, look, vertices);
    }

    /// What each file of a model says alone.
    private Node files(String name, Curves curves) {
        LinkTable table = new LinkTable();
        table.setId("files-of-" + name);
        List<List<Cell>> rows = new ArrayList<>();
        for (FileTrials file : curves.files()) {
            Cell opening = file.runs().isEmpty()
                    ? Cell.of(file.name())
                    : Cell.opening(file.name(), new LinkTable.Link(
                            NodeIds.of("trial-file", Integer.toString(rows.size()), curves.model()),
                            file.name() + ": " + file.runs().size() + " runs. Opens them.", () -> model.open(file)));
            rows.add(List.of(
                    opening, Cell.of(Integer.toString(file.success().of())), Cell.of(Integer.toString(file.runs().size())),
                    Cell.of(file.copy() ? "a copy, counted once" : file.success().shown()),
                    Cell.of(file.copy() ? "–" : file.success().intervalText())));
        }
        table.show(
                List.of(Head.words("file"), Head.number("tasks"), Head.number("runs"), Head.number("success"), Head.number("95 %")), rows);
        return table;
    }

    private Region powerCard() {
        VBox.setVgrow(power, Priority.ALWAYS);
        levels.setId("power-levels");
        answer.setId("power-answer");
        TextField tasks = new LineField();
        tasks.setId("power-tasks");
        tasks.setAccessibleText("Number of tasks");
        tasks.setPrefColumnCount(5);
        tasks.textProperty().addListener((_, _, text) -> {
            if (NUMBER.matcher(text.strip()).matches()) {
                before.tasksProperty().set(Integer.parseInt(text.strip()));
            }
        });
        before.tasksProperty().subscribe(now -> {
            if (!tasks.getText().strip().equals(now.toString())) {
                tasks.setText(now.toString());
            }
        });
        TextField share = new LineField();
        share.setId("power-discordant");
        share.setAccessibleText("Share of tasks, in per cent, on which the two differ");
        share.setPromptText("usual");
        share.setPrefColumnCount(5);
        share.textProperty().bindBidirectional(before.discordantProperty());
        FlowPane fields = new FlowPane(Texts.plain("Tasks"), tasks, Texts.plain("of which % differ"), share);
        fields.getStyleClass().add("page-choices");
        return new ChartCard("power", "Before a run: what the tasks can show", exports, answer, power, levels)
                .note("McNemar 0.05, power 0.8")
                .choices(List.of(fields));
    }

    private void showPower(EvaluationResult result) {
        sizes.forget();
        DiscordantShare share = before.shareProperty().get();
        int count = before.tasksProperty().get();
        String assumption = "differing on " + Shares.percent(share.value()) + " % of them (" + share.source() + ")";
        Texts.say(answer, before.detectable(count)
                .map(value -> String.format(Locale.ROOT, "%,d tasks, %s: a difference of %s points can be shown.", count, assumption,
                        Shares.percent(value)))
                .orElse(String.format(Locale.ROOT, "%,d tasks, %s: too few to show any difference.", count, assumption)));
        List<Vertex> vertices = SIZES.stream()
                .filter(size -> before.detectable(size).isPresent())
                .map(size -> {
                    double value = before.detectable(size).orElseThrow();
                    String words = String.format(Locale.ROOT, "%d tasks: %s points. Puts this number into the field.", size,
                            Shares.percent(value));
                    return new Vertex(size, value, Optional.empty(),
                            sizes.datum("power-" + size, words, () -> before.tasksProperty().set(size)));
                })
                .toList();
        double top = Shares.top(vertices.stream().mapToDouble(Vertex::y));
        power.show(new CurvePlot(
                Scale.numbers("tasks", 0, SIZES.getLast()),
                Scale.shares("smallest difference", top),
                List.of(new Curve("", 0, vertices)),
                count <= SIZES.getLast() ? List.of(new CurvePlot.Threshold(count, count + " tasks")) : List.of()), sizes);
        List<List<Cell>> rows = new ArrayList<>();
        for (Intent intent : result.levels()) {
            int asked = result.series().stream()
                    .flatMap(series -> series.at(Optional.of(intent)).stream())
                    .mapToInt(summary -> summary.taskCount())
                    .max()
                    .orElse(0);
            rows.add(List.of(
                    Cell.of(intent.label()), Cell.of(Integer.toString(asked)),
                    Cell.of(asked == 0 ? "–" : before.detectable(asked).map(value -> Shares.percent(value) + " points").orElse("none"))));
        }
        levels.setVisible(!rows.isEmpty());
        levels.setManaged(!rows.isEmpty());
        levels.show(List.of(Head.words("level"), Head.number("tasks here"), Head.number("smallest difference")), rows);
    }
}
