package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.markup.DrawnText;
import org.shoptrace.core.transcript.Match;
import org.shoptrace.core.transcript.TextQuery;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Texts;

/// Marks what is looked for on the labels of a card, whatever they belong to, and the occurrence to look at more strongly; under these the
/// passage that the user was led to, and a dashed line under what the agent states that is not so, which says why. It lies over the card
/// and is laid out after it; a label cannot mark a piece of its text.
final class MarkLayer extends Region {
    private static final double FRAME = 3;
    private static final double WIDEST_TIP = 420;

    private final Parent card;
    private final Sought sought;
    private final TextMarks texts;
    private final List<Node> marks = new ArrayList<>();
    private @Nullable Node current;
    private @Nullable Node currentPart;
    private @Nullable Node passage;
    private int inCurrentPart;

    MarkLayer(Parent card, Sought sought, TextMarks texts) {
        this.card = card;
        this.sought = sought;
        this.texts = texts;
        getStyleClass().add("mark-layer");
        // Only what is wrong is told under the mouse; everything else lets it through.
        setPickOnBounds(false);
        setManaged(false);
    }

    /// Where the occurrence to look at is, or what holds it, in the scene; empty when the card has neither.
    Optional<Bounds> current() {
        Node there = current != null ? current : currentPart;
        return there == null ? Optional.empty() : Optional.of(there.localToScene(there.getBoundsInLocal()));
    }

    /// Where the passage that the user was led to begins, in the scene; empty when the card does not show it.
    Optional<Bounds> passage() {
        return Optional.ofNullable(passage).map(there -> there.localToScene(there.getBoundsInLocal()));
    }

    @Override
    protected void layoutChildren() {
        marks.clear();
        passage = null;
        current = null;
        currentPart = null;
        inCurrentPart = 0;
        walk(card, null);
        if (current == null && currentPart != null) {
            frame(currentPart);
        }
        getChildren().setAll(marks);
    }

    private void walk(Node node, @Nullable Tag inherited) {
        if (node == this || !node.isVisible()) {
            return;
        }
        Optional<Tag> own = Tag.of(node);
        Tag tag = own.orElse(inherited);
        if (own.isPresent() && isCurrentPart(own.get())) {
            currentPart = node;
        }
        if (node instanceof Label label) {
            mark(label, tag);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, tag));
        }
    }

    private boolean isCurrentPart(Tag tag) {
        return sought.match().map(match -> match.part().equals(tag.part())).orElse(false);
    }

    private void mark(Label label, @Nullable Tag tag) {
        if (!(label.lookup(".text") instanceof Text text)) {
            return;
        }
        Optional<FoldedText.Piece> whole = FoldedText.piece(label);
        DrawnText drawn = whole.map(FoldedText.Piece::drawn).orElseGet(() -> DrawnText.mapped(text.getText()));
        if (tag != null && tag.base() >= 0) {
            int begins = tag.base() + whole.map(FoldedText.Piece::start).orElse(0);
            texts.in(tag.part()).forEach(piece -> mark(text, drawn, begins, piece));
        }
        for (TextQuery.Range range : sought.query().in(drawn.source())) {
            Path mark = put(
                    new Path(text.rangeShape(drawn.drawnAt(range.start()), drawn.drawnAt(range.end()))), text, "found-mark");
            mark.setMouseTransparent(true);
            if (tag != null && isCurrentPart(tag) && isCurrent(label, tag, range)) {
                mark.getStyleClass().add("current-found");
                current = mark;
            }
        }
    }

    /// @param begins where the text begins in its part
    private void mark(Text text, DrawnText drawn, int begins, TextMarks.Piece piece) {
        int length = drawn.source().length();
        int start = drawn.drawnAt(Math.clamp(piece.start() - begins, 0, length));
        int end = drawn.drawnAt(Math.clamp(piece.end() - begins, 0, length));
        if (start >= end) {
            return;
        }
        Path area = put(new Path(text.rangeShape(start, end)), text, piece.says().isPresent() ? "wrong-claim-area" : "passage-mark");
        if (piece.says().isEmpty()) {
            area.setMouseTransparent(true);
            passage = passage == null ? area : passage;
            return;
        }
        put(new Path(text.underlineShape(start, end)), text, "wrong-claim").setMouseTransparent(true);
        Tooltip why = Texts.tip(piece.says().get());
        why.setWrapText(true);
        why.setMaxWidth(WIDEST_TIP);
        Tooltip.install(area, why);
        area.setAccessibleText(piece.says().get());
    }

    private Path put(Path mark, Text text, String styleClass) {
        Point2D at = sceneToLocal(text.localToScene(0, 0));
        mark.getStyleClass().add(styleClass);
        // A managed one would ask for another layout.
        mark.setManaged(false);
        mark.setLayoutX(at.getX());
        mark.setLayoutY(at.getY());
        marks.add(mark);
        return mark;
    }

    private boolean isCurrent(Label label, Tag tag, TextQuery.Range range) {
        Match match = sought.match().orElseThrow();
        inCurrentPart++;
        if (tag.base() < 0) {
            return current == null && inCurrentPart == match.number();
        }
        return tag.base() + FoldedText.piece(label).map(FoldedText.Piece::start).orElse(0) + range.start() == match.start();
    }

    private void frame(Node node) {
        Bounds bounds = sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        Rectangle frame = new Rectangle(
                bounds.getMinX() - FRAME, bounds.getMinY() - FRAME, bounds.getWidth() + 2 * FRAME, bounds.getHeight() + 2 * FRAME);
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        frame.getStyleClass().add("found-frame");
        marks.add(frame);
    }
}
