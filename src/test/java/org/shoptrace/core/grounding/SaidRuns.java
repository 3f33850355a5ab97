package org.shoptrace.core.grounding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// Recorded runs with a sentence more at their end, and what is found in it.
final class SaidRuns implements AutoCloseable {
    private final Sandbox sandbox;

    private SaidRuns(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Over the catalogue slice of the golden set.
    ///
    /// @param folder where the index is to be
    static SaidRuns open(Path folder) throws Exception {
        new CatalogIndexer().build(List.of(GoldenSet.DOCUMENTS), folder, _ -> {}, Progress.NONE);
        return new SaidRuns(LuceneSandbox.open(folder));
    }

    static List<Run> runs(Path file) throws Exception {
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(file, runs::add, Progress.NONE);
        return runs;
    }

    /// A run that goes on with one step more.
    static Run with(Run run, String think, String response) throws Exception {
        Step step = new StepEncoder("", run.query().orElse("")).add(StepEncoder.Turn.of(think, List.of(), response, 1));
        List<Step> steps = new ArrayList<>(run.steps());
        steps.add(new Step(
                steps.size() + 1, run.query(), step.think(), step.calls(), step.response(), step.others(), step.content(), step.reasoning(),
                step.timestamp(), step.message(), step.source()));
        return new Run(run.id(), run.source(), run.model(), run.envelope(), steps);
    }

    /// The claims of a run's last step.
    List<Claim> last(Run run, Optional<Voucher> voucher) throws Exception {
        return new GroundingCheck(sandbox, voucher).check(run).stream()
                .filter(claim -> claim.place().step() == run.steps().size())
                .toList();
    }

    /// The claims of all steps.
    List<Claim> all(Run run) throws Exception {
        return new GroundingCheck(sandbox, Optional.empty()).check(run);
    }

    @Override
    public void close() throws ShoptraceException {
        sandbox.close();
    }
}
