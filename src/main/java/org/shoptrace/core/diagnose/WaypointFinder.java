package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.finding.Waypoint;

/// What a run passed on its way with each reward, each by itself: a product may have been chosen that nobody looked at.
final class WaypointFinder {
    private final Sightings sightings;
    private final Equivalents equivalents;
    private final Choice choice;

    WaypointFinder(Sightings sightings, Equivalents equivalents, Choice choice) {
        this.sightings = sightings;
        this.equivalents = equivalents;
        this.choice = choice;
    }

    /// One for each reward, in the order of the task.
    List<Set<Waypoint>> find() throws ShoptraceException {
        List<Set<Waypoint>> all = new ArrayList<>();
        for (int reward = 0; reward < equivalents.task().rewards().size(); reward++) {
            all.add(find(reward));
        }
        return all;
    }

    private Set<Waypoint> find(int reward) throws ShoptraceException {
        Set<Waypoint> passed = EnumSet.noneOf(Waypoint.class);
        for (Map.Entry<String, FirstSight> seen : sightings.all().entrySet()) {
            FirstSight sight = seen.getValue();
            boolean shown = sight.returned().isPresent() || sight.viewed().isPresent();
            if (shown && equivalents.answers(reward, seen.getKey())) {
                sight.returned().ifPresent(_ -> passed.add(Waypoint.RETURNED));
                sight.viewed().ifPresent(_ -> passed.add(Waypoint.VIEWED));
            }
        }
        if (choice.read(reward).isPresent()) {
            passed.add(Waypoint.CHOSEN);
            passed.add(Waypoint.WELL_FORMED);
        } else if (choice.isRight(reward)) {
            passed.add(Waypoint.CHOSEN);
        }
        return passed;
    }
}
