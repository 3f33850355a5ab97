package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.job.CancelledProgress;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.score.OroProfile;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

class EvaluatorTest {
    private static final ProductSource PRODUCTS = id -> SampleProducts.three().stream().map(document -> document.product())
            .filter(p -> p.productId().equals(id)).findFirst();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void countsWhatIsMissingUnknownLostRepeatedAndRejectedApart() throws Exception {
        Path file = rollouts(
                run("cheap lamp", "100"),
                run("nobody asked", "100"),
                "no run",
                run("blue wallet", "none"),
                "{\"status\":\"TIMED_OUT\",\"dialogue\":null}",
                run("blue wallet", "30"));
        Evaluation evaluation = evaluate(new ShoppingBenchProfile(PRODUCTS, noTitles(), false), file);

        assertEquals(4, evaluation.overall().taskCount());
        assertEquals(List.of("two wallets", "discount"), evaluation.missing().stream().map(Task::query).toList());
        assertEquals(1, evaluation.leftovers().unknown().size());
        assertEquals(2, evaluation.leftovers().unknown().getFirst().source().line());
        assertEquals(1, evaluation.leftovers().lost().size());
        assertEquals(1, evaluation.leftovers().rejected().size());
        assertEquals(3, evaluation.trials().size());
        List<ScoredRun> trials = Objects.requireNonNull(evaluation.repeated().get("blue wallet"));
        assertEquals(List.of(4L, 6L), trials.stream().map(run -> run.source().line()).toList());
        // the later of two counts, at the place of the first
        assertEquals(List.of(1L, 6L), evaluation.released().overall().runs().stream().map(run -> run.source().line()).toList());
        assertEquals(List.of(1L, 4L, 6L), evaluation.overall().runs().stream().map(run -> run.source().line()).toList());
        assertEquals((1 + 0.5) / 2, evaluation.overall().asr().value());
        assertEquals(Optional.of(new Rate(2, 2)), evaluation.released().overall().asr().rate());
        assertEquals(Optional.of(new Rate(2, 4)), evaluation.released().overall().asrOfTasks().rate());
        assertEquals(evaluation.trials().getLast().id(), evaluation.overall().where(TaskScore::success).getLast().id());
        assertEquals("m", evaluation.conditions().model());
    }

    /// The lamp is found in one of two runs: as released the last, a miss, counts; as trials it is a half.
    @Test
    void runsThatSayThatTheyAreTrialsAreMeansInWhatIsPrintedToo() throws Exception {
        String[] runs = {run("cheap lamp", "100"), run("cheap lamp", "none"), run("blue wallet", "30")};
        Evaluation plain = evaluate(new ShoppingBenchProfile(PRODUCTS, noTitles(), false), rollouts(runs));
        assertTrue(ReleasedReport.lines(plain).contains("The success rate is 0.500"), "one of two tasks");
        assertEquals((0.5 + 1) / 2, plain.overall().asr().value());
        List<String> notes = EvaluationNotes.lines(plain);
        assertTrue(
                notes.contains("1 task has several runs. As in the released evaluator the last of a task counts in the figures printed"),
                notes.toString());
        assertTrue(notes.contains("ASR by the last run 1/2, 95 % interval 0.095 to 0.905"), notes.toString());
        assertTrue(notes.contains("ASR over trials 0.750 over 2 tasks and 3 runs, 95 % interval 0.500 to 1.000"), notes.toString());
        assertTrue(
                notes.contains("2 of 4 tasks have no scored run: ASR by the last run 0.500 of 2 last runs, 0.250 of 4 tasks"),
                notes.toString());
        Json.Obj written = EvaluationJson.encode(plain);
        assertEquals(Optional.of(Json.Num.of(0.5)), written.object("summary").flatMap(summary -> summary.get("asr")));
        assertEquals(Optional.of(Json.Num.of(0.5)), written.object("summary_released").flatMap(summary -> summary.get("asr")));
        assertEquals(Optional.of(Json.Num.of(0.75)), written.object("summary_trials").flatMap(summary -> summary.get("asr")));
        assertEquals(Optional.of(Json.Num.of(0.5)), written.object("summary_trials").flatMap(summary -> summary.get("asr_released")));
        assertEquals(Optional.of(Json.Num.of(0)),
                written.object("scores").flatMap(scores -> scores.object("cheap lamp")).flatMap(score -> score.get("success")));

        String[] trials = {
                runs[0].replace("\"timestamp\"", "\"trial\":1,\"timestamp\""),
                runs[1].replace("\"timestamp\"", "\"trial\":2,\"timestamp\""),
                runs[2]};
        Evaluation named = evaluate(new ShoppingBenchProfile(PRODUCTS, noTitles(), false), rollouts(trials));
        assertEquals(List.of(Optional.of("1"), Optional.of("2"), Optional.empty()),
                named.trials().stream().map(run -> run.details().trial()).toList());
        assertTrue(ReleasedReport.lines(named).contains("The success rate is 0.750"), ReleasedReport.lines(named).toString());
        assertTrue(ReleasedReport.lines(named).contains("Model `m` Rollout `2` cases:"));
        assertEquals(Optional.of(Json.Num.of(0.75)),
                EvaluationJson.encode(named).object("summary").flatMap(summary -> summary.get("asr")));
    }

