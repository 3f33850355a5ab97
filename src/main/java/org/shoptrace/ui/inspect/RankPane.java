package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.sandbox.Explanation;
import org.shoptrace.model.finding.ConstraintMatrix.Row;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.FactTable;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Texts;

/// Where the targets stood over the searches of the run, when each was first sighted, and for the searches of the current step what hid it
/// and which words put it there.
final class RankPane extends FollowingPane {
    private final InspectorViewModel model;
    private final Links links;
    private final VBox why = new VBox();

    RankPane(InspectorViewModel model, Links links, Diagnosis diagnosis) {
        this.model = model;
        this.links = links;
        getStyleClass().add("rank-pane");
        if (diagnosis.targets().stream().anyMatch(target -> !target.searches().isEmpty())) {
            RankChart chart = new RankChart(diagnosis.targets(), links::goTo);
            follow(model.openRun().stepProperty().subscribe(step -> chart.markStep(step.intValue())));
            getChildren().add(chart);
        } else {
            getChildren().add(Texts.wrapped("The run never searched.", "muted"));
        }
        int number = 0;
        for (TargetTrack target : diagnosis.targets()) {
            getChildren().add(sights(target, number++, title(diagnosis, target)));
        }
        why.setId("rank-reasons");
        why.getStyleClass().add("rank-reasons");
        getChildren().add(why);
        follow(model.reasons().reasonsProperty().subscribe(this::show));
    }

    static String summary(Diagnosis diagnosis) {
        int searches = diagnosis.targets().stream().mapToInt(target -> target.searches().size()).max().orElse(0);
        return Counts.of(diagnosis.targets().size(), "target") + " · " + searches + (searches == 1 ? " search" : " searches");
    }

    /// The target's title as it was seen, else as the task states it.
    private static String title(Diagnosis diagnosis, TargetTrack target) {
        return Stream.concat(
                diagnosis.matrix().rows().stream().filter(row -> row.productId().equals(target.productId())).map(Row::title),
                diagnosis.task().stream()
                        .flatMap(task -> task.rewards().stream())
                        .filter(reward -> reward.productId().equals(target.productId()))
                        .flatMap(reward -> reward.titles().stream()))
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Node sights(TargetTrack target, int number, String title) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("rank-swatch", RankChart.look(number));
        HBox head = new HBox(swatch, links.product(target.productId()));
        if (!title.isEmpty()) {
            Label name = Section.beside(title);
            head.getChildren().add(name);
        }
        head.getStyleClass().add("finding-links");
        TargetTrack.FirstSight sight = target.firstSight();
        FlowPane sights = new Flow();
        sights.setId("first-sight-" + (number + 1));
        sights.getStyleClass().add("first-sight");
        sight(sights, "returned", sight.returned());
        sight(sights, "viewed", sight.viewed());
        sight(sights, "named", sight.named());
        sight(sights, "recommended", sight.recommended());
        return new VBox(head, sights);
    }

    private void sight(FlowPane sights, String kind, Optional<Place> place) {
        if (place.isEmpty()) {
            sights.getChildren().add(Texts.muted("never " + kind));
        } else {
            sights.getChildren().add(links.step(place.get().step(), String.format(Locale.ROOT, "%s in %d", kind, place.get().step())));
        }
    }

    private void show(List<RankReason> reasons) {
        List<Node> shown = new ArrayList<>();
        for (RankReason reason : reasons) {
            shown.add(reason(reason));
        }
        why.getChildren().setAll(shown);
        why.setVisible(!shown.isEmpty());
        why.setManaged(!shown.isEmpty());
    }

    private Node reason(RankReason reason) {
        boolean shown = reason.search().hiddenBy().isEmpty();
        HBox head = new HBox(links.product(reason.target()), Section.beside("in " + reason.search().place()));
        head.getStyleClass().add("finding-links");
        String standing = Links.sentence(reason.standing()) + (shown ? "" : ": " + reason.search().text());
        VBox texts = new VBox(head, Texts.wrapped(standing, "strong"));
        if (!reason.q().isEmpty()) {
            texts.getChildren().add(Links.small("searched for “" + reason.q() + "”"));
        }
        if (!reason.sentence().isEmpty()) {
            texts.getChildren().add(Texts.wrapped(Links.sentence(reason.sentence())));
        }
        reason.explanation().filter(e -> !e.matched().isEmpty()).ifPresent(e -> texts.getChildren().add(weights(reason, e)));
        return Links.line(
                shown ? Feather.CHECK : Feather.EYE_OFF, shown ? "met" : "missed", texts,
                String.format(Locale.ROOT, "Target %s, %s. %s. %s", reason.target(), reason.search().place(), standing, reason.sentence()));
    }

    /// The words and their weights, folded until somebody wants them.
    private Node weights(RankReason reason, Explanation explanation) {
        BooleanProperty unfolded = model.expandedProperty("weights", false);
        VBox body = new VBox();
        body.visibleProperty().bind(unfolded);
        follow(unfolded.subscribe(on -> {
            if (on && body.getChildren().isEmpty()) {
                body.getChildren().add(table(explanation));
            }
        }));
        Section section = new Section(
                String.format(Locale.ROOT, "weights-%s-%s", reason.target(), reason.search().place().call().orElse(0)), "Weights", unfolded,
                List.of(),
                List.of(body));
        section.getStyleClass().setAll("rank-weights");
        return section;
    }

    private static FactTable table(Explanation explanation) {
        FactTable table = new FactTable().head(List.of("word", "weight", "in its text", "products with it"));
        explanation.terms().forEach(term -> table.row(List.of(
                term.word() + (term.inQuery() > 1 ? " ×" + term.inQuery() : ""),
                term.matches() ? String.format(Locale.ROOT, "%.2f", term.weight()) : "0",
                term.matches() ? Integer.toString(term.inText()) : "not there",
                Counts.grouped(term.products()))));
        return table.row(List.of("score", String.format(Locale.ROOT, "%.2f", explanation.total()), "", ""));
    }
}
