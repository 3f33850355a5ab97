package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.BatchDiagnosis;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.KeptFindings;
import org.shoptrace.core.diagnose.RunsDiagnosis;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// The runs of a result that are to be diagnosed by its own scorer and against its own tasks, so that a diagnosis says of a run what its
/// score says. A workspace diagnoses its runs once, by the scorer that it uses unasked; what it found out holds for a result too where that
/// one has the same scorer and the same task.
///
/// @param made      the result, and what it was made with
/// @param runs      those to diagnose, each once
/// @param stepLimit how many steps the agents had, at least 1
/// @param storage   the folder that findings are kept in
public record ResultDiagnosis(MadeResult made, List<Asked> runs, int stepLimit, OwnFolder storage) {
    public ResultDiagnosis {
        runs = List.copyOf(runs);
    }

    /// A run, and the task that the result holds it against.
    public record Asked(RunSummary run, Optional<Task> task) {}

    /// What is told while it goes on.
    public sealed interface Part {}

    /// What was found out about some runs; one that cannot be read is in none.
    public record Found(Map<RunId, RunFacts> facts) implements Part {
        public Found {
            facts = Map.copyOf(facts);
        }
    }

    /// What is found out cannot be kept, which stops nothing; told once.
    public record Unkept(ShoptraceException why) implements Part {}

    /// Those runs of the result of which the workspace's own diagnosis may say something else.
    ///
    /// @param workspace what it holds a run against
    public static ResultDiagnosis beside(Function<RunSummary, Optional<Task>> workspace, MadeResult made, int stepLimit,
            OwnFolder storage) {
        boolean sameScorer = made.setup().isUsual();
        List<Asked> own = of(made).stream()
                .filter(asked -> !sameScorer || !asked.task().equals(workspace.apply(asked.run())))
                .toList();
        return new ResultDiagnosis(made, own, stepLimit, storage);
    }

    private static List<Asked> of(MadeResult made) {
        EvaluationMaterial material = made.material();
        List<Asked> asked = new ArrayList<>();
        Set<RunId> seen = new HashSet<>();
        for (Path file : made.setup().files()) {
            EvaluationMaterial.OfFile tasks = material.ofFile(file, made.setup().asked() == EvaluationSetup.Asked.ALL);
            for (RunSummary run : material.runs(file)) {
                if (seen.add(run.id())) {
                    asked.add(new Asked(run, run.query().flatMap(tasks::task)));
                }
            }
        }
        return asked;
    }

    /// The runs to diagnose, by id.
    public Set<RunId> ids() {
        Set<RunId> ids = new HashSet<>();
        runs.forEach(asked -> ids.add(asked.run().id()));
        return ids;
    }

    /// Diagnoses them, those that were kept first.
    ///
    /// @param profile the result's scorer, over the open catalogue
    /// @param workers how many batches of runs are diagnosed at a time
    /// @throws ShoptraceException when the similarity or the catalogue fails, which concerns every run
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    void by(Profile profile, RunReader reader, int workers, Consumer<? super Part> told, Progress progress) throws ShoptraceException {
        EvaluationMaterial material = made.material();
        KeptFindings kept = KeptFindings.open(storage, material.sandbox().fingerprint(), profile, stepLimit, variant(progress));
        BatchDiagnosis batch = new BatchDiagnosis(new Diagnostician(material.sandbox(), profile, stepLimit), workers);
        new RunsDiagnosis<Asked>(batch, reader, kept).diagnose(
                runs.stream().map(asked -> new RunsDiagnosis.Waiting<>(asked, asked.run(), asked.task())).toList(),
                answers -> tell(answers, told),
                unkept -> told.accept(new Unkept(unkept)),
                progress);
    }

    /// What the names of profile and similarity do not say of the scorer: another table may have the same name, another server serve a
    /// model of the same name, and runs may be taken for made without thinking.
    private String variant(Progress progress) throws ShoptraceException {
        List<String> parts = new ArrayList<>();
        switch (made.setup().similarity()) {
            case SimilarityChoice.Embedded _ -> {}
            case SimilarityChoice.Table(Path file) -> parts.add("table " + InputFile.of(file, progress).sha256());
            case SimilarityChoice.Endpoint server -> parts.add(server.written());
        }
        if (made.setup().noThink()) {
            parts.add("no-think");
        }
        return String.join(", ", parts);
    }

    private static void tell(List<RunsDiagnosis.Answer<Asked>> answers, Consumer<? super Part> told) {
        Map<RunId, RunFacts> facts = new HashMap<>();
        for (RunsDiagnosis.Answer<Asked> answer : answers) {
            // Whoever lists a run that cannot be read says so there.
            if (answer instanceof RunsDiagnosis.Found<Asked> found) {
                facts.put(found.asked().run().id(), found.facts());
            }
        }
        told.accept(new Found(facts));
    }
}