    @Test
    void groupsByIntentAndWeighsByTasks() throws Exception {
        Path file = rollouts(run("cheap lamp", "none"), run("blue wallet", "30"), run("two wallets", "30,20"), run("discount", "20"));
        Evaluation evaluation = evaluate(new ShoppingBenchProfile(PRODUCTS, noTitles(), false), file);
        assertEquals(List.of(Intent.PRODUCT, Intent.SHOP, Intent.VOUCHER), List.copyOf(evaluation.byIntent().keySet()));
        assertEquals(Optional.of(new Rate(1, 2)), Objects.requireNonNull(evaluation.byIntent().get(Intent.PRODUCT)).asr().rate());
        assertEquals(Optional.of(new Rate(1, 1)), Objects.requireNonNull(evaluation.byIntent().get(Intent.SHOP)).asr().rate());
        assertEquals(Optional.of(new Rate(3, 4)), evaluation.overall().asr().rate());
        assertEquals(0.75, evaluation.overall().car());
        assertEquals(1, evaluation.overall().mean(Column.SHOP), "only shop tasks have the column");
        assertEquals(3, ReleasedReport.lines(evaluation).stream().filter(line -> line.startsWith("Model `m` Rollout `")).count());

        Json.Obj written = EvaluationJson.encode(evaluation);
        assertEquals(Json.texts(List.of("product", "shop", "voucher")), written.get("intent").orElseThrow());
        assertEquals(
                Optional.of(Json.Num.of(0.5)),
                written.object("by_intent").flatMap(o -> o.object("product")).flatMap(o -> o.get("asr")));
    }

    @Test
    void theCompetitionDividesByAllTasks() throws Exception {
        Path file = rollouts(
                "{\"status\":\"SUCCESS\",\"dialogue\":" + run("cheap lamp", "100") + "}",
                "{\"status\":\"FAILED\",\"dialogue\":" + run("blue wallet", "30") + "}");
        Evaluation evaluation = evaluate(new OroProfile(PRODUCTS, noTitles(), false), file);
        assertEquals(Optional.of(new Rate(1, 4)), evaluation.overall().asr().rate());
        assertEquals(0.25, evaluation.overall().car());
        assertEquals(0.125, evaluation.overall().mean(Column.FORMAT), "half for the missing time, over four tasks");
        assertEquals(3, evaluation.overall().missing());
        assertEquals(1, evaluation.leftovers().lost().size());
        assertEquals(
                List.of(
                        "Model `m` Rollout `1` of `4` tasks:", "The ground truth rate is 0.250", "The success rate is 0.250",
                        "The format score is 0.125", "The field matching score is 0.250"),
                ReleasedReport.lines(evaluation));
    }

