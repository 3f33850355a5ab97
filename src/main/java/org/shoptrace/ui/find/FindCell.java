package org.shoptrace.ui.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.search.Role;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.SearchAnswer.Excerpt;
import org.shoptrace.core.search.SearchAnswer.Mark;
import org.shoptrace.core.search.SearchAnswer.RunHits;
import org.shoptrace.core.search.SearchAnswer.StepHit;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;
import org.shoptrace.ui.run.RunChips;

/// A line of what was found: a run, or below it a step with the words around those that were asked for.
final class FindCell extends WrappingCell<FindRow> {
    private final Function<RunSummary, RunRecord> records;

    FindCell(ListView<FindRow> list, Function<RunSummary, RunRecord> records) {
        super(list);
        this.records = records;
        getStyleClass().add("find-cell");
    }

    @Override
    protected Region content(FindRow row) {
        return switch (row) {
            case FindRow.OfRun(RunHits run) -> run(run);
            case FindRow.OfStep(RunHits _, StepHit step) -> step(step);
            case FindRow.More(RunHits _, int steps) -> more(steps);
        };
    }

    private Region run(RunHits hits) {
        RunSummary run = hits.run();
        Label query = Texts.strong(run.query().orElse("no query").replaceAll("\\s+", " "));
        query.setWrapText(true);
        query.getStyleClass().add("find-query");
        query.setTooltip(Texts.tip(run.query().orElse("The run's first step has no query")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox facts = new HBox();
        facts.getStyleClass().add("find-facts");
        facts.getChildren().addAll(chips(records.apply(run)));
        facts.getChildren().addAll(Texts.muted(run.model()), Texts.muted(run.source().file().getFileName() + ":" + run.source().place()),
                gap);
        String where = hits.stepCount() > 0
                ? Counts.of(hits.stepCount(), "step") + " of " + Counts.grouped(run.steps())
                : hits.hits().isEmpty() ? Counts.of(run.steps(), "step") : "from step " + hits.hits().getFirst().step();
        facts.getChildren().add(Texts.muted(where));
        VBox box = new VBox(query, facts);
        box.getStyleClass().add("find-run");
        box.setAccessibleText(String.format(Locale.ROOT, "Run: %s, %s, %s", run.query().orElse("no query"), run.model(), where));
        return box;
    }

    private static List<Node> chips(RunRecord record) {
        List<Node> chips = new ArrayList<>();
        Optional<RunFacts> facts = record.facts();
        facts.ifPresent(f -> chips.add(switch (f.result()) {
            case SUCCESS -> new Chip("succeeded", Chip.Tone.GOOD);
            case FAILURE -> new Chip("failed", Chip.Tone.BAD);
            case UNSCORED -> new Chip("unscorable", Chip.Tone.DOUBT);
        }));
        facts.flatMap(RunFacts::intent).ifPresent(intent -> chips.add(RunChips.intent(intent)));
        facts.flatMap(RunFacts::stage).ifPresent(stage -> chips.add(new Chip(stage.label(), Chip.Tone.NEUTRAL)));
        return chips;
    }

    private static Region step(StepHit hit) {
        Label number = Texts.muted("step " + hit.step());
        number.getStyleClass().add("find-step");
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(number);
        line.getStyleClass().add("find-hit");
        String said = hit.excerpt().map(Excerpt::text).orElse("");
        hit.excerpt().ifPresent(excerpt -> {
            TextFlow flow = flow(excerpt);
            HBox.setHgrow(flow, Priority.ALWAYS);
            line.getChildren().addAll(Icons.of(icon(excerpt.role())), flow);
        });
        line.setAccessibleText(String.format(Locale.ROOT, "Step %d%s", hit.step(),
                hit.excerpt().map(e -> ", " + e.role().label() + ": " + said).orElse("")));
        return line;
    }

    private static TextFlow flow(Excerpt excerpt) {
        TextFlow flow = new TextFlow();
        int at = 0;
        for (Mark mark : excerpt.marks()) {
            flow.getChildren().addAll(
                    text(excerpt.text().substring(at, mark.start()), "find-text"),
                    text(excerpt.text().substring(mark.start(), mark.end()), "find-mark"));
            at = mark.end();
        }
        flow.getChildren().add(text(excerpt.text().substring(at), "find-text"));
        return flow;
    }

    private static Text text(String part, String styleClass) {
        Text text = Texts.piece(part);
        text.getStyleClass().add(styleClass);
        return text;
    }

    private static Ikon icon(Role role) {
        return switch (role) {
            case QUERY -> Feather.USER;
            case USER -> Feather.USER;
            case SYSTEM -> Feather.SETTINGS;
            case THOUGHT -> Feather.MESSAGE_CIRCLE;
            case CALL -> Feather.TERMINAL;
            case ANSWER -> Feather.CORNER_DOWN_RIGHT;
            case RESPONSE -> Feather.MESSAGE_SQUARE;
            case RAW -> Feather.CODE;
            case JUDGE -> Feather.AWARD;
        };
    }

    private static Region more(int steps) {
        Label label = Texts.muted("and " + Counts.of(steps, "more step"));
        label.getStyleClass().add("find-more");
        HBox line = new HBox(label);
        line.getStyleClass().add("find-hit");
        line.setAccessibleText(label.getText());
        return line;
    }
}
