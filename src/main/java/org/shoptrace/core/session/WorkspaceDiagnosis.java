package org.shoptrace.core.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.BatchDiagnosis;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.KeptFindings;
import org.shoptrace.core.diagnose.RunsDiagnosis;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

/// Finds out how runs of a workspace ended, from what was kept in it and else anew; in the background of a window and for a command alike.
///
/// @param sandbox   the open catalogue
/// @param profile   what a success is, over that catalogue
/// @param stepLimit how many steps the agents had, at least 1
/// @param storage   the folder that findings are kept in
/// @param workers   how many batches of runs are diagnosed at a time
record WorkspaceDiagnosis(Sandbox sandbox, Profile profile, int stepLimit, OwnFolder storage, int workers) {

    /// A settled run, and the task that it belongs to.
    ///
    /// @param whyNoTask why `task` is empty, a short sentence without a full stop
    record Asked(RunSummary run, Optional<Task> task, String whyNoTask) {
        static Asked of(RunSummary run, TaskBelonging tasks) {
            return new Asked(run, tasks.task(run), tasks.whyNoTask(run));
        }
    }

    /// What became of a run.
    ///
    /// @param facts empty for a run that could not be read
    record Ended(RunSummary run, RunOutcome outcome, Optional<RunFacts> facts) {}

    /// @param done   gets all of them in batches, on the calling thread
    /// @param unkept told once when what is found out cannot be kept, which stops nothing
    /// @throws ShoptraceException when the similarity or the catalogue fails, which concerns every run
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    void of(List<Asked> runs, RunReader reader, Consumer<List<Ended>> done, Consumer<ShoptraceException> unkept, Progress progress)
            throws ShoptraceException {
        KeptFindings kept = KeptFindings.open(storage, sandbox.fingerprint(), profile, stepLimit);
        BatchDiagnosis batch = new BatchDiagnosis(new Diagnostician(sandbox, profile, stepLimit), workers);
        new RunsDiagnosis<Asked>(batch, reader, kept).diagnose(
                runs.stream().map(asked -> new RunsDiagnosis.Waiting<>(asked, asked.run(), asked.task())).toList(),
                answers -> done.accept(answers.stream().map(this::ended).toList()),
                unkept,
                progress);
    }

    private Ended ended(RunsDiagnosis.Answer<Asked> answer) {
        Asked asked = answer.asked().about();
        return switch (answer) {
            case RunsDiagnosis.Found<Asked>(var _, RunFacts facts, Optional<TaskScore> score) ->
                new Ended(asked.run(), outcome(asked, score), Optional.of(facts));
            case RunsDiagnosis.Unread<Asked>(var _, ShoptraceException why) ->
                new Ended(asked.run(), new RunOutcome.Unscorable("it cannot be read: " + why.getMessage()), Optional.empty());
        };
    }

    /// @param score empty for a run that the harness lost, and for one of no task that is scored
    private RunOutcome outcome(Asked asked, Optional<TaskScore> score) {
        if (asked.task().isEmpty()) {
            return new RunOutcome.Unscorable(asked.whyNoTask());
        }
        if (!profile.intents().contains(asked.task().get().intent())) {
            return new RunOutcome.Unscorable(
                    "the profile " + profile.name() + " does not score " + asked.task().get().intent().label());
        }
        return score.<RunOutcome>map(RunOutcome.Scored::new)
                .orElseGet(() -> new RunOutcome.Unscorable("the harness lost it: " + asked.run().status().orElse("no steps")));
    }
}
