package org.shoptrace.ui;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;

/// Writes down where a screen sends the user.
public final class FakeNavigator implements Navigator {
    private final List<Destination> opened = new ArrayList<>();

    /// Such as `product k2`, `run aaaa step 1`, `runs why [aaaa, bbbb]`; ids by their first four digits.
    public List<String> sent() {
        return opened.stream().map(FakeNavigator::words).toList();
    }

    public List<Destination> opened() {
        return List.copyOf(opened);
    }

    @Override
    public void open(Destination destination) {
        opened.add(destination);
    }

    private static String words(Destination destination) {
        return switch (destination) {
            case Destination.OpenRuns(var why, var runs) -> "runs " + why + " " + runs.stream().map(FakeNavigator::brief).toList();
            case Destination.OpenRun(var run, int step) -> "run " + brief(run) + " step " + step;
            case Destination.CompareRuns(var a, var b) -> "compare " + brief(a) + " " + brief(b);
            case Destination.OpenProduct(var id) -> "product " + id;
            case Destination.OpenSearch(var request) -> "search " + request.q();
            case Destination.OpenTask(var query) -> "task " + query;
            default -> destination.toString();
        };
    }

    private static String brief(RunPlace run) {
        return run.id().sha256().substring(0, 4);
    }
}
