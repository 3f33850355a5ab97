package org.shoptrace.core.evaluate.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.own.OwnEvaluator;
import org.shoptrace.core.evaluate.own.OwnFiles;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.workspace.WorkspaceFolder;

/// What files said is kept and shown again without a catalogue.
class KeptOwnResultTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void comesBackWholeAndSaysWhenItsFileHasChanged() throws Exception {
        Path file = OwnFiles.write(folder.resolve("alpha.json"), List.of(
                OwnFiles.run("1", 0, "0.7", ", \"domain\": \"airline\", \"termination_reason\": \"user_stop\""),
                OwnFiles.run("1", 1, "0.2", ", \"domain\": \"airline\", \"error\": \"gone\""), OwnFiles.run("2", 0, "", "")));
        EvaluationSetup setup = EvaluationSetup.byOwn(List.of(file), List.of("alpha"), 0.5);
        List<Evaluation> evaluations = new OwnEvaluator(0.5).evaluate(setup, _ -> {}, Progress.NONE);
        WorkspaceFolder place = new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false);
        EvaluationMaterial material = EvaluationMaterial.ofFiles();
        KeptResults.keep(place, setup, material, evaluations, Progress.NONE);
        KeptResults.Restored restored = KeptResults.latest(place, material, Progress.NONE).orElseThrow();
        assertEquals(evaluations, restored.result().evaluations());
        assertEquals(setup, restored.setup());
        assertEquals(List.of(), restored.stale());
        assertTrue(restored.result().isOwn());
        KeptResult listed = KeptResults.listed(place, material, Progress.NONE).getFirst();
        assertEquals("The file's own verdict: tau-bench's reward, a success from a score of 0.5 on", listed.title());
        Files.writeString(file, "[]");
        assertTrue(KeptResults.listed(place, material, Progress.NONE).getFirst().remarks().getFirst().contains("has changed"));
    }
}
