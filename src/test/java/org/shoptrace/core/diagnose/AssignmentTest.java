package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.HOSE;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;
import static org.shoptrace.core.diagnose.PlantedShop.OTHER_VARIANT;
import static org.shoptrace.core.diagnose.PlantedShop.TWIN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.score.RewardChecks;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.task.Task;

/// Which id stands for which reward.
class AssignmentTest extends OnPlantedShop {
    private Assignment assign(Task task, String... ids) throws Exception {
        RewardChecks checks = new RewardChecks(
                new ShoppingBenchProfile(shop().sandbox()::product, PlantedShop.byFirstWord(), false));
        return Assignment.of(
                new Equivalents(task, shop().sandbox(), checks), new Recommendation(Optional.empty(), List.of(ids)));
    }

    @Test
    void whatStandsInItsPlaceStaysThere() throws Exception {
        Assignment assignment = assign(PlantedShop.twins(), TWIN, MUG);
        assertEquals(List.of(TWIN, MUG), List.of(assignment.id(0), assignment.id(1)));
        assertTrue(assignment.inPlace(0) && assignment.inPlace(1));
    }

    @Test
    void oneMovesWhereItsPlaceIsNeeded() throws Exception {
        // The first request takes either mug, the second the mug of the other variant's name only in so far as it is the target.
        Task task = TaskCodec.decode(PlantedShop.json(
                "{'query':'q','reward':[" + PlantedShop.MUG_REWARD + ",{'product_id':'" + TWIN + "'}]}"));
        Assignment assignment = assign(task, TWIN, MUG);
        assertEquals(List.of(MUG, TWIN), List.of(assignment.id(0), assignment.id(1)));
        assertFalse(assignment.inPlace(0));
        assertTrue(assignment.answers(0) && assignment.answers(1));
    }

    @Test
    void whatAnswersNothingStandsForWhatIsLeft() throws Exception {
        Assignment assignment = assign(PlantedShop.shop(), LAMP, OTHER_VARIANT);
        assertTrue(assignment.answers(1));
        assertFalse(assignment.answers(0));
        assertEquals(OTHER_VARIANT, assignment.id(0), "the lamp in its place is another request's");
    }

    @Test
    void repeatsAndEmptyPlacesBesideThemDoNotCount() throws Exception {
        assertEquals(LAMP, assign(PlantedShop.shop(), MUG, MUG, LAMP).id(1));
        assertEquals(LAMP, assign(PlantedShop.shop(), "", MUG, LAMP).id(1));
        Assignment gap = assign(PlantedShop.shop(), "", LAMP);
        assertEquals("", gap.id(0), "an empty place is one that was left empty");
        assertTrue(gap.inPlace(1));
        assertEquals("", assign(PlantedShop.shop(), HOSE, HOSE).id(1));
    }
}
