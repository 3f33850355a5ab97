package org.shoptrace.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.search.RunSearch.Update;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// The life of the index: it grows with the runs, survives being stopped, damaged and shared.
class LuceneRunSearchTest {
    private static final RunSearch.Limit LIMIT = new RunSearch.Limit(100, 3);

    @TempDir
    private Path folder = Path.of("");

    private final List<RunSummary> read = new ArrayList<>();

    private static Run run(int line, String... thoughts) {
        return RunTexts.run(line, "query " + line, Stream.of(thoughts).map(thought -> RunTexts.turn(thought, "")).toList());
    }

    private Update update(RunSearch search, List<Run> runs) throws ShoptraceException {
        RunReader reader = RunTexts.reader(runs);
        return search.update(RunTexts.summaries(runs), summary -> {
            synchronized (read) {
                read.add(summary);
            }
            return reader.read(summary);
        }, Progress.NONE);
    }

    private static SearchAnswer ask(RunSearch search, String question, List<Run> runs) throws ShoptraceException {
        return search.search(QueryParser.parse(question), RunTexts.records(runs), _ -> Optional.empty(), LIMIT);
    }

    private static List<Integer> found(SearchAnswer answer) {
        return answer.listed().stream().map(run -> (int) run.run().source().line()).toList();
    }