    @Test
    void keepsTheOrderOfTheFileWithManyWorkers() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add(run("cheap lamp", "id" + i));
        }
        Evaluation evaluation = evaluate(new ShoppingBenchProfile(PRODUCTS, noTitles(), false), rollouts(lines.toArray(String[]::new)));
        assertEquals(300, evaluation.trials().size());
        for (int i = 0; i < 300; i++) {
            assertEquals(i + 1, evaluation.trials().get(i).source().line());
        }
        Json.Obj written = EvaluationJson.encode(evaluation);
        assertEquals(300, written.object("trials").orElseThrow().items("cheap lamp").size());
    }

    @Test
    void aCancelledEvaluationStops() throws Exception {
        Path file = rollouts(run("cheap lamp", "100"));
        Progress cancelled = new CancelledProgress();
        EvaluationRequest request = new EvaluationRequest(tasks(), file, Optional.empty(),
                new ShoppingBenchProfile(PRODUCTS, noTitles(), false));
        assertThrows(CancellationException.class, () -> new Evaluator(2).evaluate(request, cancelled));
    }

    @Test
    void aTitleThatCannotBeComparedFailsTheWholeEvaluation() throws Exception {
        Task titled = TaskCodec.decode(JsonReader.read("{\"query\":\"t\",\"reward\":{\"product_id\":\"x\",\"title\":[\"A bag\"]}}"));
        EvaluationRequest request = new EvaluationRequest(
                List.of(titled), rollouts(run("t", "30")), Optional.empty(), new ShoppingBenchProfile(PRODUCTS, noTitles(), false));
        String message = assertThrows(ShoptraceException.class, () -> new Evaluator(2).evaluate(request, Progress.NONE)).getMessage();
        assertTrue(message.contains("\"Blue wallet\" and \"A bag\""), message);
    }

    @Test
    void theCompetitionRefusesWebTasks() throws Exception {
        Task web = TaskCodec.decode(JsonReader.read(
                "{\"query\":\"w\",\"Knowledge_Attribute\":1,\"reward\":{\"product_id\":\"30\",\"title\":\"Blue wallet\"}}"));
        EvaluationRequest request = new EvaluationRequest(
                List.of(web), rollouts(run("w", "30")), Optional.empty(), new OroProfile(PRODUCTS, noTitles(), false));
        String message = assertThrows(ShoptraceException.class, () -> new Evaluator(1).evaluate(request, Progress.NONE)).getMessage();
        assertTrue(message.startsWith("the profile oro does not score web tasks"), message);
    }

    @Test
    void notesSayWhatTheFiguresDoNot() throws Exception {
        Path file = rollouts(run("cheap lamp", "100"), run("nobody", "1"));
        List<String> notes = EvaluationNotes.lines(evaluate(new ShoppingBenchProfile(PRODUCTS, noTitles(), false), file));
        assertEquals("profile shoppingbench, titles compared by table none.json, not comparable with published figures", notes.getFirst());
        assertTrue(notes.contains("3 of 4 tasks have no scored run: ASR 1.000 of 1 run, 0.250 of 4 tasks"), notes.toString());
        assertTrue(notes.contains("1 run of no task, left out"), notes.toString());
        assertFalse(notes.stream().anyMatch(note -> note.contains("harness")), notes.toString());
    }

    private static Evaluation evaluate(Profile profile, Path file) throws Exception {
        return new Evaluator(3).evaluate(new EvaluationRequest(tasks(), file, Optional.empty(), profile), Progress.NONE);
    }

    private static List<Task> tasks() throws Exception {
        List<Task> tasks = new ArrayList<>();
        for (String json : List.of(
                "{'query':'cheap lamp','reward':{'product_id':'100'}}",
                "{'query':'blue wallet','reward':{'product_id':'30'}}",
                "{'query':'two wallets','reward':[{'product_id':'30'},{'product_id':'20'}]}",
                "{'query':'discount','reward':[{'product_id':'20'}],'voucher':{'voucher_type':'platform','threshold':200,"
                        + "'discount_type':'fixed','face_value':50.5,'budget':200}}")) {
            tasks.add(TaskCodec.decode(JsonReader.read(json.replace('\'', '"'))));
        }
        return tasks;
    }

    private TitleSimilarity noTitles() throws Exception {
        return TableSimilarity.read(Files.writeString(folder.resolve("none.json"), "[]"));
    }

    private Path rollouts(String... lines) throws Exception {
        return Files.write(folder.resolve("rollout_product_m.jsonl"), List.of(lines));
    }

    /// A run of one well-formed step without a time.
    private static String run(String query, String ids) {
        return ("[{'completion':{'message':{'think':'t','tool_call':[{'name':'recommend_product','parameters':{'product_ids':'" + ids
                + "'}}]}},'extra_info':{'query':'" + query + "','timestamp':null}}]")
                .replace('\'', '"');
    }
}
