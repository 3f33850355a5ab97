package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.NotCompared;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// A table of similarities that lacks every pair, as far as titles need one.
class TitlesNotComparedTest extends OnPlantedShop {
    @TempDir
    private Path folder = Path.of("");

    /// Asks for a clay mug that is not in the catalogue; another product has its very title.
    private static Task gone() throws Exception {
        return TaskCodec.decode(PlantedShop.json("{'query':'q','reward':{'product_id':'1999999','title':['grey clay mug'],"
                + "'price':[{'less than':[null,200]}],'attributes':[{'material':['clay']}]}}"));
    }

    private Diagnosis diagnose(Task task, Run run) throws Exception {
        Path table = Files.writeString(folder.resolve("table.json"), "[]");
        return new Diagnostician(
                shop().sandbox(), new ShoppingBenchProfile(shop().sandbox()::product, TableSimilarity.read(table), false), 30)
                .diagnose(Optional.of(task), run);
    }

    @Test
    void equalTitlesNeedNoTable() throws Exception {
        Run list = shop().run(shop().find("grey clay mug"),
                shop().call("recommend_product", "{'product_ids':['" + PlantedShop.MUG + "']}"));
        FailureClass failure = diagnose(gone(), list).failure().orElseThrow();
        assertEquals(Stage.MALFORMED_ANSWER, failure.stage());
        assertEquals(Fault.MALFORMED, failure.fault());
        assertEquals(Optional.of(true), diagnose(gone(), shop().run(shop().recommend(PlantedShop.MUG))).success());
    }

    @Test
    void whatIsMerelySeenIsCountedAndWhatIsScoredIsAnError() throws Exception {
        Diagnosis merelySeen = diagnose(gone(), shop().run(shop().find("grey clay mug")));
        // Of the seven clay mugs one has the title itself, one is too dear; all others hold what else is asked for.
        assertEquals(new NotCompared(5, 0), merelySeen.notCompared(), "whatever they are, nothing is recommended");
        assertEquals(Stage.NO_ANSWER, merelySeen.failure().orElseThrow().stage());
        assertEquals(NotCompared.NONE, shop().diagnose(gone(), shop().run(shop().find("grey clay mug"))).notCompared());
        Run scored = shop().run(shop().recommend(PlantedShop.TWIN));
        assertThrows(ShoptraceException.class, () -> diagnose(gone(), scored));
    }

    @Test
    void theTableForPeopleSaysSo() throws Exception {
        Diagnosis diagnosis = diagnose(
                gone(), shop().run(Collections.nCopies(30, turn(shop().find("grey clay mug")))));
        assertEquals(new NotCompared(5, 5), diagnosis.notCompared(), "one of them may have been all that was asked for");
        List<String> lines = DiagnosisTable.lines(List.of(DiagnosisTable.Entry.of(diagnosis)));
        assertTrue(lines.getLast().startsWith("not compared: 5 pairs of titles in 1 failures"), lines::toString);
    }
}
