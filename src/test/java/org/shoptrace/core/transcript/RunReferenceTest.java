package org.shoptrace.core.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

class RunReferenceTest {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final RunSummary FIRST = run(HASH, "data/rollout_shop_x.jsonl", 12);
    private static final RunSummary SECOND = run("9f86d0ff" + HASH.substring(8), "rollout_shop_y.jsonl", 12);

    private static RunSummary run(String hash, String file, long line) {
        RunSource source = new RunSource(Path.of(file), line);
        return RunSummary.of(new Run(new RunId(hash), source, "x", new Envelope.Bare(), List.of()), 100);
    }

    private static List<RunSummary> found(String text) {
        return RunReference.parse(text).orElseThrow().in(List.of(FIRST, SECOND));
    }

    @Property
    void readsWhatItWrites(
            @ForAll @AlphaChars @Chars({' ', '.', '-', '(', '#', 'é'}) @StringLength(min = 1, max = 20) String name,
            @ForAll @LongRange(min = 1) long line,
            @ForAll @IntRange(min = 1, max = 100_000) int step) {
        String file = "r" + name + ".jsonl";
        RunReference reference = RunReference.to(new RunId(HASH), new RunSource(Path.of("folder", file), line % 1_000_000_000), step);
        assertEquals(Optional.of(reference), RunReference.parse("  " + reference + "\n"));
    }

    @Test
    void readsTheShortForms() {
        RunReference step = new RunReference(Optional.of("9f86d081"), Optional.empty(), OptionalLong.empty(), 0, 3);
        assertEquals(Optional.of(step), RunReference.parse("9f86d081#3"));
        assertEquals(Optional.of(step), RunReference.parse("run 9F86D081 step 3"));
        assertEquals(1, RunReference.parse("9f86d081").orElseThrow().step());
        assertEquals(
                Optional.of(new RunReference(Optional.empty(), Optional.of("x.jsonl"), OptionalLong.of(12), 0, 4)),
                RunReference.parse("/some/where/x.jsonl:12#4"));
        assertEquals(7, RunReference.parse("#7").orElseThrow().step());
        assertEquals(true, RunReference.parse("step 7").orElseThrow().isStepOnly());
        assertEquals(Optional.of(step), RunReference.parse(step.toString()));
    }

    @Test
    void isNoReferenceWhenItIsOtherText() {
        for (String text : List.of("", "red lamp", "12", "abc", "https://x.org/", "x".repeat(5_000))) {
            assertEquals(Optional.empty(), RunReference.parse(text), text);
        }
    }

    @Test
    void findsTheRunByItsHashWhereverItsFileIsNow() {
        assertEquals(List.of(FIRST), found("renamed.jsonl:1 step 2 (run " + HASH + ")"));
        assertEquals(List.of(FIRST), found("9f86d081#2"));
        assertEquals(List.of(FIRST, SECOND), found("9f86d0"));
    }

    @Test
    void findsItByFileAndLineWhenNoRunHasTheHash() {
        assertEquals(List.of(SECOND), found("rollout_shop_y.jsonl:12 step 2 (run 000000aa)"));
        assertEquals(List.of(FIRST), found("elsewhere/rollout_shop_x.jsonl:12"));
        assertEquals(List.of(), found("rollout_shop_x.jsonl:13"));
    }
}
