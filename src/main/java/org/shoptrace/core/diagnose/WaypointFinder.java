package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.score.Assessment;

/// What a run passed on its way with each reward, each by itself: a product may have been chosen that nobody looked at.
final class WaypointFinder {
    private final Sightings sightings;
    private final Equivalents equivalents;
    private final Recommendation recommendation;

    WaypointFinder(Sightings sightings, Equivalents equivalents, Recommendation recommendation) {
        this.sightings = sightings;
        this.equivalents = equivalents;
        this.recommendation = recommendation;
    }

    /// One for each reward, in the order of the task.
    ///
    /// @param assessment empty for a run that the harness lost
    List<Set<Waypoint>> find(Optional<Assessment> assessment) throws ShoptraceException {
        List<Set<Waypoint>> all = new ArrayList<>();
        for (int reward = 0; reward < equivalents.task().rewards().size(); reward++) {
            all.add(find(reward, assessment));
        }
        return all;
    }

    private Set<Waypoint> find(int reward, Optional<Assessment> assessment) throws ShoptraceException {
        Set<Waypoint> passed = EnumSet.noneOf(Waypoint.class);
        for (Map.Entry<String, FirstSight> seen : sightings.all().entrySet()) {
            FirstSight sight = seen.getValue();
            boolean shown = sight.returned().isPresent() || sight.viewed().isPresent();
            if (shown && equivalents.answers(reward, seen.getKey())) {
                sight.returned().ifPresent(_ -> passed.add(Waypoint.RETURNED));
                sight.viewed().ifPresent(_ -> passed.add(Waypoint.VIEWED));
            }
        }
        if (assessment.isPresent() && assessment.get().products().get(reward).rule() >= 1) {
            passed.add(Waypoint.CHOSEN);
            passed.add(Waypoint.WELL_FORMED);
        } else if (isMeant(reward)) {
            passed.add(Waypoint.CHOSEN);
        }
        return passed;
    }

    /// What stands where it is due for another request answers that one, even if it would do for this one as well.
    private boolean isMeant(int reward) throws ShoptraceException {
        for (int place = 0; place < recommendation.ids().size(); place++) {
            String id = recommendation.ids().get(place);
            if (equivalents.answers(reward, id) && (place == reward || equivalents.isFree(place, id))) {
                return true;
            }
        }
        return false;
    }
}
