package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;

/// A conversation in the spelling of chat completions, whatever it was recorded in.
///
/// @param model the model's name where the record says it
/// @param query the task's query where the record says it apart from the messages
public record Conversation(List<Item> items, Optional<String> model, Optional<String> query) {
    public Conversation {
        items = List.copyOf(items);
    }

    /// A message.
    ///
    /// @param message  with a role, content, calls and ids as chat completions have them
    /// @param recorded what it was made of, as the file has it
    public record Item(Json.Obj message, List<Json> recorded) {
        public Item {
            recorded = List.copyOf(recorded);
        }

        /// What nobody says, kept with the turn that it stands before.
        static Item unsaid(Json recorded) {
            return new Item(Json.Obj.EMPTY, List.of(recorded));
        }

        /// A message that the file has as it is.
        static Item asRecorded(Json.Obj message) {
            return new Item(message, List.of(message));
        }
    }
}
