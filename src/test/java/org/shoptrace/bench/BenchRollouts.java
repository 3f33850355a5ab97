package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.RunWriter;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// Makes rollout files of any size: varied runs in the benchmark's own form, whose prompts repeat the history.
final class BenchRollouts {
    private static final String[] WORDS = ("cotton steel phone case travel bottle red blue large mini wireless speaker kids running"
            + " shoes kitchen lamp ₱ café").split(" ");

    private final Random random;

    BenchRollouts(long seed) {
        this.random = new Random(seed);
    }

    /// Writes runs until the file has at least that many bytes.
    void generate(Path path, long bytes) throws Exception {
        try (RunWriter writer = new RunWriter(path)) {
            while (Files.size(path) < bytes) {
                writer.append(RunCodec.ofSteps(steps(), new RunSource(path, 1), "benchmark"));
            }
        }
    }

    /// Writes one run of so many steps and at least so many bytes, whose steps search, view nothing and think at length. Its prompts are
    /// left out: what is new in a step makes up its size.
    void generateLong(Path path, int steps, long bytes) throws Exception {
        int thoughts = (int) Math.max(10, (bytes / steps - 2_600) / 6);
        StringBuilder line = new StringBuilder("[");
        for (int number = 1; number <= steps; number++) {
            Json.Obj call = Json.Obj.EMPTY.with("name", Json.of("find_product"))
                    .with("parameters", Json.Obj.EMPTY.with("q", Json.of(words(4))).with("page", Json.Num.of(1L)))
                    .with("tool_call_id", Json.of("c" + number));
            Json.Obj answer = Json.Obj.EMPTY.with("tool_call_id", Json.of("c" + number)).with("results", products());
            Json.Obj message = Json.Obj.EMPTY.with("think", Json.of(words(thoughts)))
                    .with("tool_call", new Json.Arr(List.of(call)))
                    .with("obs", new Json.Arr(List.of(answer)));
            Json.Obj step = Json.Obj.EMPTY
                    .with("completion", Json.Obj.EMPTY.with("content", Json.of("")).with("message", message))
                    .with("extra_info", Json.Obj.EMPTY.with("step", Json.Num.of((long) number)).with("query", Json.of("a long search"))
                            .with("timestamp", Json.Num.of(1_754_400_000_000L + number)));
            line.append(number == 1 ? "" : ",").append(JsonWriter.compact(step));
        }
        Files.writeString(path, line.append("]\n"));
    }

    /// Three to fifteen turns with one to three answered searches each; the history in each prompt does the rest.
    private List<Step> steps() {
        StepEncoder encoder = new StepEncoder("You are a shopping assistant. " + words(400), words(30));
        List<Step> steps = new ArrayList<>();
        int turns = 3 + random.nextInt(13);
        for (int turn = 0; turn < turns; turn++) {
            List<Exchange> exchanges = new ArrayList<>();
            for (int call = 0; call <= random.nextInt(3); call++) {
                Json.Obj parameters = Json.Obj.EMPTY.with("q", Json.of(words(4))).with("page", Json.Num.of(1L));
                exchanges.add(new Exchange("find_product", parameters, Optional.of(products())));
            }
            steps.add(encoder.add(Turn.of(words(60), exchanges, "", 1_754_400_000_000L + turn)));
        }
        return steps;
    }

    private Json products() {
        List<Json> products = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            products.add(Json.Obj.EMPTY
                    .with("product_id", Json.of(Integer.toString(random.nextInt(1_000_000_000))))
                    .with("shop_id", Json.of(Integer.toString(random.nextInt(1_000_000))))
                    .with("title", Json.of(words(14)))
                    .with("price", Json.Num.of(random.nextInt(100_000) / 100.0))
                    .with("service", Json.texts(List.of("COD")))
                    .with("sold_count", Json.Num.of((long) random.nextInt(5_000))));
        }
        return new Json.Arr(products);
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
