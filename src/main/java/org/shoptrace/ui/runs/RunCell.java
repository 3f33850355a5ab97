package org.shoptrace.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.RunRow;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ScoreText;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.RunChips;

/// A run in the list: its query in two lines, how it ended, its intent, model and length. Its nodes are made once and refilled.
final class RunCell extends ListCell<RunRow> {
    /// Of a list of which no run has been scored: its rows need no line for how they ended.
    static final PseudoClass UNSCORED = PseudoClass.getPseudoClass("unscored");

    private static final double GAP = 8;

    /// Of the line, at most.
    private static final double PART_SHARE = 0.55;

    private final Label query = Texts.plain("");
    private final HBox chips = new HBox();
    private final FontIcon said = Icons.of(Feather.BOOKMARK);
    private final Label figure = Texts.muted("");
    private final Label model = Texts.muted("");
    private final Label part = Texts.muted("");
    private final Label intent = Texts.muted("");
    private final Label steps = Texts.muted("");
    private final Tooltip tooltip = new Tooltip();
    private final HBox verdict = line(chips, figure);
    private final HBox made = new HBox(model, part, intent, said, steps);
    private final VBox content = new VBox(query, verdict, made);
    private final BooleanSupplier truthHidden;
    private final UnaryOperator<String> labelTitle;

