package org.shoptrace.ui.inspect;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.model.finding.ConstraintMatrix.Cell;
import org.shoptrace.model.finding.ConstraintMatrix.State;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// A cell of the matrix as icon, style and words.
final class MatrixCells {
    private MatrixCells() {}

    static Ikon icon(Cell cell, State state) {
        return switch (state) {
            case SATISFIED -> Feather.CHECK;
            case VIOLATED -> cell.nearMiss().isPresent() ? Feather.ALERT_TRIANGLE : Feather.X;
            case NOT_YET_VISIBLE -> Feather.CIRCLE;
            case NOT_COMPARED -> Feather.HELP_CIRCLE;
        };
    }

    static String style(Cell cell, State state) {
        return switch (state) {
            case SATISFIED -> "met";
            case VIOLATED -> cell.nearMiss().isPresent() ? "nearly" : "missed";
            case NOT_YET_VISIBLE, NOT_COMPARED -> "open";
        };
    }

    static String words(State state) {
        return switch (state) {
            case SATISFIED -> "met";
            case VIOLATED -> "missed";
            case NOT_YET_VISIBLE -> "not yet visible to the agent";
            case NOT_COMPARED -> "not compared";
        };
    }

    /// The near miss in a few words.
    static String words(NearMiss.Kind kind) {
        return switch (kind) {
            case ALIAS -> "the same value under another key";
            case SPELLING -> "the same key, spelt otherwise";
            case OTHER_VARIANT -> "another variant has it";
            case LOST_TO_SPACE -> "lost to a space";
            case LIST_FOR_STRING -> "a list where a text was due";
        };
    }

    /// Constraint, state, expected and actual value, and why; what is true stands there too when the agent could not know it.
    static String sentence(Cell cell, State state) {
        String truth = state == State.NOT_YET_VISIBLE
                ? cell.truth().map(met -> met ? ", in truth met" : ", in truth missed").orElse("")
                : "";
        return String.format(Locale.ROOT, "%s: %s%s%nasked: %s%nhas: %s%n%s%s", cell.kind().label(), words(state), truth,
                orNothing(cell.expected()), orNothing(cell.actual()), cell.reason(),
                cell.nearMiss().map(kind -> "; " + words(kind)).orElse(""));
    }

    static String orNothing(String text) {
        return text.isEmpty() ? "nothing" : text;
    }

    /// A label that can be filled with one cell after the other. Its nodes are made once: a step changes many cells, and styling new ones
    /// costs more than all else.
    static final class CellLabel extends Label {
        private final FontIcon icon = Icons.of(Feather.CIRCLE);
        private final Tooltip tooltip = new Tooltip();
        private @Nullable Cell shown;
        private @Nullable State as;

        CellLabel() {
            getStyleClass().add("matrix-cell");
            setGraphic(icon);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            setTooltip(tooltip);
        }

        void show(Cell cell, State state) {
            if (cell.equals(shown) && state == as) {
                return;
            }
            shown = cell;
            as = state;
            icon.setIconCode(MatrixCells.icon(cell, state));
            String style = style(cell, state);
            if (!icon.getStyleClass().contains(style)) {
                icon.getStyleClass().removeAll("met", "missed", "nearly", "open");
                icon.getStyleClass().add(style);
            }
            Texts.say(tooltip, sentence(cell, state));
            setAccessibleText(sentence(cell, state));
        }
    }
}
