package org.shoptrace.labelled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.model.trajectory.Step;

/// Sentences about products, labelled by reading what the agent had been shown, and what the rules say of them.
public final class LabelledClaims {
    /// The folder of all labelled sets.
    static final Path FOLDER = Path.of("src", "test", "resources", "labelled");

    /// Which sentences: those that the rules may be improved on, or those that they are measured on.
    public enum Half {
        DEV("claims-dev.jsonl"),
        TEST("claims-test.jsonl");

        private final String file;

        Half(String file) {
            this.file = file;
        }
    }

    /// What is so of a sentence.
    ///
    /// @param kind    what it states; a word of the README
    /// @param verdict empty where the sentence claims nothing
    /// @param product the product that it speaks of; empty where it speaks of none
    public record Label(String sentence, String kind, Optional<Claim.Verdict> verdict, String product) {
        boolean isWrong() {
            return verdict.filter(Claim.Verdict::isWrong).isPresent();
        }
    }

    /// A text that is put as one more step at the end of a run, and its sentences.
    ///
    /// @param run  the name of a file of the small golden set
    /// @param line from 1
    public record Item(String id, String run, int line, Span.Field where, String text, List<Label> labels) {
        public Item {
            labels = List.copyOf(labels);
        }

        /// Intent and model of the run's file, such as `voucher` and `beta`.
        List<String> intentAndModel() {
            return List.of(run.substring("rollout_".length(), run.indexOf('.')).split("_"));
        }
    }

    /// A sentence and the claims that the rules found in it.
    public record Judged(Item item, Label label, List<Claim> claims) {
        public Judged {
            claims = List.copyOf(claims);
        }

        /// Whether some claim in it is said to be wrong.
        boolean isFlagged() {
            return claims.stream().anyMatch(claim -> claim.verdict().isWrong());
        }
    }

    private LabelledClaims() {}

    /// The texts of a half.
    public static List<Item> read(Half half) throws Exception {
        List<Item> items = new ArrayList<>();
        for (String line : GoldenSet.lines(FOLDER.resolve(half.file))) {
            items.add(item((Json.Obj) JsonReader.read(line)));
        }
        return items;
    }

    /// The agreement of the rules with a half.
    ///
    /// @param sandbox of the small golden set
    public static ClaimAgreement measure(Half half, Sandbox sandbox) throws Exception {
        return ClaimAgreement.of(judge(half, sandbox));
    }

    /// What the rules say of each sentence of a half.
    ///
    /// @param sandbox of the small golden set
    public static List<Judged> judge(Half half, Sandbox sandbox) throws Exception {
        Diagnostician diagnostician = new Diagnostician(
                sandbox, new ShoppingBenchProfile(sandbox::product, GoldenSet.similarity(), false), Diagnostician.USUAL_STEP_LIMIT);
        List<Judged> judged = new ArrayList<>();
        for (Told told : told(half)) {
            List<Claim> claims = diagnostician.diagnose(told.task(), told.run()).claims().stream()
                    .filter(claim -> claim.place().step() == told.run().steps().size())
                    .toList();
            told.item().labels().forEach(label -> judged.add(new Judged(told.item(), label, overlapping(claims, told.item(), label))));
        }
        return judged;
    }

    /// A text at the end of its run.
    public record Told(Item item, Run run, Optional<Task> task) {}

    /// The texts of a half, each at the end of its run.
    public static List<Told> told(Half half) throws Exception {
        Map<String, List<Run>> files = new HashMap<>();
        Map<String, Task> tasks = new HashMap<>();
        List<Told> told = new ArrayList<>();
        for (Item item : read(half)) {
            if (!files.containsKey(item.run())) {
                List<Run> runs = new ArrayList<>();
                RolloutFile.forEachRun(GoldenSet.file(item.run()), runs::add, Progress.NONE);
                files.put(item.run(), runs);
                GoldenSet.tasks(item.intentAndModel().getFirst()).forEach(task -> tasks.put(task.query(), task));
            }
            Run run = longer(Objects.requireNonNull(files.get(item.run())).get(item.line() - 1), item);
            told.add(new Told(item, run, Optional.ofNullable(tasks.get(run.query().orElseThrow()))));
        }
        return told;
    }

    private static List<Claim> overlapping(List<Claim> claims, Item item, Label label) {
        int start = item.text().indexOf(label.sentence());
        int end = start + label.sentence().length();
        return claims.stream().filter(claim -> claim.sentence().start() < end && claim.sentence().end() > start).toList();
    }

    /// The run with the text as its last step.
    private static Run longer(Run run, Item item) {
        StepEncoder encoder = StepEncoder.after("", run.query().orElseThrow(), run.steps());
        boolean isThought = item.where() == Span.Field.THINK;
        Step last = encoder.add(StepEncoder.Turn.of(isThought ? item.text() : "", List.of(), isThought ? "" : item.text(), 1));
        List<Step> steps = new ArrayList<>(run.steps());
        steps.add(last);
        return RunCodec.ofSteps(steps, run.source(), run.model());
    }

    private static Item item(Json.Obj object) {
        List<Label> labels = new ArrayList<>();
        for (Json each : object.items("claims")) {
            Json.Obj claim = (Json.Obj) each;
            labels.add(new Label(
                    text(claim, "sentence"), text(claim, "kind"), Optional.of(verdict(text(claim, "verdict"))), text(claim, "product")));
        }
        for (Json sentence : object.items("plain")) {
            labels.add(new Label(sentence.asText().orElseThrow(), "none", Optional.empty(), ""));
        }
        int line = (int) ((Json.Num) object.get("line").orElseThrow()).asDouble();
        Span.Field where = text(object, "where").equals("think") ? Span.Field.THINK : Span.Field.RESPONSE;
        return new Item(text(object, "id"), text(object, "run"), line, where, text(object, "text"), labels);
    }

    private static String text(Json.Obj object, String key) {
        return object.text(key).orElseThrow(() -> new AssertionError("no " + key + " in " + object));
    }

    private static Claim.Verdict verdict(String wireName) {
        for (Claim.Verdict verdict : Claim.Verdict.values()) {
            if (verdict.wireName().equals(wireName)) {
                return verdict;
            }
        }
        throw new AssertionError(wireName + " is no verdict");
    }
}