    /// @param truthHidden whether the list must not say how a run ended
    /// @param labelTitle  a label's name for people
    public RunCell(BooleanSupplier truthHidden, UnaryOperator<String> labelTitle) {
        this.truthHidden = truthHidden;
        this.labelTitle = labelTitle;
        said.getStyleClass().add("said-sign");
        getStyleClass().add("run-cell");
        figure.getStyleClass().add("run-figure");
        content.getStyleClass().add("run-row");
        made.getStyleClass().add("run-facts");
        query.getStyleClass().add("run-query");
        query.setWrapText(true);
        chips.getStyleClass().add("run-chips");
        model.setMinWidth(0);
        // What tells two runs of one query apart is read before the model's name, which many runs share.
        part.minWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(part.prefWidth(-1), made.getWidth() * PART_SHARE), made.widthProperty(), part.textProperty(),
                part.fontProperty()));
        // It has what the model's name leaves, and is whole in the tooltip.
        intent.setMinWidth(0);
        intent.setPrefWidth(0);
        intent.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(intent, Priority.ALWAYS);
        steps.setMinWidth(USE_PREF_SIZE);
        chips.setMinWidth(0);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RunRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        Texts.say(query, row.query());
        boolean hidden = truthHidden.getAsBoolean();
        chips.getChildren().setAll(hidden ? List.of() : chips(row));
        if (chips.getChildren().size() == 1 && chips.getChildren().getFirst() instanceof Chip alone) {
            // With large text it gives way to the figure beside it.
            alone.setMinWidth(0);
        }
        // A list of which nothing is known says nothing of it run by run.
        boolean unscored = getListView().getPseudoClassStates().contains(UNSCORED);
        verdict.setVisible(!unscored);
        verdict.setManaged(!unscored);
        Texts.say(figure, hidden ? "" : figure(row));
        // A score is whole or it is another number; a reason that is too long stands in the tooltip.
        figure.setMinWidth(row.why().isPresent() ? 0 : USE_PREF_SIZE);
        Texts.say(model, row.summary().model());
        // A run that is another's, or one of two answers, is no second try of the same query.
        Optional<String> role = OwnWords.role(row.summary().own())
                .filter(_ -> !hidden || !row.summary().own().metadata().containsKey("preference"));
        String kind = Stream.concat(role.stream(), row.intent().map(Intent::label).stream()).collect(Collectors.joining(" · "));
        Texts.say(part, role.map(each -> "· " + each).orElse(""));
        part.setVisible(role.isPresent());
        part.setManaged(role.isPresent());
        Texts.say(intent, row.intent().map(each -> "· " + each.label()).orElse(""));
        Texts.say(steps, Counts.of(row.summary().steps(), "step"));
        String ending = hidden ? "" : ending(row);
        String remarks = remarks(row.said(), hidden);
        said.setVisible(row.said().isAnnotated());
        said.setManaged(row.said().isAnnotated());
        Texts.say(tooltip,
                Stream.of(row.query(), ending, remarks, role.map(each -> role(each, row)).orElse(""),
                        row.intent().map(RunCell::inFiles).orElse(""),
                        row.summary().source().toString())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n")));
        setTooltip(tooltip);
        setAccessibleText(Stream
                .of(row.query(), ending, remarks, model.getText() + (kind.isEmpty() ? "" : " · " + kind),
                        steps.getText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")));
        setGraphic(content);
    }

    /// What people say of it; labels name failure classes, so they go with the truth.
    private String remarks(RunRow.Said all, boolean hidden) {
        if (!all.isAnnotated()) {
            return "";
        }
        String labels = all.labels().stream().map(labelTitle).collect(Collectors.joining(", "));
        return Counts.of(all.annotations(), "annotation") + (hidden || labels.isEmpty() ? "" : ": " + labels);
    }

    /// What Shoptrace says of how the run ended, and what its own file does; of a run that Shoptrace says nothing of the file alone.
    private static List<Chip> chips(RunRow row) {
        Optional<OwnVerdict> own = row.summary().own().verdict();
        List<Chip> chips = new ArrayList<>(own.isPresent() && row.kind() == OutcomeKind.NOT_SCORED ? List.of() : verdict(row));
        own.map(verdict -> RunChips.own(row.own(), verdict)).ifPresent(chip -> {
            chip.setMinWidth(chips.isEmpty() ? USE_PREF_SIZE : 0);
            chips.add(chip);
        });
        return chips;
    }

    /// What the row says of how the run ended: of a diagnosed failure fault and stage, else the outcome.
    private static List<Chip> verdict(RunRow row) {
        if (row.kind() != OutcomeKind.FAILED || row.fault().isEmpty()) {
            return List.of(RunChips.outcome(row.kind()));
        }
        Fault fault = row.fault().get();
        Stage stage = row.stage().orElseThrow();
        if (stage == Stage.HARNESS) {
            return List.of(chip(stage.wireName(), stage.label(), Chip.Tone.DOUBT));
        }
        if (stage == Stage.NO_ANSWER
                || stage == Stage.MALFORMED_ANSWER && fault == Fault.MALFORMED
                || stage == Stage.INVENTED && fault == Fault.UNKNOWN_PRODUCT) {
            // The fault says the same again.
            return List.of(chip(stage.wireName(), stage.label(), Chip.Tone.BAD));
        }
        Chip what = chip(fault.wireName(), fault.label(), fault == Fault.SCORER_DOUBT ? Chip.Tone.DOUBT : Chip.Tone.BAD);
        row.secondFault().ifPresent(second -> {
            Texts.say(what, what.getText() + " +1");
            what.setTooltip(Texts.tip(fault.label() + ", also: " + second.label()));
        });
        Chip how = chip(stage.wireName(), stage.label(), Chip.Tone.NEUTRAL);
        // The fault is read first; the stage gives way where both do not fit, and stands in the tooltip.
        how.setMinWidth(0);
        return List.of(what, how);
    }

    /// The rule score, where there is one; why there is none, where the run cannot be scored.
    private static String figure(RunRow row) {
        return row.why().orElse(Double.isNaN(row.rule())
                ? row.summary().own().verdict().flatMap(OwnVerdict::score).map(OwnWords::number).orElse("")
                : ScoreText.figure(row.rule()));
    }

    private static String ending(RunRow row) {
        String fault = row.fault().map(each -> ": " + each.label()).orElse("")
                + row.secondFault().map(each -> ", also: " + each.label()).orElse("");
        String stage = row.stage().map(each -> ". " + each.label()).orElse("");
        String own = row.summary().own().verdict()
                .map(_ -> ". File: " + row.own().word() + ", " + String.join(", ", OwnWords.facts(row.summary().own()))).orElse("");
        return row.why().map(why -> "unscorable: " + why).orElse(row.kind().label() + fault + stage)
                + (Double.isNaN(row.rule()) ? "" : ", " + Column.RULE.inText() + " " + ScoreText.figure(row.rule()))
                + own;
    }

    /// In the few words of the files, for two of them are to fit; what it is called elsewhere stands in its tooltip.
    private static Chip chip(String wireName, String label, Chip.Tone tone) {
        Chip chip = new Chip(Character.toUpperCase(wireName.charAt(0)) + wireName.substring(1).replace('_', ' '), tone);
        chip.setTooltip(Texts.tip(label));
        return chip;
    }

    private static String role(String role, RunRow row) {
        return Optional.ofNullable(row.summary().own().metadata().get(RunCodec.SUB_AGENT_OF))
                .map(parent -> "A sub-agent's run, of " + (parent.matches("[0-9]+(\\.[0-9]+)?") ? "line " + parent : parent))
                .orElse("The " + role + " of two to one query");
    }

    private static String inFiles(Intent intent) {
        return String.format(Locale.ROOT, "%s (%s in files)", intent.label(), intent.wireName());
    }

    private static HBox line(Node left, Node... right) {
        Region gap = new Region();
        // What is right of it never touches what is left, however large the text.
        gap.setMinWidth(GAP);
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(left, gap);
        line.getChildren().addAll(right);
        line.getStyleClass().add("run-facts");
        return line;
    }
}
