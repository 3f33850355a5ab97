package org.shoptrace.ui.takeover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.takeover.Continuation.Request;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

/// What is written of a step that is not made yet.
///
/// @param tool    the one whose form is shown
/// @param written the arguments of each tool
/// @param calls   that the step has already
record Unsent(String tool, SequencedMap<String, Json.Obj> written, List<Request> calls, String think, String response) {
    /// The step that it is of.
    record At(RunId run, int step, int made) {
        static At of(TakeOver so) {
            return new At(so.origin().run(), so.origin().step(), so.own().size());
        }
    }

    Unsent {
        written = new LinkedHashMap<>(written);
        calls = List.copyOf(calls);
    }
}
