package org.shoptrace.core.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.agent.Agent;
import org.shoptrace.core.agent.scripted.Shopper;
import org.shoptrace.core.agent.scripted.ShopperHabits;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.takeover.Continuation.Request;
import org.shoptrace.core.takeover.TakeOverDrafts.Draft;
import org.shoptrace.core.takeover.TakeOverDrafts.Left;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.Products;

class TakeOverTest {
    private static final String QUERY = "a steel kettle under 100 pesos";

    @TempDir
    private Path folder = Path.of("");

    private final FakeSandbox sandbox = new FakeSandbox(Products.kettles(4));
    private final Continuation continuation = new Continuation(new SandboxTools(sandbox, (_, _) -> List.of()),
            () -> Instant.ofEpochMilli(5000));

    @Test
    void goesOnFromAStepWithTheSandboxesTrueAnswers() throws Exception {
        Run parent = parent();
        TakeOver so = continuation.byHand(TakeOver.from(parent, 1, "ada"), "I look closer.", List.of(view("k2")), "");
        assertEquals(parent.steps().getFirst(), so.steps().getFirst());
        Step own = so.own().getFirst();
        assertEquals(2, own.number());
        assertEquals(Optional.of("I look closer."), own.think());
        assertEquals(Optional.of(QUERY), own.query());
        assertEquals(Optional.of(Json.Num.of(5000L)), own.timestamp());
        assertTrue(own.calls().getFirst().observation().orElseThrow() instanceof Observation.Viewed(var details, _) && details.size() == 1);
        assertEquals(Optional.of(new Origin(parent.id(), 1, "ada")), Origin.of(own));
        String prompt = own.source().toString();
        assertTrue(prompt.contains("You shop.") && prompt.contains("find_product"), "the prompt tells what came before");
        assertFalse(so.ended());
        assertTrue(continuation.byHand(so, "", List.of(terminate()), "Done.").ended());
    }

    @Test
    void isSavedAsALineLikeAnyOtherThatNamesItsOrigin() throws Exception {
        Run parent = parent();
        TakeOver so = continuation.byHand(TakeOver.from(parent, 2, "Ada L."), "", List.of(terminate()), "");
        TakeOverStore store = new TakeOverStore(OwnFolder.at(folder.resolve("takeovers")));
        Run saved = store.save(so);
        assertEquals("rollout_takeover_alpha+Ada-L..jsonl", String.valueOf(saved.source().file().getFileName()));
        List<Run> read = new ArrayList<>();
        assertEquals(List.of(), RolloutFile.forEachRun(saved.source().file(), read::add, Progress.NONE));
        assertEquals(List.of(saved.id()), read.stream().map(Run::id).toList());
        assertEquals("alpha+Ada-L.", read.getFirst().model());
        assertEquals(Optional.of(new Origin(parent.id(), 2, "Ada L.")), Origin.of(read.getFirst()));
        assertTrue(JsonReader.read(Files.readString(saved.source().file())) instanceof Json.Arr, "the benchmark reads bare arrays");
        assertEquals(saved.source(), store.save(so).source(), "saving again writes nothing");
        assertEquals(1, Files.readAllLines(saved.source().file()).size());
        assertEquals(2, store.save(continuation.byHand(TakeOver.from(parent, 1, "Ada L."), "", List.of(terminate()), "")).source().line());
    }

    /// As long as names of files are, and of letters that take three bytes each.
    @Test
    void oneOfAModelWithALongNameIsSavedToo() throws Exception {
        for (String model : List.of("m".repeat(233), "型".repeat(70))) {
            TakeOver so = continuation.byHand(TakeOver.from(parent().byModel(model), 2, "ada"), "", List.of(terminate()), "");
            Run saved = new TakeOverStore(OwnFolder.at(folder.resolve("long"))).save(so);
            List<Run> read = new ArrayList<>();
            assertEquals(List.of(), RolloutFile.forEachRun(saved.source().file(), read::add, Progress.NONE));
            assertEquals(List.of(saved.id()), read.stream().map(Run::id).toList());
        }
    }

    @Test
    void nothingIsSavedWithoutAStepOfItsOwn() throws Exception {
        TakeOver none = TakeOver.from(parent(), 1, "ada");
        assertThrows(ShoptraceException.class, () -> new TakeOverStore(OwnFolder.at(folder)).save(none));
        assertThrows(IllegalArgumentException.class, () -> TakeOver.from(parent(), 4, "ada"));
    }

