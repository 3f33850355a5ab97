package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.finding.ConstraintMatrix.Cell;
import org.shoptrace.model.finding.ConstraintMatrix.State;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Texts;

/// The constraint matrix with what belongs to it: which reward it is held against, how many products it leaves out, the selected product in
/// full, and the near misses up to the current step.
final class MatrixPane extends FollowingPane {
    private final InspectorViewModel model;
    private final Links links;
    private final Diagnosis diagnosis;
    private final VBox details = new VBox();
    private final VBox nearMisses = new VBox();
    private List<NearMiss> shownMisses = List.of();

    MatrixPane(InspectorViewModel model, Links links, Diagnosis diagnosis) {
        this.model = model;
        this.links = links;
        this.diagnosis = diagnosis;
        getStyleClass().add("matrix-pane");
        details.setId("matrix-details");
        details.getStyleClass().add("matrix-details");
        nearMisses.setId("near-misses");
        nearMisses.getStyleClass().add("verdicts");
        nearMisses.setVisible(false);
        nearMisses.setManaged(false);
        if (rewards() > 1) {
            getChildren().add(tabs());
        }
        MatrixTable table = new MatrixTable(model, this::showDetails);
        follow(table::leave);
        getChildren().addAll(table, footer(), details, nearMisses);
        showDetails(null);
        follow(model.openRun().stepProperty().subscribe(step -> showNearMisses(step.intValue())));
    }

    /// How many products and constraints there are, for the section's head.
    static Label summary(InspectorViewModel model) {
        Label summary = Section.beside("");
        summary.setId("matrix-summary");
        Texts.follow(summary, Bindings.createStringBinding(
                () -> {
                    MatrixPage page = model.matrixProperty().get();
                    String titles = switch (model.titlesProperty().get()) {
                        case COMPARED -> "";
                        case COMPARING -> " · titles are being compared";
                        case LEFT_OUT -> " · some titles are not compared";
                    };
                    return Counts.of(page.total(), "product") + " · " + Counts.of(page.columns().size(), "constraint") + titles;
                },
                model.matrixProperty(), model.titlesProperty()));
        return summary;
    }

    private int rewards() {
        return diagnosis.task().map(task -> task.rewards().size()).orElse(0);
    }

    private Node tabs() {
        FlowPane tabs = new Flow();
        tabs.getStyleClass().add("chips");
        for (int i = 0; i < rewards(); i++) {
            int which = i;
            String target = diagnosis.task().orElseThrow().rewards().get(i).productId();
            ToggleButton tab = new ToggleButton(Texts.drawn(String.format(Locale.ROOT, "%d of %d", i + 1, rewards())));
            tab.setId("matrix-reward-" + (i + 1));
            tab.getStyleClass().add("chip-toggle");
            tab.setAccessibleText(String.format(Locale.ROOT, "Hold the products against request %d, target %s", i + 1, target));
            tab.setOnAction(_ -> {
                model.lookAtReward(which);
                tab.setSelected(true);
            });
            follow(model.rewardProperty().subscribe(now -> tab.setSelected(now.intValue() == which)));
            tabs.getChildren().add(tab);
        }
        return tabs;
    }

    private Node footer() {
        Hyperlink all = new Hyperlink();
        all.setId("matrix-all");
        all.setOnAction(_ -> {
            model.toggleAllRows();
            all.setVisited(false);
        });
        Label empty = Texts.wrapped("Nothing has been seen up to this step.", "muted");
        follow(model.matrixProperty().subscribe(page -> {
            boolean few = page.total() <= MatrixPage.PROMISING;
            all.setVisible(!few);
            all.setManaged(!few);
            Texts.say(all, model.allRowsProperty().get()
                    ? String.format(Locale.ROOT, "Show the %d most promising", MatrixPage.PROMISING)
                    : String.format(Locale.ROOT, "Show all %d products", page.total()));
            empty.setVisible(page.total() == 0);
            empty.setManaged(page.total() == 0);
        }));
        HBox footer = new HBox(all, empty);
        footer.getStyleClass().add("finding-links");
        return footer;
    }

    private void showDetails(@Nullable MatrixRow row) {
        details.setVisible(row != null);
        details.setManaged(row != null);
        if (row == null) {
            return;
        }
        Flow head = new Flow(links.product(row.row().productId()),
                links.step(row.row().since(), "first seen in step " + row.row().since()));
        head.getStyleClass().add("finding-links");
        List<Node> shown = new ArrayList<>(List.of(Texts.wrapped(row.title(), "strong"), head));
        for (int i = 0; i < row.cells().size(); i++) {
            shown.add(detail(row.cells().get(i), row.state(i)));
        }
        details.getChildren().setAll(shown);
    }

    private static Node detail(Cell cell, State state) {
        String actual = cell.actual().equals(cell.expected()) ? "" : "has " + MatrixCells.orNothing(cell.actual()) + " — ";
        String near = cell.nearMiss().map(kind -> "; " + MatrixCells.words(kind)).orElse("");
        String hidden = state == State.NOT_YET_VISIBLE ? " (not yet visible to the agent)" : "";
        VBox texts = new VBox(
                Texts.wrapped(cell.kind().label() + "  " + MatrixCells.orNothing(cell.expected())),
                Links.small(actual + cell.reason() + near + hidden));
        State truth = cell.truth().map(met -> met ? State.SATISFIED : State.VIOLATED).orElse(State.NOT_COMPARED);
        return Links.line(MatrixCells.icon(cell, truth), MatrixCells.style(cell, truth), texts, MatrixCells.sentence(cell, state));
    }

    private void showNearMisses(int step) {
        List<NearMiss> misses = diagnosis.nearMisses().stream().filter(miss -> miss.place().step() <= step).toList();
        if (misses.equals(shownMisses)) {
            return;
        }
        shownMisses = misses;
        List<Node> shown = misses.stream().map(this::nearMiss).toList();
        nearMisses.getChildren().setAll(shown);
        nearMisses.setVisible(!shown.isEmpty());
        nearMisses.setManaged(!shown.isEmpty());
    }

    private Node nearMiss(NearMiss miss) {
        String who = miss.product().map(id -> id + " ").orElse("");
        String words = String.format(Locale.ROOT, "Near miss: %shas %s, asked was %s: %s (%s)", who, quoted(miss.actual()), miss.key(),
                quoted(miss.expected()), MatrixCells.words(miss.kind()));
        Flow at = new Flow(links.place(miss.place()));
        miss.product().ifPresent(id -> at.getChildren().add(links.product(id)));
        at.getStyleClass().add("finding-links");
        VBox texts = new VBox(Texts.wrapped(words), at);
        return Links.line(Feather.ALERT_TRIANGLE, "nearly", texts, words);
    }

    /// Spaces at the ends are what it is about, so they must be seen.
    private static String quoted(String text) {
        return "“" + text + "”";
    }
}
