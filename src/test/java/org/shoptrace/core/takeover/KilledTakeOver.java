package org.shoptrace.core.takeover;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.takeover.Continuation.Request;
import org.shoptrace.core.takeover.TakeOverDrafts.Draft;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.Products;

/// A program of its own that makes steps and says so until it is killed: what it has said must not be lost.
final class KilledTakeOver {
    private KilledTakeOver() {}

    public static void main(String[] arguments) throws Exception {
        StepEncoder encoder = new StepEncoder("", "a kettle");
        Run parent = RunCodec.ofSteps(
                List.of(encoder.add(Turn.of("hm", List.of(), "", 1))), new RunSource(Path.of("rollout_product_m.jsonl"), 1), "m");
        Continuation hand = new Continuation(
                new SandboxTools(new FakeSandbox(Products.kettles(10)), (_, _) -> List.of()), () -> Instant.EPOCH);
        TakeOver so = TakeOver.from(parent, 1, "ada");
        Json.Obj search = Json.Obj.EMPTY.with("q", Json.of("kettle")).with("page", Json.Num.of(1L));
        Draft draft = new TakeOverDrafts(OwnFolder.at(Path.of(arguments[0]))).begin(so);
        for (int made = 1;; made++) {
            so = hand.byHand(so, "step " + made, List.of(new Request("find_product", search)), "");
            draft.add(so.own().getLast());
            System.out.println(made);
        }
    }
}
