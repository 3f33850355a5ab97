package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// What files of other agents and benchmarks say of their runs beside the words, against what a person read in them: `formats/NAME` and
/// `formats/NAME.own.txt`.
class OwnRecordsTest {
    private static final Path FOLDER = Path.of("src/test/resources/formats");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*\\.jsonl?")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void areReadAsAPersonReadsThem(String name) throws Exception {
        StringBuilder text = new StringBuilder();
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(FOLDER.resolve(name), runs::add, Progress.NONE);
        runs.forEach(run -> write(run, text));
        assertEquals(Files.readString(FOLDER.resolve(name + ".own.txt")), text.toString());
    }

    private static void write(Run run, StringBuilder text) {
        text.append("own ").append(JsonWriter.compact(OwnJson.write(run.own()))).append('\n');
        text.append("in all ").append(JsonWriter.compact(OwnJson.usage(run.usage()))).append('\n');
        for (Step step : run.steps()) {
            Generation made = step.generation();
            Json.Obj usage = OwnJson.usage(made.usage());
            text.append("step ").append(step.number()).append(' ').append(JsonWriter.compact(usage));
            made.model().ifPresent(model -> text.append(" by ").append(model));
            made.finishReason().ifPresent(reason -> text.append(" until ").append(reason));
            text.append('\n');
        }
    }
}
