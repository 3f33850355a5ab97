package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shoptrace.model.trajectory.Step;

/// Steps one below the other, as high as each needs, of which only those in view exist, the next ones, and a few that were left.
///
/// It holds on to the step at the upper edge and lays out from there as far as there is room. So nothing depends on the heights of steps
/// that nobody has seen, going to a step costs its card and no more, and however long a run is, it scrolls as a short one does. The next
/// card is made while the window is at rest, so that the step to it is quick.
abstract class StepFlow extends Region {
    /// How many cards out of view are kept.
    static final int KEPT = 8;

    private static final double EDGE = 1;

    /// By step number; those that were in view last come last.
    private final SequencedMap<Integer, StepCell> made = new LinkedHashMap<>();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle frame = new Rectangle();
    private final PauseTransition rest = new PauseTransition(Duration.millis(1));
    private List<Step> steps = List.of();
    private Map<Integer, Integer> indices = Map.of();
    private int top;
    private double above;
    private int last = -1;
    private boolean placing;

    StepFlow() {
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMin(0);
        bar.setMax(1);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(value -> {
            if (!placing) {
                scrollToShare(value.doubleValue());
            }
        });
        rest.setOnFinished(_ -> prepareNext());
        setClip(frame);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() != 0 && !steps.isEmpty()) {
                scrollBy(-event.getDeltaY());
                event.consume();
            }
        });
        getChildren().add(bar);
    }

    /// Makes the cell of a step.
    abstract StepCell cell(Step step);

    final List<Step> steps() {
        return steps;
    }

    /// Shows these steps, from the first.
    final void show(List<Step> shown) {
        steps = List.copyOf(shown);
        indices = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            indices.put(steps.get(i).number(), i);
        }
        top = 0;
        above = 0;
        last = -1;
        requestLayout();
    }

    /// Makes every card anew.
    final void refresh() {
        getChildren().removeAll(made.values());
        made.clear();
        requestLayout();
    }

    /// Puts a step at the upper edge, or as near to it as the end of the run allows.
    final void scrollTo(int index) {
        scrollTo(index, 0);
    }

    /// @param pixels how much of the step is above the upper edge
    final void scrollTo(int index, double pixels) {
        top = Math.clamp(index, 0, Math.max(0, steps.size() - 1));
        above = pixels;
        requestLayout();
    }

    final void scrollBy(double pixels) {
        above += pixels;
        requestLayout();
    }

    /// The first step that is at least partly in view; -1 without steps.
    final int top() {
        return steps.isEmpty() ? -1 : top;
    }

    /// How much of the first step is above the upper edge, in pixels.
    final double above() {
        return above;
    }

    /// The cell of a step that is at least partly in view.
    final Optional<StepCell> shown(int index) {
        return index >= top && index <= last ? Optional.ofNullable(made.get(steps.get(index).number())) : Optional.empty();
    }

    /// Every cell that there is, in view or not.
    final List<StepCell> made() {
        return List.copyOf(made.values());
    }

    private void scrollToShare(double share) {
        double position = share * Math.max(0, steps.size() - inView());
        if (share >= 1) {
            scrollTo(steps.size() - 1);
        } else if (!steps.isEmpty()) {
            int index = Math.clamp((int) position, 0, steps.size() - 1);
            scrollTo(index, (position - index) * height(index));
        }
    }

    private StepCell cell(int index) {
        Step step = steps.get(index);
        StepCell cell = made.get(step.number());
        if (cell == null) {
            cell = cell(step);
            made.put(step.number(), cell);
            getChildren().addFirst(cell);
            cell.applyCss();
        }
        return cell;
    }

    private double height(int index) {
        return snapSizeY(cell(index).prefHeight(columnWidth()));
    }

    private double columnWidth() {
        return Math.max(0, getWidth() - snapSizeX(bar.prefWidth(-1)));
    }

    /// As wide and as high as it is let: what its cards happen to be must not push others aside.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        frame.setWidth(getWidth());
        frame.setHeight(getHeight());
        placing = true;
        try {
            settle();
            place();
            placeBar();
        } finally {
            placing = false;
        }
        prepareLater();
    }

    /// Makes the first step the one that the upper edge goes through, and fills up when the end of the run leaves room below.
    private void settle() {
        if (steps.isEmpty()) {
            top = 0;
            above = 0;
            return;
        }
        while (above < 0 && top > 0) {
            above += height(--top);
        }
        above = Math.max(0, above);
        while (top < steps.size() - 1 && above >= height(top)) {
            above -= height(top++);
        }
        double below = -above;
        for (int i = top; i < steps.size() && below < getHeight(); i++) {
            below += height(i);
        }
        double room = getHeight() - below;
        while (room > 0 && (above > 0 || top > 0)) {
            double taken = Math.min(room, above);
            above -= taken;
            room -= taken;
            if (room > 0 && top > 0) {
                above = height(--top);
            }
        }
    }

    private void place() {
        double y = -above;
        last = top - 1;
        double width = columnWidth();
        for (int i = top; i < steps.size() && y < getHeight(); i++) {
            StepCell cell = cell(i);
            double height = height(i);
            cell.resizeRelocate(0, snapPositionY(y), width, height);
            cell.setVisible(true);
            made.putLast(steps.get(i).number(), cell);
            y += height;
            last = i;
        }
        putAway();
    }

    /// Cells out of view keep their styles, so that going back to them is quick; the oldest go.
    private void putAway() {
        int spare = made.size() - (last - top + 1) - KEPT;
        List<StepCell> gone = new ArrayList<>();
        for (Iterator<Map.Entry<Integer, StepCell>> each = made.entrySet().iterator(); each.hasNext();) {
            Map.Entry<Integer, StepCell> entry = each.next();
            int index = indices.getOrDefault(entry.getKey(), -1);
            if (index < top || index > last) {
                StepCell cell = entry.getValue();
                cell.setVisible(false);
                cell.relocate(0, -cell.getHeight() - 1);
                if (spare-- > 0) {
                    each.remove();
                    gone.add(cell);
                }
            }
        }
        getChildren().removeAll(gone);
    }

    private void placeBar() {
        double width = snapSizeX(bar.prefWidth(-1));
        bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
        double inView = inView();
        double range = steps.size() - inView;
        boolean needed = range > 1e-6;
        bar.setVisible(needed);
        if (needed) {
            bar.setVisibleAmount(inView / steps.size());
            bar.setUnitIncrement(Math.min(1, inView / 10 / range));
            bar.setBlockIncrement(Math.min(1, inView / range));
            bar.setValue(Math.clamp((top + above / Math.max(EDGE, height(top))) / range, 0, 1));
        }
    }

    /// How many steps are in view, with the shares of those that are in part.
    private double inView() {
        double sum = 0;
        for (int i = top; i <= last; i++) {
            StepCell cell = cell(i);
            double from = Math.max(0, cell.getLayoutY());
            double to = Math.min(getHeight(), cell.getLayoutY() + cell.getHeight());
            sum += cell.getHeight() <= 0 ? 0 : Math.max(0, to - from) / cell.getHeight();
        }
        return sum;
    }

    /// The card below is made when the picture is out.
    private void prepareLater() {
        if (lacksNext()) {
            rest.playFromStart();
        }
    }

    private boolean lacksNext() {
        int next = last + 1;
        return next >= 1 && next < steps.size() && !made.containsKey(steps.get(next).number());
    }

    private void prepareNext() {
        if (getScene() != null && last >= top && lacksNext()) {
            StepCell cell = cell(last + 1);
            cell.setVisible(false);
            cell.resize(columnWidth(), height(last + 1));
            cell.layout();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> steps.size();
            case ITEM_AT_INDEX -> shown((Integer) parameters[0]).orElse(null);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
