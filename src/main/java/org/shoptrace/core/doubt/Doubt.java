package org.shoptrace.core.doubt;

import java.util.OptionalInt;
import org.shoptrace.model.task.Task;

/// A reason to look at a task again.
///
/// @param reward     which target it is about, from 1; empty when it is about the task
/// @param constraint as the task states it, such as `size: int:xs`; empty text when it is about no single one
/// @param text       why, a short sentence without a full stop
public record Doubt(Task task, Kind kind, OptionalInt reward, String constraint, String text) {
    /// What is doubtful.
    public enum Kind {
        /// A variant or attribute that must match exactly has a word that the query does not have. An upper bound: tokens are compared,
        /// and a paraphrase may well be clear.
        WORDS_ABSENT("words_absent", "Words that the query lacks"),
        /// The query asks another colour of a target than its title or its variant says. Words are compared, and only those that name
        /// little else than a colour; a title that lists one colour of several is among them.
        COLOUR_CONTRADICTED("colour_contradicted", "Another colour than asked"),
        /// A target of which nothing but the title is asked, which the query must not repeat.
        TITLE_ONLY("title_only", "Nothing but the title"),
        /// A target of which nothing at all is asked.
        NO_CONSTRAINT("no_constraint", "No constraint"),
        /// The budget suffices without the voucher.
        NEEDLESS_VOUCHER("needless_voucher", "Voucher not needed"),
        /// Another task has the same query; of the two only the later is ever scored.
        DUPLICATE_QUERY("duplicate_query", "Query of another task"),
        /// Another task of the same intent has the same targets.
        DUPLICATE_TARGETS("duplicate_targets", "Targets of another task");

        private final String wireName;
        private final String label;

        Kind(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }
}
