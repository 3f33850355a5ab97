package org.shoptrace.core.transcript;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the reader of a run was, so that returning to the run restores it.
public final class ReadingPlace {
    private int step = 1;
    private int topStep = -1;
    private double topOffset;
    private final Set<Fold> opened = new HashSet<>();

    /// A place that was kept on disk; what it unfolded is taken up as far as there still is such a fold.
    public static ReadingPlace of(ReadingState.Place kept) {
        ReadingPlace place = new ReadingPlace();
        place.step = kept.step();
        place.topStep = kept.top();
        place.topOffset = kept.offset();
        kept.opened().forEach(name -> Fold.parse(name).ifPresent(place.opened::add));
        return place;
    }

    public ReadingState.Place toKeep() {
        return new ReadingState.Place(step, topStep, topOffset, opened.stream().map(Fold::name).collect(Collectors.toSet()));
    }

    /// The current step, from 1.
    public int step() {
        return step;
    }

    public void step(int number) {
        step = number;
    }

    /// The index of the first card in view, -1 when the run was not scrolled yet.
    public int topStep() {
        return topStep;
    }

    /// How far that card's top is from the view's, in pixels; negative above it.
    public double topOffset() {
        return topOffset;
    }

    public void scrolledTo(int index, double offset) {
        topStep = index;
        topOffset = offset;
    }

    public boolean isOpened(Fold fold) {
        return opened.contains(fold);
    }

    public void open(Fold fold, boolean now) {
        if (now) {
            opened.add(fold);
        } else {
            opened.remove(fold);
        }
    }
}
