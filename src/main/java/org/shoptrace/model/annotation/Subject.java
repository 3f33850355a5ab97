package org.shoptrace.model.annotation;

import java.util.Optional;
import org.shoptrace.model.trajectory.RunId;

/// What an annotation speaks of. Steps and calls count from 1.
public sealed interface Subject {

    /// A trajectory as a whole.
    record OfRun(RunId id) implements Subject {}

    record OfStep(RunId id, int step) implements Subject {
        public OfStep {
            atLeastOne("step", step);
        }
    }

    record OfCall(RunId id, int step, int call) implements Subject {
        public OfCall {
            atLeastOne("step", step);
            atLeastOne("call", call);
        }
    }

    /// A product in what a call answered.
    record OfProduct(RunId id, int step, int call, String productId) implements Subject {
        public OfProduct {
            atLeastOne("step", step);
            atLeastOne("call", call);
        }
    }

    /// A task, known by its query as everywhere in the benchmark.
    record OfTask(String query) implements Subject {}

    /// The run that it is or lies in; empty for a task.
    default Optional<RunId> run() {
        return switch (this) {
            case OfRun(RunId id) -> Optional.of(id);
            case OfStep(RunId id, int _) -> Optional.of(id);
            case OfCall(RunId id, int _, int _) -> Optional.of(id);
            case OfProduct(RunId id, int _, int _, String _) -> Optional.of(id);
            case OfTask _ -> Optional.empty();
        };
    }

    /// The step that it is or lies in, from 1; 0 for a run as a whole and for a task.
    default int atStep() {
        return switch (this) {
            case OfStep(RunId _, int step) -> step;
            case OfCall(RunId _, int step, int _) -> step;
            case OfProduct(RunId _, int step, int _, String _) -> step;
            case OfRun _,OfTask _ -> 0;
        };
    }

    /// The call that it is or lies in, from 1 within its step; 0 for what lies in no call.
    default int atCall() {
        return switch (this) {
            case OfCall(RunId _, int _, int call) -> call;
            case OfProduct(RunId _, int _, int call, String _) -> call;
            case OfRun _,OfStep _,OfTask _ -> 0;
        };
    }

    /// In words, such as `step 3, call 1`.
    default String words() {
        return switch (this) {
            case OfRun _ -> "the run";
            case OfStep(RunId _, int step) -> "step " + step;
            case OfCall(RunId _, int step, int call) -> "step " + step + ", call " + call;
            case OfProduct(RunId _, int step, int call, String id) -> "product " + id + " in step " + step + ", call " + call;
            case OfTask _ -> "the task";
        };
    }

    private static void atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " " + number + ": they count from 1");
        }
    }
}
