package org.shoptrace.core.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.whatif.AnswerDifference.Change;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// Over the reference rollouts, whose every answer is the reference sandbox's own.
@NeedsShared
class GoldenWhatIfTest {
    @TempDir
    private static Path folder = Path.of("");

    private static Optional<Sandbox> opened = Optional.empty();

    @BeforeAll
    static void index() throws Exception {
        new CatalogIndexer().build(
                List.of(GoldenSet.DOCUMENTS), folder.resolve("catalogue"), _ -> {}, Progress.NONE);
        opened = Optional.of(LuceneSandbox.open(folder.resolve("catalogue")));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(Sandbox::close);
    }

    private interface Tried {
        void call(WhatIf whatIf, Trial.Recorded recorded) throws Exception;
    }

    private static int eachCall(String name, Tried tried) throws Exception {
        Map<String, List<String>> targets = new HashMap<>();
        String tasks = name.startsWith("voucher") ? "voucher" : "product";
        TaskFileReader.read(SharedFiles.require("data/tasks/synthesize_" + tasks + "_test.jsonl"))
                .tasks()
                .forEach(task -> targets.put(task.query(), task.rewards().stream().map(Reward::productId).toList()));
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(SharedFiles.require("golden/rollout_" + name + ".jsonl"), runs::add, Progress.NONE);
        int calls = 0;
        for (Run run : runs) {
            WhatIf whatIf = new WhatIf(opened.orElseThrow(), run, targets.getOrDefault(run.query().orElse(""), List.of()));
            for (Step step : run.steps()) {
                for (ToolCall call : step.calls()) {
                    if (WhatIf.applies(call)) {
                        calls++;
                        tried.call(whatIf, whatIf.recorded(call, Place.of(step, call)));
                    }
                }
            }
        }
        return calls;
    }

    @Test
    void theUnchangedCallIsAnsweredAsRecorded() throws Exception {
        for (String name : List.of("product_alpha", "voucher_beta")) {
            int calls = eachCall(name, (whatIf, recorded) -> {
                assertTrue(recorded.faithful(), () -> recorded.again().text());
                Trial trial = whatIf.of(recorded, recorded.parameters());
                assertEquals(recorded.call().observation(), trial.call().observation());
                assertTrue(trial.difference().isNone());
                assertEquals(recorded.targets(), trial.targets());
                assertTrue(trial.verdict().contains("unchanged") || trial.verdict().contains("null"), trial.verdict());
            });
            assertTrue(calls > 100, name + ": " + calls);
        }
    }

    @Test
    void theNextPageShowsOtherProductsAtLaterPlaces() throws Exception {
        int[] paged = {0};
        eachCall("product_alpha", (whatIf, recorded) -> {
            boolean first = recorded.parameters().get("page").equals(Optional.of(new Json.Num("1")));
            if (!recorded.call().name().equals(ToolCall.FIND_PRODUCT) || !first) {
                return;
            }
            Trial trial = whatIf.of(recorded, recorded.parameters().with("page", Json.of("2")));
            int found = ((Observation.Found) trial.call().observation().orElseThrow()).hits().size();
            assertEquals(found, trial.difference().count(Change.ADDED), "a product is on one page only");
            assertTrue(trial.difference().places().stream()
                    .allMatch(place -> place.before().orElse(0) <= 10 && (place.after().isEmpty() || place.after().getAsInt() > 10)));
            for (int i = 0; i < trial.targets().size(); i++) {
                assertEquals(recorded.targets().get(i).place().rank(), trial.targets().get(i).place().rank(),
                        "the rank is that of the words");
                if (trial.targets().get(i).place().position().isPresent()) {
                    paged[0]++;
                    assertEquals(OptionalInt.of(2), trial.targets().get(i).place().page());
                    HiddenBy before = recorded.targets().get(i).place().hiddenBy().orElseThrow();
                    assertTrue(before == HiddenBy.PAGE || before == HiddenBy.SORT, before::toString);
                }
            }
        });
        assertTrue(paged[0] > 0, "some target was one page further");
    }

    @Test
    void aFilterThatHidesTheTargetIsNamed() throws Exception {
        int[] hidden = {0};
        eachCall("product_alpha", (whatIf, recorded) -> {
            if (recorded.targets().stream().noneMatch(target -> target.place().position().isPresent())) {
                return;
            }
            Trial trial = whatIf.of(recorded, recorded.parameters().with("shop_id", Json.of("no such shop")));
            assertEquals(Optional.of(HiddenBy.SHOP_FILTER), trial.targets().getFirst().place().hiddenBy());
            assertFalse(trial.difference().places().isEmpty());
            assertTrue(trial.targets().getFirst().why().startsWith("matches '"), trial.targets().getFirst().why());
            assertEquals(trial.difference().places().size(), trial.difference().count(Change.REMOVED));
            hidden[0]++;
        });
        assertTrue(hidden[0] > 5, "searches that showed the target: " + hidden[0]);
    }

    @Test
    void whatTheToolDoesNotReadChangesNothingAndIsSaid() throws Exception {
        int[] said = {0};
        eachCall("product_alpha", (whatIf, recorded) -> {
            Json.Obj before = recorded.parameters();
            if (!recorded.call().name().equals(ToolCall.FIND_PRODUCT) || recorded.call().observation().isEmpty()
                    || recorded.call().observation().get() instanceof Observation.Failed || before.get("sort").isPresent()) {
                return;
            }
            String left = whatIf.of(recorded, before.with("sort", Json.of("default"))).verdict();
            String unread = whatIf.of(recorded, before.with("sort", Json.of("cheapest"))).verdict();
            assertTrue(left.contains("send the same request"), left);
            assertTrue(unread.contains("mean the same") || unread.contains("nothing is answered"), unread);
            said[0]++;
        });
        assertTrue(said[0] > 20);
    }

    @Test
    void aCallThatSendsNothingIsSaidToSendNothing() throws Exception {
        eachCall("product_alpha", (whatIf, recorded) -> {
            Trial trial = whatIf.of(recorded, Json.Obj.EMPTY);
            assertEquals(Optional.of(new Observation.Failed()), trial.call().observation());
            assertTrue(trial.verdict().contains("sends nothing"), trial.verdict());
        });
    }
}
