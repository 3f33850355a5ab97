package org.shoptrace.core.trajectory;

import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.json.Json;

/// A document of the Agent Trajectory Interchange Format; what its sub-agents did are runs inside it.
final class AtifDocument implements RunFormat {
    /// The field with the documents of the sub-agents.
    static final String SUB_AGENTS = "subagent_trajectories";

    @Override
    public String name() {
        return "ATIF";
    }

    @Override
    public boolean mayHave(Set<String> first, boolean array) {
        return first.contains("steps") && (first.contains("schema_version") || first.contains("agent"))
                || first.contains("source") && first.contains("step_id");
    }

    @Override
    public Optional<Content> read(Json value) {
        if (!(value instanceof Json.Obj document) || !AtifCodec.isDocument(document)) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                Optional.of(new Reading(
                        AtifCodec.envelope(document), AtifCodec.steps(document), AtifCodec.model(document),
                        AtifCodec.ownRecord(document))),
                document.items(SUB_AGENTS).stream().filter(AtifCodec::isDocument).toList()));
    }
}
