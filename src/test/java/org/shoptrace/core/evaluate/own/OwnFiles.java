package org.shoptrace.core.evaluate.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Files of made-up runs that judge themselves, in a form that other benchmarks write: a list of `{task_id, trial, reward, traj}`.
public final class OwnFiles {
    private OwnFiles() {}

    /// A run of such a file.
    ///
    /// @param beside more fields, each with a comma before it
    public static String run(String task, int trial, String reward, String beside) {
        return """
                {"task_id": "%s", "trial": %d, %s"traj": [
                  {"role": "system", "content": "Help the customer."},
                  {"role": "user", "content": "I want to change order %s, for the %d. time"},
                  {"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function",
                    "function": {"name": "%s", "arguments": "{}"}}]},
                  {"role": "tool", "tool_call_id": "c1", "name": "look_up", "content": "found"},
                  {"role": "assistant", "content": "Done."}]%s}""".formatted(
                task, trial, reward.isEmpty() ? "" : "\"reward\": " + reward + ", ", task, trial, trial % 2 == 0 ? "look_up" : "cancel",
                beside);
    }

    /// Writes a list of them.
    public static Path write(Path file, List<String> runs) throws IOException {
        return Files.writeString(file, String.join(",\n", runs).indent(1).transform(text -> "[\n" + text + "]\n"));
    }

    /// Writes outcomes, task by task: `outcomes.get(t)` has a 1 or a 0 for each trial.
    public static Path write(Path file, int[][] outcomes) throws IOException {
        List<String> runs = new ArrayList<>();
        for (int task = 0; task < outcomes.length; task++) {
            for (int trial = 0; trial < outcomes[task].length; trial++) {
                runs.add(run("t" + task, trial, String.format(Locale.ROOT, "%d.0", outcomes[task][trial]), ""));
            }
        }
        return write(file, runs);
    }
}
