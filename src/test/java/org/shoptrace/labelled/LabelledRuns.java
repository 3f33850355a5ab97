package org.shoptrace.labelled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Failed runs with the stage and fault that a reader gave them, and the findings about them.
final class LabelledRuns {
    private static final Path FOLDER = LabelledClaims.FOLDER.resolve("runs");

    /// What a reader said of a run. Stage, faults and ending by their wire names.
    ///
    /// @param run  the name of a file of the set
    /// @param line from 1
    /// @param half whether who wrote the rules knew this label, `dev`, or not, `test`
    record Label(
            String run, int line, String half, String stage, String fault, Optional<String> secondFault, String ending, String why) {
        String place() {
            return run + ":" + line;
        }
    }

    /// A label and what the rules find of its run.
    record Judged(Label label, Run run, Diagnosis diagnosis) {}

    private LabelledRuns() {}

    static List<Label> read() throws Exception {
        List<Label> labels = new ArrayList<>();
        for (String line : GoldenSet.lines(FOLDER.resolve("labels.jsonl"))) {
            Json.Obj label = (Json.Obj) JsonReader.read(line);
            labels.add(new Label(
                    text(label, "run"), (int) ((Json.Num) label.get("line").orElseThrow()).asDouble(), text(label, "half"),
                    text(label, "stage"), text(label, "fault"), label.text("second_fault"), text(label, "ending"), text(label, "why")));
        }
        return labels;
    }

    private static String text(Json.Obj object, String key) {
        return object.text(key).orElseThrow(() -> new AssertionError("no " + key + " in " + object));
    }

    /// @param sandbox of the small golden set, whose catalogue these runs have as well
    static List<Judged> judge(Sandbox sandbox) throws Exception {
        Diagnostician diagnostician = new Diagnostician(
                sandbox, new ShoppingBenchProfile(sandbox::product, TableSimilarity.read(FOLDER.resolve("title_similarity.json")), false),
                Diagnostician.USUAL_STEP_LIMIT);
        Map<String, List<Run>> files = new HashMap<>();
        Map<String, Task> tasks = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (Label label : read()) {
            if (!files.containsKey(label.run())) {
                List<Run> runs = new ArrayList<>();
                RolloutFile.forEachRun(FOLDER.resolve(label.run()), runs::add, Progress.NONE);
                files.put(label.run(), runs);
                Path ofRuns = FOLDER.resolve(label.run().replace("rollout_", "tasks_").replace(".gz", ""));
                TaskFileReader.read(ofRuns).tasks().forEach(task -> tasks.put(task.query(), task));
            }
            Run run = files.get(label.run()).get(label.line() - 1);
            judged.add(new Judged(label, run, diagnostician.diagnose(Optional.ofNullable(tasks.get(run.query().orElseThrow())), run)));
        }
        return judged;
    }
}