    @Test
    void aKilledTakeOverIsGoneOnWith() throws Exception {
        TakeOverDrafts drafts = new TakeOverDrafts(OwnFolder.at(folder.resolve("drafts")));
        TakeOver begun = TakeOver.from(parent(), 1, "ada");
        Draft draft = drafts.begin(begun);
        TakeOver one = continuation.byHand(begun, "one", List.of(view("k1")), "");
        draft.add(one.own().getLast());
        TakeOver two = continuation.byHand(one, "two", List.of(view("k2")), "");
        draft.add(two.own().getLast());
        draft.undo();
        TakeOver three = continuation.byHand(one, "three", List.of(view("k3")), "");
        draft.add(three.own().getLast());
        assertEquals(List.of(), drafts.left().drafts(), "it is open, so that nobody else goes on with it");
        draft.close();
        Path file = file(drafts.left().drafts());
        Files.writeString(file, "{\"step\":{\"comp", StandardOpenOption.APPEND);
        Left left = drafts.left().drafts().getFirst();
        assertEquals(three, left.takeOver(), "half a line was not shown to anybody");
        try (Draft again = drafts.resume(left).draft()) {
            assertThrows(ShoptraceException.class, () -> drafts.resume(left));
            assertEquals(List.of(), drafts.left().drafts());
            again.add(continuation.byHand(three, "four", List.of(terminate()), "").own().getLast());
        }
        assertTrue(drafts.left().drafts().getFirst().takeOver().ended());
        drafts.resume(left).draft().discard();
        assertEquals(List.of(), drafts.left().drafts());
    }

    @Test
    void whatAnotherWindowMadeSinceIsGoneOnWith() throws Exception {
        TakeOverDrafts drafts = new TakeOverDrafts(OwnFolder.at(folder.resolve("drafts")));
        TakeOver begun = TakeOver.from(parent(), 1, "ada");
        TakeOver one = continuation.byHand(begun, "one", List.of(view("k1")), "");
        try (Draft draft = drafts.begin(begun)) {
            draft.add(one.own().getLast());
        }
        Left listed = drafts.left().drafts().getFirst();
        TakeOver two = continuation.byHand(one, "two", List.of(view("k2")), "");
        try (Draft elsewhere = drafts.resume(listed).draft()) {
            elsewhere.add(two.own().getLast());
        }
        TakeOverDrafts.Resumed resumed = drafts.resume(listed);
        assertEquals(two, resumed.takeOver());
        resumed.draft().discard();
        assertThrows(ShoptraceException.class, () -> drafts.resume(listed), "it was saved or discarded");
        assertEquals(List.of(), drafts.left().unreadable(), "and no empty file is left in its place");
        assertFalse(Files.exists(listed.file()));
    }

