package org.shoptrace.core.grounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.model.trajectory.Step;

/// Texts that no person wrote, such as those of a model that says one thing again and again, take no longer than their length asks.
class LongTextsTest {
    private static final int LENGTH = 200_000;

    /// Of the many texts, which would take minutes otherwise.
    private static final int SHORTER = 20_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private static Path folder = Path.of("");

    private static Optional<SaidRuns> said = Optional.empty();
    private static Optional<Run> run = Optional.empty();

    @BeforeAll
    static void open() throws Exception {
        said = Optional.of(SaidRuns.open(folder));
        run = Optional.of(SaidRuns.runs(GoldenSet.file("rollout_product_beta.jsonl.gz")).get(6));
    }

    @AfterAll
    static void close() throws Exception {
        said.orElseThrow().close();
    }

    private static void check(String text) {
        assertTimeoutPreemptively(LIMIT, () -> {
            Run spoken = SaidRuns.with(run.orElseThrow(), "", "3104493280 " + text);
            said.orElseThrow().last(spoken, Optional.empty());
        });
    }

    /// Each is written again and again until the text is long.
    @ParameterizedTest
    @ValueSource(
            strings = {
                    "-", "x", "1", "1 ", "a. ", "|", "| a ", "| -", "price 12 and ", "\"price\": 12, \"sold\": 5, \"shop_id\": 700138, ",
                    "size: xl, ", "size is ", "color: blue, ", "is the the the ", "the ", "1 + ", "1 + 1 = 3, ", "23% of ", "by Brand ",
                    "brand A ",
                    "compatible with ", "compatible with the ", "3104493280 ", "3104493280, ", "3104493280 and ", "shop", "shop    ",
                    "you        ",
                    "approx. 5 ", "cheaper ", "cheapest ", "the cheapest of ", "total ", "the total is 12 and ", "not ", "but not ",
                    "user wants ",
                    "case -------- ", "the case ", "wait, ", "It costs 95.4 and ", "both cost 12, ", "from the same shop, ", "in blue and ",
                    "10% of 20 is 2, ", "12 inch ", "₱1,000 - ₱2,000 ", "a blue phone case, ", "(((", "1,111", "x\t", "**", "’", "é",
                    "\uD83D\uDE00",
                    "e.g. ", "1. ", "- ", "color: ", "= ", "== ", "sold 5 ", "5 sold ", "free shipping "})
    void aTextThatGoesOnAndOnIsChecked(String again) {
        check(again.repeat(SHORTER / again.length()));
    }

    @Test
    void whatStandsBehindAWideGapIsASentenceOfItsOwn() {
        check("-".repeat(LENGTH / 2) + "x" + "-".repeat(LENGTH / 2) + "x");
        check("3104493280" + " ".repeat(LENGTH) + "3104493280");
        check("case" + "-".repeat(LENGTH) + ": x");
        check("is " + "the ".repeat(LENGTH / 4) + "end");
        check("shop" + " ".repeat(LENGTH) + "x");
        check("1" + " + 1".repeat(LENGTH / 4) + " = 7");
    }

    @Test
    void manyIdsAreChecked() {
        check(IntStream.range(0, LENGTH / 11).mapToObj(each -> Integer.toString(1_310_449_328 + each)).collect(Collectors.joining(" ")));
    }

    @Test
    void aSentenceIsCutBetweenWordsAndNothingIsLost() throws Exception {
        String text = "a blue phone case and ".repeat(500).strip();
        Step step = SaidRuns.with(run.orElseThrow(), "", text).steps().getLast();
        List<Span> spans = Sentences.of(step).stream().map(Sentence::span).filter(span -> span.field() == Span.Field.RESPONSE).toList();
        assertTrue(spans.size() > 10);
        assertTrue(spans.stream().allMatch(span -> span.quote().length() <= Sentences.LONGEST));
        assertEquals(text, spans.stream().map(Span::quote).collect(Collectors.joining(" ")));
    }

    @Test
    void charactersStayWhole() throws Exception {
        Step step = SaidRuns.with(run.orElseThrow(), "", "x" + "\uD83D\uDE00".repeat(3000)).steps().getLast();
        List<String> quotes = Sentences.of(step).stream().map(each -> each.span().quote()).toList();
        assertTrue(quotes.stream().noneMatch(quote -> Character.isLowSurrogate(quote.charAt(0))));
        assertEquals(6001, quotes.stream().mapToInt(String::length).sum());
    }
}
