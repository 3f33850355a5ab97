package org.shoptrace.ui.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.runs.RunOverview;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;

/// How the runs of a model ended, as parts of a bar with the count as words in each. All bars are equally long, so that shares can be
/// compared between models with more runs and with fewer. Words that do not fit into their part stand behind the
/// bar. Each part opens its runs.
final class OutcomeBar extends Region {
    private static final double GAP = 2;
    private static final double LEAST = 6;

    private final List<Part> parts = new ArrayList<>();
    private final int all;

    /// @param in   the part of the bar
    /// @param behind the same behind it, shown when the words do not fit
    private record Part(int runs, String words, Button in, Button behind) {}

    /// @param open   lists the runs that ended so
    /// @param byFile lists those that did by their files
    OutcomeBar(RunOverview.Model model, Consumer<OutcomeKind> open, Consumer<OwnOutcome> byFile) {
        this.all = model.runs();
        getStyleClass().add("outcome-bar");
        model.outcomes().forEach((kind, runs) -> {
            if (kind != OutcomeKind.NOT_SCORED) {
                add(model, kind.name(), runs.size(), kind.label(), colour(kind), () -> open.accept(kind));
            }
        });
        model.byFile().forEach((own, runs) -> add(model, "by-file-" + own.name(), runs.size(), words(own),
                own == OwnOutcome.PASSED ? "good" : "bad", () -> byFile.accept(own)));
        OutcomeKind last = OutcomeKind.NOT_SCORED;
        Optional.ofNullable(model.outcomes().get(last))
                .ifPresent(runs -> add(model, last.name(), runs.size(), last.label(), colour(last), () -> open.accept(last)));
        parts.forEach(part -> getChildren().add(part.in()));
        parts.forEach(part -> getChildren().add(part.behind()));
    }

    /// What is said of runs of which only their file says how they ended.
    static String words(OwnOutcome own) {
        return own.word() + " by file";
    }

    private void add(RunOverview.Model model, String kind, int runs, String label, String colour, Runnable open) {
        String words = Counts.grouped(runs) + " " + label;
        String id = (model.name() + "-" + kind).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String named = model.name() + ": " + words;
        Part part = new Part(runs, words, button("outcome-" + id, colour, named), button("behind-" + id, colour, named));
        part.in().setOnAction(_ -> open.run());
        part.behind().setOnAction(_ -> open.run());
        part.in().getStyleClass().add("outcome-part");
        part.behind().getStyleClass().add("outcome-behind");
        Texts.say(part.behind(), words);
        parts.add(part);
    }

    private static Button button(String id, String colour, String named) {
        Button button = new Button();
        button.setId(id);
        button.setAccessibleText(named);
        button.getStyleClass().add(colour);
        return button;
    }

    private static String colour(OutcomeKind kind) {
        return switch (kind) {
            case SUCCEEDED -> "good";
            case FAILED -> "bad";
            case UNSCORABLE -> "doubt";
            case NOT_SCORED -> "neutral";
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return parts.stream().mapToDouble(part -> part.behind().prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected void layoutChildren() {
        double behind = 0;
        // Words that stand behind the bar shorten it, so that more may have to.
        for (int round = 0; round < parts.size(); round++) {
            double needed = behind(getWidth() - behind);
            if (needed <= behind) {
                break;
            }
            behind = needed;
        }
        double room = Math.max(0, getWidth() - behind);
        double x = 0;
        for (Part part : parts) {
            double width = width(part, room);
            boolean fits = fits(part, width);
            Texts.say(part.in(), fits ? part.words() : "");
            // The words behind are the same link: one of the two is reached by Tab.
            boolean focused = part.in().isFocused() || part.behind().isFocused();
            part.in().setFocusTraversable(fits);
            part.behind().setVisible(!fits);
            if (focused) {
                (fits ? part.in() : part.behind()).requestFocus();
            }
            part.in().resizeRelocate(snapPositionX(x), 0, snapSizeX(width), getHeight());
            x += width + GAP;
        }
        for (Part part : parts) {
            if (part.behind().isVisible()) {
                double width = Math.min(part.behind().prefWidth(-1), Math.max(0, getWidth() - x));
                part.behind().resizeRelocate(snapPositionX(x), 0, snapSizeX(width), getHeight());
                x += width;
            }
        }
    }

    private double behind(double room) {
        return parts.stream().filter(part -> !fits(part, width(part, room))).mapToDouble(part -> part.behind().prefWidth(-1)).sum();
    }

    private double width(Part part, double room) {
        double bar = Math.max(0, room - GAP * parts.size());
        return Math.max(LEAST, bar * part.runs() / all);
    }

    private static boolean fits(Part part, double width) {
        return part.behind().prefWidth(-1) <= width;
    }
}
