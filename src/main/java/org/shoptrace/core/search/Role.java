package org.shoptrace.core.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whose text it is.
public enum Role {
    /// What the user asked; part of the first step.
    QUERY("the user's query"),
    /// What the user said after the query.
    USER("what the user said after the query"),
    /// What the system said in mid-run.
    SYSTEM("what the system said in mid-run"),
    THOUGHT("what the agent thought"),
    /// A tool's name and arguments.
    CALL("the calls' names and arguments"),
    /// What a tool answered, and what an environment showed unasked.
    ANSWER("what the tools answered"),
    RESPONSE("what the user was told"),
    /// The model's own text, where nothing could be read out of it.
    RAW("the model's text that could not be read"),
    /// Of the run as a whole, and so of its last step; found only where it is asked for.
    JUDGE("what a judge wrote, as the run's file says") {
        @Override
        public String wireName() {
            return "own.judge";
        }

        @Override
        public boolean isOfTheRun() {
            return false;
        }
    };

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /// The name in queries and in the index.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is part of what happened in the run, where words are looked for that nobody in particular says.
    public boolean isOfTheRun() {
        return true;
    }

    /// The meaning, for people.
    public String label() {
        return label;
    }

    public static Optional<Role> ofWireName(String name) {
        return Arrays.stream(values()).filter(role -> role.wireName().equals(name.toLowerCase(Locale.ROOT))).findFirst();
    }
}