    @Test
    void whatAKilledProgramHadShownIsThere() throws Exception {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledTakeOver.class.getName(),
                folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = "0";
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < 12; i++) {
                said = Objects.requireNonNull(out.readLine());
            }
            assertEquals(List.of(), new TakeOverDrafts(OwnFolder.at(folder)).left().drafts(), "it is open in the other program");
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<Left> left = new TakeOverDrafts(OwnFolder.at(folder)).left().drafts();
        assertEquals(1, left.size());
        assertTrue(left.getFirst().takeOver().own().size() >= Integer.parseInt(said), said);
        assertEquals(Optional.of("step 12"), left.getFirst().takeOver().own().get(11).think());
    }

    @Test
    void aDraftThatCannotBeReadIsSaidAndKept() throws Exception {
        TakeOverDrafts drafts = new TakeOverDrafts(OwnFolder.at(folder));
        Files.writeString(folder.resolve("a.draft"), "{\"format\":2,\"origin\":{\"run\":\"x\",\"step\":1}}\n");
        Files.writeString(folder.resolve("b.draft"), "not JSON\n");
        Files.writeString(folder.resolve("c.draft"), "{\"format\":1,\"ori");
        TakeOverDrafts.Listing left = drafts.left();
        assertEquals(List.of(), left.drafts());
        assertEquals(2, left.unreadable().size());
        assertTrue(String.valueOf(left.unreadable().getFirst().getMessage()).contains("newer version"));
        assertTrue(Files.exists(folder.resolve("b.draft")));
    }

    @Test
    void theScriptedShopperMakesItsOwnPlanFromThere() throws Exception {
        List<TakeOver> seen = new ArrayList<>();
        TakeOver end = continuation.by(new Shopper(new ShopperHabits(3, 1, 1)), "scripted", TakeOver.from(parent(), 2, "ada"), 30,
                seen::add, Progress.NONE);
        assertTrue(end.ended());
        assertEquals(end, seen.getLast());
        assertEquals(2, end.inherited().size());
        assertEquals(ToolCall.FIND_PRODUCT, end.own().getFirst().calls().getFirst().name());
        assertEquals(Optional.of("scripted"), Origin.of(end.own().getFirst()).map(Origin::by));
        assertEquals("alpha+ada", end.model());
    }

    @Test
    void anAgentThatReadsTheHistoryIsShownAllOfIt() throws Exception {
        List<Integer> lengths = new ArrayList<>();
        Agent agent = situation -> {
            lengths.add(situation.history().size());
            return new Agent.Reply("<tool_call>[{\"name\":\"terminate\",\"parameters\":{\"status\":\"success\"}}]</tool_call>", "");
        };
        continuation.by(agent, "model", TakeOver.from(parent(), 2, "ada"), 30, _ -> {}, Progress.NONE);
        assertEquals(List.of(2), lengths);
    }

    @Test
    void stepsOfAnotherFormatAreWrittenAsTheBenchmarkWould() {
        ToolCall call = new ToolCall(1, "find_product", Json.Obj.EMPTY.with("q", Json.of("x")), Optional.of("id"),
                Optional.of(new Observation.Failed()));
        Step foreign = new Step(
                1, Optional.of(QUERY), Optional.of("hm"), List.of(call), Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(),
                Json.Obj.EMPTY.with("role", Json.of("assistant")));
        Run run = new Run(new RunId("00"), new RunSource(Path.of("x.jsonl"), 1), "m", new Envelope.Bare(), List.of(foreign));
        Step written = TakeOver.from(run, 1, "ada").inherited().getFirst();
        assertEquals(Optional.of("hm"), written.think());
        assertEquals(call.parameters(), written.calls().getFirst().parameters());
        assertEquals(Optional.of(new Observation.Failed()), written.calls().getFirst().observation());
        assertEquals(Optional.of(QUERY), written.query());
    }

    @Test
    void everyGoldenRunCanBeTakenOverAfterEveryStep() throws Exception {
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(GoldenSet.rollouts("shop", "beta"), runs::add, Progress.NONE);
        for (Run run : runs) {
            for (int step = 0; step <= run.steps().size(); step++) {
                TakeOver so = continuation.byHand(TakeOver.from(run, step, "ada"), "", List.of(terminate()), "");
                Run whole = RunCodec.ofSteps(so.steps(), run.source(), so.model());
                assertEquals(step + 1, whole.steps().size());
                assertEquals(run.steps().subList(0, step), whole.steps().subList(0, step));
                assertEquals(run.query(), whole.query());
            }
        }
    }

    private static Path file(List<Left> drafts) {
        assertEquals(1, drafts.size());
        return drafts.getFirst().file();
    }

    private Run parent() throws Exception {
        StepEncoder encoder = new StepEncoder("You shop.", QUERY);
        SandboxTools tools = new SandboxTools(sandbox, (_, _) -> List.of());
        List<Step> steps = new ArrayList<>();
        Json.Obj search = Json.Obj.EMPTY.with("q", Json.of("kettle")).with("page", Json.Num.of(1L));
        for (Request request : List.of(new Request("find_product", search), view("k1"), terminate())) {
            StepEncoder.Exchange exchange = new StepEncoder.Exchange(request.tool(), request.parameters(),
                    tools.call(request.tool(), request.parameters()));
            steps.add(encoder.add(Turn.of("hm", List.of(exchange), "", 1)));
        }
        return RunCodec.ofSteps(steps, new RunSource(Path.of("rollout_product_alpha.jsonl"), 1), "alpha");
    }

    private static Request view(String ids) {
        return new Request(ToolCall.VIEW_PRODUCT_INFORMATION, Json.Obj.EMPTY.with("product_ids", Json.of(ids)));
    }

    private static Request terminate() {
        return new Request(ToolCall.TERMINATE, Json.Obj.EMPTY.with("status", Json.of("success")));
    }
}
