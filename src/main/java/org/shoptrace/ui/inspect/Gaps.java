package org.shoptrace.ui.inspect;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.run.Findings.Gap;

/// What keeps something from being told, and what to do about it.
final class Gaps {
    private Gaps() {}

    /// Why nothing is told of a run without a catalogue. One of another benchmark needs none.
    static Gap ofCatalogue(CatalogState state, Run run) {
        if (state instanceof CatalogState.None && run.own().verdict().isPresent()) {
            return new Gap(
                    "This run is judged by its own file",
                    "What " + run.own().verdict().get().judge() + " says of it stands above its steps, and Evaluate counts by it. "
                            + "The rules of ShoppingBench need a catalogue, and this workspace has none.");
        }
        return switch (state) {
            case CatalogState.Open _ -> new Gap("The catalogue is being opened", "The findings follow by themselves.");
            case CatalogState.Unknown _ ->
                new Gap("The catalogue is being looked for", "The findings follow by themselves when it is open.");
            case CatalogState.None _ -> new Gap(
                    "This workspace has no catalogue", "Put documents.jsonl or documents.jsonl.gz into the folder and open it again.");
            case CatalogState.NotIndexed _ -> new Gap(
                    "The catalogue has no index yet", "Build it in Sandbox; the findings follow by themselves.");
            case CatalogState.Building _ -> new Gap(
                    "The catalogue's index is being built", "The findings follow by themselves when it is done.");
        };
    }

    /// Of a run of another benchmark: what it is judged by is what its file says.
    static Gap ofOtherBenchmark() {
        return new Gap(
                "The benchmark's rules do not apply to this run",
                "It belongs to no task of this workspace and calls none of the tools of ShoppingBench.");
    }

    /// Why a diagnosis says nothing of a task; empty when it does.
    ///
    /// @param why   what the workspace says of it
    /// @param asked whether there are tasks, of which nobody has said yet which is its
    static Optional<Gap> ofTask(Diagnosis diagnosis, Run run, String why, boolean asked) {
        if (diagnosis.task().isPresent()) {
            return Optional.empty();
        }
        if (asked) {
            return Optional.of(new Gap("Which task is the run's?", Links.sentence(why) + "."));
        }
        return Optional.of(run.query().isEmpty()
                ? new Gap("The run names no query", "Its first step has no extra_info.query, the only tie between a run and its task.")
                : new Gap(
                        "The run belongs to no task of this workspace",
                        Links.sentence(why) + ". Put its task file beside the rollouts and open the folder again."));
    }

    /// Why a run of a task has no score; empty when it has one.
    static Optional<Gap> ofScore(Diagnosis diagnosis, Run run) {
        if (diagnosis.task().isEmpty() || diagnosis.assessment().isPresent()) {
            return Optional.empty();
        }
        String ended = run.envelope() instanceof Envelope.Oro oro
                ? "The dialogue ended as " + oro.status() + oro.error().map(error -> ": " + error).orElse("")
                : "The run holds nothing that could be scored";
        return Optional.of(new Gap(ended, "The harness lost this run, so nothing it recommended counts."));
    }

    /// The reward that got least far, from 0; the first of a success.
    static int leastReward(Diagnosis diagnosis) {
        return IntStream.range(0, diagnosis.rewards().size())
                .boxed()
                .min(Comparator.comparing(i -> diagnosis.rewards().get(i).stage()))
                .orElse(0);
    }
}
