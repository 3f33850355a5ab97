package org.shoptrace.core.evaluate.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.result.ScoredFiles.line;
import static org.shoptrace.core.evaluate.result.ScoredFiles.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.result.OtherScorers;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.ScoredFiles;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.setup.EvaluationSetup.Asked;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.task.Task;

/// Two task files of which the second has a web task too, and a rollout file of each.
class OpenScorerTest {
    @TempDir
    private Path folder;

    private final SequencedMap<Path, List<Task>> tasks = new LinkedHashMap<>();
    private Path lamps;
    private Path bags;
    private int closed;

    @BeforeEach
    void files() throws Exception {
        tasks.put(Path.of("lamps.jsonl"), List.of(task("a lamp", "100"), task("a red lamp", "101")));
        tasks.put(Path.of("bags.jsonl"), List.of(task("a bag", "30"), webTask("what is a bag", "30")));
        lamps = file("rollout_product_one.jsonl", line("a lamp", "100"));
        bags = file("rollout_product_two.jsonl", line("a bag", "none"), line("what is a bag", "30"));
    }

    private EvaluationSetup setup(Asked asked, ScoringProfile profile, List<String> models, Path... files) {
        return new EvaluationSetup(List.of(files), models, asked, profile, SimilarityChoice.usual(), false);
    }

    private OpenScorer open(EvaluationSetup setup) throws ShoptraceException {
        Similarities similarities = (_, _) -> new Similarities.Opened() {
            @Override
            public TitleSimilarity similarity() {
                return LiteralTitles.EQUAL;
            }

            @Override
            public void close() {
                closed++;
            }
        };
        EvaluationMaterial material = EvaluationMaterial.of(setup, tasks, ProductLookUp.empty(), Progress.NONE);
        return OpenScorer.of(setup, material, similarities, new Evaluator(2));
    }

    private List<Evaluation> evaluate(EvaluationSetup setup) throws ShoptraceException {
        try (OpenScorer scorer = open(setup)) {
            return scorer.evaluate(_ -> {}, Progress.NONE);
        }
    }

    @Test
    void aFileIsHeldAgainstItsOwnTasksAsFarAsTheProfileScoresThem() throws Exception {
        List<Evaluation> evaluations = evaluate(setup(Asked.ITS_OWN, ScoringProfile.ORO, List.of(), lamps, bags));
        assertEquals(List.of(Set.of("a lamp", "a red lamp"), Set.of("a bag")), evaluations.stream().map(Evaluation::queries).toList());
        assertEquals(List.of("one", "two"), evaluations.stream().map(one -> one.conditions().model()).toList());
        assertEquals(1, closed);
    }

    @Test
    void aFileThatWasAskedNothingIsLeftOutAndNothingAtAllIsRefused() throws Exception {
        Path others = file("rollout_product_three.jsonl", line("of no task", "1"));
        assertEquals(1, evaluate(setup(Asked.ITS_OWN, ScoringProfile.ORO, List.of(), others, lamps)).size());
        ShoptraceException refused = assertThrows(
                ShoptraceException.class, () -> evaluate(setup(Asked.ITS_OWN, ScoringProfile.ORO, List.of(), others)));
        assertTrue(refused.getMessage().contains("no run belongs to a task that the profile oro scores"), refused.getMessage());
        assertEquals(2, closed);
    }

    @Test
    void whereAllTasksWereAskedTheyAreAllCounted() throws Exception {
        List<String> told = new ArrayList<>();
        try (OpenScorer scorer = open(setup(Asked.ALL, ScoringProfile.SHOPPINGBENCH, List.of("human"), lamps, bags))) {
            List<Evaluation> evaluations = scorer.evaluate(one -> told.add(one.conditions().model()), Progress.NONE);
            assertEquals(List.of(4, 4), evaluations.stream().map(one -> one.queries().size()).toList());
        }
        assertEquals(List.of("human", "human"), told);
    }

    @Test
    void whereAllTasksWereAskedATaskThatIsNotScoredAndAFileOfOtherRunsAreRefused() throws Exception {
        ShoptraceException task = assertThrows(
                ShoptraceException.class, () -> evaluate(setup(Asked.ALL, ScoringProfile.ORO, List.of(), lamps)));
        assertTrue(task.getMessage().contains("does not score web tasks"), task.getMessage());
        Path others = file("rollout_product_three.jsonl", line("of no task", "1"));
        ShoptraceException file = assertThrows(
                ShoptraceException.class, () -> evaluate(setup(Asked.ALL, ScoringProfile.SHOPPINGBENCH, List.of(), others)));
        assertTrue(file.getMessage().contains("none of the 1 runs belongs to a task of lamps.jsonl, bags.jsonl"), file.getMessage());
    }

    @Test
    void modelsAreNamedOneForAllOrOneForEach() {
        assertEquals("b", setup(Asked.ALL, ScoringProfile.ORO, List.of("a", "b"), lamps, bags).model(1).orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> setup(Asked.ALL, ScoringProfile.ORO, List.of("a", "b"), lamps));
    }

    @Test
    void theSameRunsUnderTheOtherProfileAreHeldAgainstTheirSeries() throws Exception {
        try (OpenScorer scorer = open(setup(Asked.ITS_OWN, ScoringProfile.SHOPPINGBENCH, List.of(), lamps, bags))) {
            OtherScorers others = new OtherScorers(scorer, Series.of(scorer.evaluate(_ -> {}, Progress.NONE)), Progress.NONE);
            others.otherProfile();
            others.similarity(LiteralTitles.EQUAL);
            Map<String, List<ScorerVariant>> variants = others.variants();
            assertEquals(Set.of("one", "two"), variants.keySet());
            assertEquals(
                    List.of("profile oro", LiteralTitles.EQUAL.name()),
                    variants.getOrDefault("two", List.of()).stream().map(ScorerVariant::name).toList());
            assertEquals(List.of(), others.notices());
        }
    }

    @Test
    void whatAnotherScorerCannotJudgeIsTold() throws Exception {
        tasks.put(Path.of("bags.jsonl"), List.of(webTask("what is a bag", "30")));
        try (OpenScorer scorer = open(setup(Asked.ITS_OWN, ScoringProfile.SHOPPINGBENCH, List.of(), bags))) {
            OtherScorers others = new OtherScorers(scorer, Series.of(scorer.evaluate(_ -> {}, Progress.NONE)), Progress.NONE);
            others.otherProfile();
            assertEquals(Map.of(), others.variants());
            assertTrue(others.notices().getFirst().startsWith("The runs could not be scored with profile oro for comparison:"));
        }
    }

    private Path file(String name, String... lines) throws Exception {
        return ScoredFiles.file(folder, name, lines);
    }

    private static Task webTask(String query, String target) throws Exception {
        return TaskCodec.decode(JsonReader.read(
                "{\"query\": \"%s\", \"Knowledge_Attribute\": \"bag\", \"reward\": {\"product_id\": \"%s\", \"title\": \"Bag\"}}"
                        .formatted(query, target)));
    }
}
