package org.shoptrace.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.catalog.VocabularyReader;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.score.embedding.EmbeddedSimilarity;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// The demo of a first start, made whole and looked at with the program's own means: the default profile and the embedded similarity,
/// since these are what a first start shows.
class DemoRunsTest {
    private static final List<String> MODELS = DemoRuns.contestants().stream().map(DemoRuns.Contestant::model).toList();

    @TempDir
    private static Path parent = Path.of("");

    private static Path demo = Path.of("");

    @BeforeAll
    static void make() throws Exception {
        demo = parent.resolve("demo");
        new DemoWorkspace(DemoPlan.USUAL).makeAt(demo, Progress.NONE);
    }

    @Test
    void runsSucceedOftenAndFailInManyWays() throws Exception {
        Map<String, Integer> faults = new TreeMap<>();
        Map<String, Double> successRates = new LinkedHashMap<>();
        try (Sandbox sandbox = sandbox();
                VectorCache cache = VectorCache.open(parent.resolve("vectors"), EmbeddedModel.DEFAULT.model())) {
            EmbeddedSimilarity similarity = new EmbeddedSimilarity(EmbeddedModel.DEFAULT, cache);
            ShoppingBenchProfile profile = new ShoppingBenchProfile(sandbox::product, similarity, false);
            for (Intent intent : Intent.LEVELS) {
                Map<String, Task> tasks = tasks(intent);
                for (String model : MODELS) {
                    List<Assessment> assessments = new ArrayList<>();
                    List<Run> runs = runs(intent, model);
                    Set<String> titles = new HashSet<>();
                    for (Run run : runs) {
                        titles.addAll(profile.titles(task(tasks, run), run));
                    }
                    similarity.prepare(titles);
                    for (Run run : runs) {
                        assessments.add(profile.assess(task(tasks, run), run));
                    }
                    long successes = assessments.stream().filter(each -> each.score().success()).count();
                    successRates.put(intent.wireName() + " " + model, (double) successes / runs.size());
                    assessments.stream()
                            .filter(each -> !each.score().success())
                            .forEach(each -> faults.merge(fault(each), 1, Integer::sum));
                }
            }
        }
        assertEquals(12, successRates.size());
        assertTrue(successRates.values().stream().allMatch(rate -> rate >= 0.1 && rate <= 0.8), successRates::toString);
        assertTrue(faults.values().stream().filter(count -> count >= 3).count() >= 5, faults::toString);
        for (Intent intent : Intent.LEVELS) {
            double looking = successRates.getOrDefault(intent.wireName() + " " + MODELS.getFirst(), 0.0);
            double hasty = successRates.getOrDefault(intent.wireName() + " " + MODELS.get(1), 1.0);
            assertTrue(looking > hasty, () -> "looking before choosing should help: " + successRates);
        }
    }

    @Test
    void everyRecordedCallGivesTheRecordedAnswerAgain() throws Exception {
        int calls = 0;
        try (Sandbox sandbox = sandbox()) {
            SandboxTools tools = new SandboxTools(sandbox, new FactPages(VocabularyReader.read().facts()));
            for (Intent intent : Intent.LEVELS) {
                for (String model : MODELS) {
                    for (Run run : runs(intent, model)) {
                        for (Step step : run.steps()) {
                            for (ToolCall call : step.calls()) {
                                assertEquals(
                                        call.observation().map(Observation::results),
                                        tools.call(call.name(), (Json.Obj) call.parameters()),
                                        () -> run.source() + " step " + step.number());
                                calls++;
                            }
                        }
                    }
                }
            }
        }
        assertTrue(calls > 1500, "only " + calls + " calls were made");
    }

    @Test
    void everyTaskIsDoneByEachShopperInEachTrial() throws Exception {
        for (Intent intent : Intent.LEVELS) {
            for (DemoRuns.Contestant contestant : DemoRuns.contestants()) {
                List<Run> runs = runs(intent, contestant.model());
                assertEquals(contestant.trials().size() * DemoPlan.USUAL.tasksPerIntent(), runs.size());
                assertEquals(tasks(intent).keySet(), new HashSet<>(runs.stream().map(run -> run.query().orElseThrow()).toList()));
                assertTrue(contestant.trials().size() > 1 || runs.stream().allMatch(run -> run.steps().size() >= 3));
            }
        }
    }

    /// What a failed run did wrong, by the facts of its assessment; of several faults the first of this list.
    private static String fault(Assessment assessment) {
        if (assessment.recommendation().isEmpty()) {
            return "nothing recommended";
        }
        Intent intent = assessment.score().intent();
        if (intent == Intent.WEB && assessment.score().value(Column.KW) < 1) {
            return "answer not found";
        }
        if (assessment.products().stream().anyMatch(product -> product.product().isEmpty())) {
            return "item left out";
        }
        Set<ConstraintVerdict.Kind> missed = EnumSet.noneOf(ConstraintVerdict.Kind.class);
        assessment.products().forEach(product -> product.constraints().stream()
                .filter(constraint -> !constraint.satisfied())
                .forEach(constraint -> missed.add(constraint.kind())));
        if (missed.contains(ConstraintVerdict.Kind.TITLE)) {
            return "other product";
        }
        if (missed.contains(ConstraintVerdict.Kind.PRICE) || missed.contains(ConstraintVerdict.Kind.SERVICE)) {
            return "price or service missed";
        }
        if (!missed.isEmpty()) {
            return "wrong variant or attribute";
        }
        return intent == Intent.SHOP ? "several shops" : "budget missed";
    }

    private static Sandbox sandbox() throws Exception {
        return LuceneSandbox.open(WorkspaceFolder.of(demo, parent).catalog(demo.resolve("documents.jsonl")));
    }

    private static Map<String, Task> tasks(Intent intent) throws Exception {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (String line : Files.readAllLines(demo.resolve("tasks/synthesize_" + intent.wireName() + "_test.jsonl"))) {
            Task task = TaskCodec.decode(JsonReader.read(line));
            assertEquals(intent, task.intent());
            tasks.put(task.query(), task);
        }
        return tasks;
    }

    private static Task task(Map<String, Task> tasks, Run run) {
        return run.query().map(tasks::get).orElseThrow();
    }

    private static List<Run> runs(Intent intent, String model) throws Exception {
        Path file = demo.resolve("rollouts/rollout_" + intent.wireName() + "_" + model + ".jsonl");
        List<Run> runs = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.toList()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                runs.add(RunCodec.decode(bytes, 0, bytes.length, new RunSource(file, runs.size() + 1), model));
            }
        }
        return runs;
    }
}
