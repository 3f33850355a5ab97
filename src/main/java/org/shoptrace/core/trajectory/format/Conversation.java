package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.OwnRecord;

/// A conversation in the spelling of chat completions, whatever it was recorded in.
///
/// @param model the model's name where the record says it
/// @param query the task's query where the record says it apart from the messages
/// @param own   what the record says of the run as a whole
public record Conversation(List<Item> items, Optional<String> model, Optional<String> query, OwnRecord own) {
    /// What in the record of a sub-agent's run says where the run stands that called it.
    public static final String SUB_AGENT_OF = "sub_agent_of";

    public Conversation {
        items = List.copyOf(items);
    }

    /// A conversation of which nothing is said beside it.
    public Conversation(List<Item> items, Optional<String> model, Optional<String> query) {
        this(items, model, query, OwnRecord.NONE);
    }

    /// This conversation with what its record says of it as a whole.
    public Conversation recording(OwnRecord newOwn) {
        return new Conversation(items, model, query, newOwn);
    }

    /// A message.
    ///
    /// @param message    with a role, content, calls and ids as chat completions have them
    /// @param recorded   what it was made of, as the file has it
    /// @param generation how the model made it, where a model did
    public record Item(Json.Obj message, List<Json> recorded, Generation generation) {
        public Item {
            recorded = List.copyOf(recorded);
        }

        /// A message that was made as its record says.
        public Item(Json.Obj message, List<Json> recorded) {
            this(message, recorded, Metrics.of(recorded));
        }

        /// This message, made in that way.
        Item made(Generation newGeneration) {
            return new Item(message, recorded, newGeneration);
        }

        /// What nobody says, kept with the turn that it stands before.
        static Item unsaid(Json recorded) {
            return new Item(Json.Obj.EMPTY, List.of(recorded), Generation.UNSAID);
        }

        /// A message that the file has as it is.
        static Item asRecorded(Json.Obj message) {
            return new Item(message, List.of(message));
        }
    }
}
