package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Step;

/// A format of runs: how it is known, what it is called, how it is read. [RunFormats] has them all.
interface RunFormat {
    /// What it is called, for people.
    String name();

    /// Whether a value with these first keys may be of the format, for a first look at a file of any size; that need not be certain.
    ///
    /// @param first the first keys of a value; of an array, those of its first object
    /// @param array whether the value is an array
    boolean mayHave(Set<String> first, boolean array);

    /// What a value holds; empty when it is none of this format.
    Optional<Content> read(Json value);

    /// Whether a value is a line of a file that is one run as a whole, an entry a line.
    default boolean isEntry(Json value) {
        return false;
    }

    /// Whether its runs are read; of a format that is only known, none is.
    default boolean isRead() {
        return true;
    }

    /// What a value of the format holds.
    ///
    /// @param itself the run that it is; empty where it only holds others
    /// @param inside what in it is a run by itself, such as that of a sub-agent, in order; each may hold more
    record Content(Optional<Reading> itself, List<Json> inside) {
        public Content {
            inside = List.copyOf(inside);
        }

        /// A run that holds no other.
        static Content of(Reading run) {
            return new Content(Optional.of(run), List.of());
        }
    }

    /// A run as its value says it.
    ///
    /// @param model the model's name where the value says it
    /// @param own   what it says of the run as a whole
    record Reading(Envelope envelope, List<Step> steps, Optional<String> model, OwnRecord own) {}
}
