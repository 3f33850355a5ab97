package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;

/// Remembers where it was sent.
final class NavigatorFake implements Navigator {
    final List<String> reasons = new ArrayList<>();
    final List<List<RunId>> opened = new ArrayList<>();
    /// The same with their places.
    final List<List<RunPlace>> places = new ArrayList<>();
    final List<Destination.OpenPassage> passages = new ArrayList<>();
    final List<String> tasks = new ArrayList<>();
    final List<List<RunId>> compared = new ArrayList<>();

    @Override
    public void open(Destination destination) {
        switch (destination) {
            case Destination.OpenRuns(var why, var runs) -> {
                reasons.add(why);
                places.add(runs);
                opened.add(runs.stream().map(RunPlace::id).toList());
            }
            case Destination.OpenPassage passage -> passages.add(passage);
            case Destination.OpenTask(var query) -> tasks.add(query);
            case Destination.CompareRuns(var a, var b) -> compared.add(List.of(a.id(), b.id()));
            default -> throw new AssertionError("not from this screen: " + destination);
        }
    }
}
