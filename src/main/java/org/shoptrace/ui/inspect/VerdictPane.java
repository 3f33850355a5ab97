package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RewardOutcome;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ScoreText;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.Bubble;

/// How the run ended, how far it got and what is wrong with what it chose, with the evidence for all of it; the three marks; the figures.
final class VerdictPane extends VBox {
    private final Links links;

    VerdictPane(Diagnosis diagnosis, Links links) {
        this.links = links;
        getStyleClass().add("verdict-pane");
        diagnosis.failure().ifPresent(failure -> {
            int number = 0;
            for (Evidence evidence : failure.allEvidence()) {
                getChildren().add(links.evidence(evidence, "evidence-" + ++number));
            }
        });
        if (diagnosis.rewards().size() > 1) {
            int number = 0;
            for (RewardOutcome reward : diagnosis.rewards()) {
                getChildren().add(reward(reward, ++number, diagnosis.rewards().size()));
            }
        }
        diagnosis.assessment().map(Assessment::score).ifPresent(score -> {
            if (score.hangsOnTitle()) {
                getChildren()
                        .add(Texts.wrapped(
                                "The success hangs on the title check: another product's title passed as like the "
                                        + "target's and is not equal to it."));
            }
            if (score.crashesReference()) {
                getChildren().add(Texts.wrapped("The released evaluator stops at this run instead of scoring it."));
            }
        });
        if (diagnosis.notCompared().deciding() > 0) {
            Label open = Texts.wrapped(
                    String.format(Locale.ROOT, "%s left uncompared, for which the similarity has no value: products that were merely seen ",
                            Counts.of(diagnosis.notCompared().deciding(), "title"))
                            + "may answer a request as well as the target, so that the run may have got farther than is said here.",
                    "muted");
            open.setId("titles-not-compared");
            getChildren().add(open);
        }
        milestones(diagnosis.milestones());
        diagnosis.assessment().map(Assessment::score).ifPresent(score -> getChildren().add(figures(score)));
        Hyperlink words = Texts.link("What these words mean");
        words.setId("verdict-words");
        words.getStyleClass().add("explains");
        Bubble.at(words, "verdict-words-bubble", () -> new VerdictWords(diagnosis));
        getChildren().add(words);
    }

    /// The verdict in chips: outcome, stage, fault.
    static List<Chip> chips(Diagnosis diagnosis) {
        List<Chip> chips = new ArrayList<>();
        diagnosis.success().ifPresent(success -> {
            Chip chip = success ? new Chip("succeeded", Chip.Tone.GOOD) : new Chip("failed", Chip.Tone.BAD);
            chip.setId("verdict");
            chips.add(chip);
        });
        diagnosis.failure().ifPresent(failure -> {
            Chip stage = new Chip(failure.stage().label(), Chip.Tone.NEUTRAL);
            stage.setId("stage");
            stage.setTooltip(
                    Texts.tip(String.format(Locale.ROOT, "How far it got. %s (%s in files)", failure.stage().meaning(),
                            failure.stage().wireName())));
            Chip fault = new Chip(failure.fault().label(), failure.fault() == Fault.SCORER_DOUBT ? Chip.Tone.DOUBT : Chip.Tone.BAD);
            fault.setId("fault");
            fault.setTooltip(
                    Texts.tip(String.format(Locale.ROOT, "What is wrong with what was chosen. %s (%s in files)", failure.fault().meaning(),
                            failure.fault().wireName())));
            // With large text they are wider than the inspector.
            stage.setWrapText(true);
            fault.setWrapText(true);
            chips.add(stage);
            chips.add(fault);
            failure.secondFault().ifPresent(besides -> {
                Chip second = new Chip("also: " + besides.label(), Chip.Tone.BAD);
                second.setId("second-fault");
                second.setTooltip(
                        Texts.tip(String.format(Locale.ROOT, "A second fault beside the first. %s (%s in files)", besides.meaning(),
                                besides.wireName())));
                second.setWrapText(true);
                chips.add(second);
            });
        });
        if (diagnosis.ending() != RunEnding.TERMINATED) {
            Chip end = new Chip(diagnosis.ending().label(), Chip.Tone.NEUTRAL);
            end.setId("ending");
            end.setTooltip(Texts.tip(String.format(Locale.ROOT, "How the run ended. %s (%s in files)", diagnosis.ending().meaning(),
                    diagnosis.ending().wireName())));
            end.setWrapText(true);
            chips.add(end);
        }
        return chips;
    }

    private Node reward(RewardOutcome reward, int number, int of) {
        FlowPane chips = new Flow(new Chip(reward.stage().label(), Chip.Tone.NEUTRAL));
        chips.getStyleClass().add("chips");
        reward.fault().ifPresent(fault -> chips.getChildren().add(new Chip(fault.label(), Chip.Tone.BAD)));
        Flow head = new Flow(Texts.strong(String.format(Locale.ROOT, "Request %d of %d", number, of)), links.product(reward.target()));
        head.getStyleClass().add("finding-links");
        VBox lines = new VBox(head, chips);
        lines.setId("reward-outcome-" + number);
        lines.getStyleClass().add("reward-outcome");
        return lines;
    }

    private void milestones(Milestones marks) {
        Flow line = new Flow();
        line.setId("milestones");
        line.getStyleClass().add("finding-links");
        mark(line, "let go", marks.letGo(), "A product that answers a request was seen in this step, and not recommended in the end");
        mark(line, "out of steps", marks.outOfSteps(), "After this step the steps left could not hold what was still needed");
        mark(line, "committed", marks.committed(), "The last recommendation");
        if (!line.getChildren().isEmpty()) {
            getChildren().add(line);
        }
    }

    private void mark(Flow line, String name, OptionalInt step, String words) {
        step.ifPresent(at -> {
            var link = links.step(at, String.format(Locale.ROOT, "%s in step %d", name, at));
            link.setId("milestone-" + name.replace(' ', '-'));
            link.setTooltip(Texts.tip(words));
            line.getChildren().add(link);
        });
    }

    private static Node figures(TaskScore score) {
        FlowPane figures = new Flow();
        figures.setId("figures");
        figures.getStyleClass().add("score-figures");
        score.values().forEach((column, value) -> figures.getChildren().add(figure(column, value)));
        return figures;
    }

    private static Node figure(Column column, double value) {
        Label name = Texts.muted(column.inText());
        name.setTooltip(Texts.tip(column.tip()));
        HBox figure = new HBox(name, Texts.strong(ScoreText.figure(value)));
        figure.setId("figure-" + column.name().toLowerCase(Locale.ROOT));
        figure.getStyleClass().add("figure");
        return figure;
    }
}
