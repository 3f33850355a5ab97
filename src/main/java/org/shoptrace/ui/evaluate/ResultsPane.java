package org.shoptrace.ui.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;

/// What came out: the pages, above them their names and what all of them were made with.
final class ResultsPane extends BorderPane {
    private static final Duration SETTLED = Duration.millis(200);

    private final ResultsViewModel results;
    private final Beside beside;
    private final StackPane place = new StackPane();
    private final Map<ResultPage, PageView> pages = new EnumMap<>(ResultPage.class);
    private final Map<ResultPage, EvaluationResult> drawn = new EnumMap<>(ResultPage.class);

    /// What stands above the pages, and behind the one of the scorer.
    record Beside(
            ShownResult shown, DiagnosisViewModel diagnosis, ScorerViewModel scorer, KeptViewModel kept, ExportViewModel exports) {}

    ResultsPane(ResultsViewModel results, Beside beside) {
        this.results = results;
        this.beside = beside;
        setId("results");
        VBox.setVgrow(place, Priority.ALWAYS);
        Node export = new ExportBar(beside.exports());
        Node kept = new KeptPane(beside.kept());
        kept.visibleProperty().bind(beside.kept().listedProperty());
        kept.managedProperty().bind(kept.visibleProperty());
        VBox content = new VBox(head(export), kept, export, new WrittenBar(beside.exports()),
                new ConditionsBar(beside.shown(), results.open()), new FaceRemarks(beside.shown()),
                new DiagnosisBar(beside.diagnosis()), place);
        content.getStyleClass().add("results");
        Button choose = new Button("Choose what to evaluate", Icons.of(Feather.SLIDERS));
        choose.setId("show-setup");
        choose.visibleProperty().bind(results.setupShownProperty().not());
        choose.managedProperty().bind(choose.visibleProperty());
        choose.setOnAction(_ -> results.setupShownProperty().set(true));
        Node nothing = new Placeholder(
                Feather.BAR_CHART_2,
                "Nothing has been scored yet",
                "Choose rollout files on the left and press Run evaluation. Success and relevance by intent level appear here.",
                choose);
        nothing.setId("nothing-scored");
        results.resultProperty().subscribe(result -> {
            setCenter(result.isPresent() ? content : nothing);
            refresh();
        });
        results.pageProperty().subscribe(this::refresh);
        // Findings come in many small batches while a page is looked at; what it says of them must not stay behind.
        PauseTransition settle = new PauseTransition(SETTLED);
        settle.setOnFinished(_ -> {
            drawn.clear();
            refresh();
        });
        results.facts().addListener((InvalidationListener) _ -> {
            if (settle.getStatus() != Animation.Status.RUNNING) {
                settle.playFromStart();
            }
        });
    }

    private Node head(Node export) {
        ToggleButton setup = new ToggleButton("Set-up", Icons.of(Feather.SLIDERS));
        setup.setId("toggle-setup");
        setup.getStyleClass().add("small");
        setup.setTooltip(Texts.tip("What is evaluated, and how"));
        setup.selectedProperty().bindBidirectional(results.setupShownProperty());
        ToggleButton kept = new ToggleButton("Kept", Icons.of(Feather.CLOCK));
        kept.setId("toggle-kept");
        kept.getStyleClass().add("small");
        kept.setTooltip(Texts.tip("The results that this workspace keeps; any of them can be shown again"));
        kept.selectedProperty().bindBidirectional(beside.kept().listedProperty());
        // Large text takes two lines.
        FlowPane tabs = new FlowPane(setup, kept);
        tabs.getStyleClass().add("page-tabs");
        tabs.getChildren().addAll(Stream.of(ResultPage.values()).map(this::tab).toList());
        tabs.setMinWidth(0);
        tabs.prefWrapLengthProperty().bind(tabs.widthProperty());
        HBox.setHgrow(tabs, Priority.ALWAYS);
        ToggleButton published = new ToggleButton("Published");
        published.setId("published");
        published.getStyleClass().add("chip-toggle");
        published.setTooltip(Texts.tip("Puts the paper's figures beside those made here; they are not re-run"));
        published.selectedProperty().bindBidirectional(results.overview().publishedProperty());
        published.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> results.pageProperty().get() == ResultPage.OVERVIEW
                        && results.resultProperty().get().filter(EvaluationResult::isOwn).isEmpty(),
                results.pageProperty(), results.resultProperty()));
        ToggleButton report = new ToggleButton("Report…", Icons.of(Feather.FILE_TEXT));
        report.setId("toggle-report");
        report.getStyleClass().add("small");
        report.setTooltip(Texts.tip("Writes charts, tables and one HTML page into a folder"));
        export.visibleProperty().bind(report.selectedProperty());
        export.managedProperty().bind(export.visibleProperty());
        HBox head = new HBox(tabs, published, report);
        head.getStyleClass().add("page-head");
        List.of(setup, kept, published, report).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        return head;
    }

    private Node tab(ResultPage page) {
        ToggleButton tab = new ToggleButton(Texts.drawn(page.title()));
        tab.setId("page-" + page.id());
        tab.getStyleClass().add("page-tab");
        tab.setMnemonicParsing(false);
        tab.setMinWidth(USE_PREF_SIZE);
        results.pageProperty().subscribe(now -> tab.setSelected(now == page));
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            results.pageProperty().set(page);
        });
        return tab;
    }

    private void refresh() {
        Optional<EvaluationResult> result = results.resultProperty().get();
        if (result.isEmpty()) {
            drawn.clear();
            return;
        }
        ResultPage page = results.pageProperty().get();
        PageView view = pages.computeIfAbsent(page, this::build);
        if (drawn.put(page, result.get()) != result.get()) {
            view.show(result.get());
        }
        // Taken out and put back it would be as if somebody had left it.
        if (!place.getChildren().equals(List.of(view.node()))) {
            place.getChildren().setAll(view.node());
        }
    }

    private PageView build(ResultPage page) {
        return switch (page) {
            case OVERVIEW -> new OverviewPage(results.overview(), results.failures(), beside.exports());
            case BREAKDOWNS -> new BreakdownsPage(
                    new LossCards(results.loss(), beside.exports()), results.breakdowns(), results.failures(), beside.exports());
            case COMPARE -> new ComparePage(results.pair(), results.setupShownProperty(), beside.exports());
            case TRIALS -> new TrialsPage(results.trials(), results.power(), beside.exports());
            case SCORER -> OfRules.page(
                    new ScorerPage(beside.scorer(), beside.exports()), "scorer-of-rules",
                    "The benchmark's scorer judged none of these runs: success here is what their files say. Judge by the benchmark's rules"
                            + " in Set-up to put the scorer to the test.");
            case CLAIMS -> OfRules.page(
                    new ClaimsPage(results.claims(), beside.exports()), "claims-of-rules",
                    "What agents claim is held against the products of a catalogue, which these runs have none of. Judge by the benchmark's"
                            + " rules in Set-up to see it for runs of its tasks.");
        };
    }
}