    @Test
    void onlyNewRunsAreReadAndThoseThatAreGoneAreTakenOut() throws Exception {
        List<Run> two = List.of(run(1, "red mug"), run(2, "blue mug"));
        List<Run> later = List.of(two.get(1), run(3, "red hose"));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            assertEquals(Update.DONE, update(search, two));
            assertEquals(List.of(1, 2), found(ask(search, "mug", two)));
            assertEquals(Update.DONE, update(search, later));
            assertEquals(3, read.size());
            assertEquals(List.of(3), found(ask(search, "red", later)));
            assertEquals(List.of(), found(ask(search, "red", two)));
            update(search, later);
            assertEquals(3, read.size());
        }
    }

    @Test
    void equalRunsInTwoFilesAreTwoRuns() throws Exception {
        Run alpha = RunTexts.copy(run(1, "a canvas bag"), "rollout_product_alpha.jsonl", 1, "alpha");
        Run beta = RunTexts.copy(alpha, "rollout_product_beta.jsonl", 1, "beta");
        List<Run> runs = List.of(alpha, beta, RunTexts.copy(alpha, "rollout_product_beta.jsonl", 2, "beta"));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, runs);
            assertEquals(1, read.size());
            assertEquals(List.of("alpha:1", "beta:1", "beta:2"), places(ask(search, "canvas", runs)));
            assertEquals(3, ask(search, "canvas", runs).stepCount());
            assertEquals(List.of(), places(ask(search, "-canvas", runs)));
            assertEquals(List.of("beta:1", "beta:2"), places(ask(search, "model:beta canvas", runs)));
            assertEquals(List.of("beta:2"), places(ask(search, "line:2 canvas", runs)));
            assertEquals(List.of("alpha:1"), places(ask(search, "-model:beta canvas", runs)));
            assertEquals(List.of("alpha:1", "beta:2"), places(ask(search, "(model:alpha canvas) OR line:2", runs)));
            assertEquals(List.of("beta:1", "beta:2"), places(ask(search, "model:beta", runs)));
            assertEquals(List.of(), places(ask(search, "model:beta -canvas", runs)));
            assertEquals(List.of("alpha:1", "beta:1", "beta:2"), places(ask(search, "-returned:9000000000", runs)));
        }
    }

    private static List<String> places(SearchAnswer answer) {
        assertEquals(answer.runs(), answer.listed().stream().map(run -> run.run().place()).toList());
        return answer.listed().stream().map(run -> run.run().model() + ":" + run.run().source().line()).toList();
    }

    @Test
    void aPastedParagraphIsAnswered() throws Exception {
        String paragraph = String.join(" ", IntStream.range(0, QueryParser.MOST_WORDS).mapToObj(i -> "w" + i).toList());
        List<Run> runs = List.of(run(1, "red mug"), run(2, paragraph + " and more"));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, runs);
            assertEquals(List.of(2), found(ask(search, paragraph, runs)));
            assertEquals(List.of(2), found(ask(search, '"' + paragraph + '"', runs)));
            assertEquals(List.of(2), found(ask(search, paragraph.replace(" ", " OR "), runs)));
            assertEquals(List.of(1), found(ask(search, "-\"" + paragraph + '"', runs)));
            assertEquals(List.of(), found(ask(search, "x".repeat(256) + "*", runs)));
        }
    }

    @Test
    void anotherStartReadsNothingAgain() throws Exception {
        List<Run> runs = List.of(run(1, "red mug"));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, runs);
        }
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            assertEquals(List.of(1), found(ask(search, "mug", runs)));
            update(search, runs);
            assertEquals(1, read.size());
        }
    }

    @Test
    void whatWasIndexedBeforeACancelStaysAndTheRestIsSaidToBeMissing() throws Exception {
        List<Run> runs = Stream.iterate(1, i -> i + 1).limit(200).map(i -> run(i, "mug")).toList();
        List<RunSummary> given = new ArrayList<>();
        Progress stopping = new Progress() {
            @Override
            public void report(String message, double fraction) {}

            @Override
            public boolean isCancelled() {
                synchronized (given) {
                    return given.size() >= 100;
                }
            }
        };
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            RunReader reader = RunTexts.reader(runs);
            assertThrows(CancellationException.class, () -> search.update(RunTexts.summaries(runs), summary -> {
                synchronized (given) {
                    given.add(summary);
                }
                return reader.read(summary);
            }, stopping));
            SearchAnswer answer = ask(search, "mug", runs);
            assertTrue(answer.notIndexed() > 0 && answer.notIndexed() < 200, () -> answer.notIndexed() + " not indexed");
            assertEquals(200 - answer.notIndexed(), answer.runs().size());
            assertFalse(answer.isWhole());
            // Neither found nor ruled out: nobody knows what those say.
            assertEquals(0, ask(search, "-mug", runs).runs().size());
            update(search, runs);
            assertEquals(answer.notIndexed(), read.size());
            assertEquals(200, ask(search, "mug", runs).runs().size());
        }
    }

    @Test
    void twoWindowsShareAnIndexThatOneOfThemWrites() throws Exception {
        List<Run> runs = List.of(run(1, "red mug"), run(2, "blue mug"));
        try (RunSearch writing = new LuceneRunSearch(OwnFolder.at(folder));
                RunSearch reading = new LuceneRunSearch(OwnFolder.at(folder))) {
            List<Update> meanwhile = new ArrayList<>();
            writing.update(RunTexts.summaries(runs), summary -> {
                synchronized (meanwhile) {
                    meanwhile.add(update(reading, runs));
                }
                return RunTexts.reader(runs).read(summary);
            }, Progress.NONE);
            assertEquals(List.of(Update.LEFT_TO_ANOTHER, Update.LEFT_TO_ANOTHER), meanwhile);
            assertEquals(List.of(2), found(ask(reading, "blue", runs)));
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws Exception {
        List<Run> runs = List.of(run(1, "red mug"));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, runs);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            assertEquals(1, ask(search, "mug", runs).notIndexed());
            assertEquals(Update.DONE, update(search, runs));
            assertEquals(List.of(1), found(ask(search, "mug", runs)));
        }
    }

    @Test
    void anIndexOfAnotherVersionIsRemovedByTheNextUpdate() throws Exception {
        Path old = Files.createDirectories(folder.resolve("steps-0"));
        Files.writeString(old.resolve("x"), "x");
        Path other = Files.createDirectories(folder.resolve("mine"));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, List.of(run(1, "red mug")));
        }
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(other));
    }

    @Test
    void aRunThatCannotBeReadIsLeftOutAndSaidToBeMissing() throws Exception {
        List<Run> runs = List.of(run(1, "red mug"), run(2, "blue mug"));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            search.update(RunTexts.summaries(runs), summary -> {
                if (summary.source().line() == 1) {
                    throw new ShoptraceException("the file was changed", "rollout:1", "Reload it");
                }
                return runs.get(1);
            }, Progress.NONE);
            SearchAnswer answer = ask(search, "mug", runs);
            assertEquals(List.of(2), found(answer));
            assertEquals(1, answer.notIndexed());
        }
    }

    @Test
    void beforeAnyIndexThereIsAQuestionAboutWholeRunsAndNothingIsWritten() throws Exception {
        List<Run> runs = List.of(run(1, "red mug", "more"), run(2, "blue mug"));
        Path none = folder.resolve("none");
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(none))) {
            SearchAnswer answer = ask(search, "steps>1", runs);
            assertEquals(List.of(1), found(answer));
            assertTrue(answer.isWhole());
            assertEquals(2, ask(search, "mug", runs).notIndexed());
        }
        assertFalse(Files.exists(none));
    }

    @Test
    void whatNobodyDiagnosedIsNeitherFoundNorRuledOut() throws Exception {
        List<Run> runs = List.of(run(1, "red mug"));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            for (String question : List.of("paged", "-paged", "steps:1 -paged", "outcome:failure OR paged")) {
                SearchAnswer answer = ask(search, question, runs);
                assertEquals(List.of(), found(answer), question);
                assertEquals(1, answer.undecided(), question);
            }
            SearchAnswer decided = ask(search, "steps:1 OR paged", runs);
            assertEquals(List.of(1), found(decided));
            assertEquals(0, decided.undecided());
        }
    }

    @Test
    void aProductThatWasRecommendedUnseenIsKnownFromTheCatalogue() throws Exception {
        Run run = RunTexts.run(1, "q", List.of(RunTexts.turn("", "", RunTexts.call("recommend_product", "{'product_ids':'77'}", "'ok'"))));
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, List.of(run));
            RunSearch.Products catalogue = id -> id.equals("77")
                    ? Optional.of(SampleProducts.product("77", "garden hose", "5", "250", List.of("COD")))
                    : Optional.empty();
            for (String question : List.of("recommended:\"garden hose\"", "recommended:(hose price<=250 service:cod)", "seen:77")) {
                SearchAnswer answer = search.search(QueryParser.parse(question), RunTexts.records(List.of(run)), catalogue, LIMIT);
                assertEquals(List.of(1), found(answer), question);
                assertEquals(1, answer.listed().getFirst().hits().getFirst().step());
            }
            assertEquals(List.of(), found(ask(search, "recommended:hose", List.of(run))));
            assertEquals(List.of(), found(ask(search, "returned:77", List.of(run))));
        }
    }

    @Test
    void whatOthersSayInMidRunIsFoundByWhoSaysIt() throws Exception {
        byte[] line = """
                [{"role": "user", "content": "a boat"}, {"role": "assistant", "content": "Which harbour?"},
                 {"role": "user", "content": "The old pier."}, {"role": "system", "content": "One turn is left."},
                 {"role": "assistant", "content": "Done."}, {"role": "tool", "content": "A bell rings."}]"""
                .getBytes(StandardCharsets.UTF_8);
        Run run = RunCodec.decode(line, 0, line.length, new RunSource(Path.of("chats.jsonl"), 1), "m");
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, List.of(run));
            for (String question : List.of("pier", "role:user pier", "role:system turn", "role:answer bell", "role:query boat")) {
                assertEquals(List.of(1), found(ask(search, question, List.of(run))), question);
            }
            for (String question : List.of("role:query pier", "role:user boat", "role:response pier", "role:user bell")) {
                assertEquals(List.of(), found(ask(search, question, List.of(run))), question);
            }
        }
    }

    @Test
    void excerptsShowTheWordsWithWhatStandsAroundThem() throws Exception {
        String text = "word ".repeat(100) + "the grey\nmug at last" + " more".repeat(100);
        Run run = run(1, text);
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, List.of(run));
            SearchAnswer.Excerpt excerpt = ask(search, "\"Grey mug\"", List.of(run)).listed().getFirst().hits().getFirst().excerpt()
                    .orElseThrow();
            assertEquals(Role.THOUGHT, excerpt.role());
            SearchAnswer.Mark mark = excerpt.marks().getFirst();
            assertEquals("grey mug", excerpt.text().substring(mark.start(), mark.end()));
            assertTrue(excerpt.text().startsWith("…") && excerpt.text().endsWith("…") && excerpt.text().length() < 350, excerpt.text());
        }
    }

    @Test
    void aGiantTextIsIndexedWholeAndItsEndIsFound() throws Exception {
        Run run = run(1, "ab ".repeat(700_000) + "needle" + "x".repeat(40_000));
        Run image = run(2, "iVBORw0KGgo".repeat(10_000) + " pin");
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            update(search, List.of(run, image));
            assertEquals(List.of(1), found(ask(search, "needle*", List.of(run, image))));
            assertEquals(List.of(2), found(ask(search, "pin", List.of(run, image))));
        }
    }
}
