package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.json.Json;

/// How one kind of agent or framework keeps a conversation.
public interface ConversationFormat {

    /// What it is called, for people.
    String name();

    /// Whether a value with these keys may be of the format; for a first look at a file of any size, that need not be certain.
    ///
    /// @param keys the first keys of a value; of an array, those of its first object
    boolean mayHave(Set<String> keys);

    /// The conversation that a value is; empty when it is none of this format.
    Optional<Conversation> read(Json value);

    /// What in a value of the format is a run by itself, such as that of a sub-agent, in order.
    default List<Json> inside(Json value) {
        return List.of();
    }

    /// Whether a value is an entry of a log that is one conversation as a whole, an entry a line.
    default boolean isEntry(Json value) {
        return false;
    }
}
