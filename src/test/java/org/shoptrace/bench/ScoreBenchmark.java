package org.shoptrace.bench;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import org.shoptrace.core.catalog.DocumentCodec;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationRequest;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.LineReader;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.score.embedding.EmbeddedSimilarity;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.shared.SharedFiles;

/// How fast runs are scored and titles embedded: for each of five models one trajectory of each of the benchmark's 900 public tasks,
/// made by giving the recorded trajectories of the reference set each task's query and seeded recommendations that are mostly no
/// target, so that their titles must be compared. To hold: all 4,500 in 20 s with warm vectors, 2,000 new titles in 60 s.
///
/// Argument: the folder with the reference set (`golden`) and the data that it was made from (`data`); by default [SharedFiles#ROOT].
public final class ScoreBenchmark {
    private static final int WARM_ROUNDS = 5;
    private static final int MODELS = 5;
    private static final int EMBEDDED_TITLES = 2000;
    private static final List<String> INTENTS = List.of("product", "web", "shop", "voucher");

    private final Path shared;
    private final Path work;
    private final List<String> ids = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    private ScoreBenchmark(Path shared, Path work) {
        this.shared = shared;
        this.work = work;
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of("target", "bench", "score"));
        new ScoreBenchmark(args.length > 0 ? Path.of(args[0]) : SharedFiles.ROOT, work).run();
    }

    private void run() throws Exception {
        Path documents = shared.resolve("data/documents.jsonl.gz");
        readProducts(documents);
        new CatalogIndexer().build(List.of(documents), work.resolve("catalogue"), _ -> {}, Progress.NONE);
        List<EvaluationInput> inputs = new ArrayList<>();
        for (int model = 0; model < MODELS; model++) {
            for (String intent : INTENTS) {
                inputs.add(input(intent, model));
            }
        }
        Path vectors = Files.createTempDirectory(work, "vectors");
        try (Sandbox sandbox = LuceneSandbox.open(work.resolve("catalogue"));
                VectorCache cache = VectorCache.open(vectors, EmbeddedModel.DEFAULT.model())) {
            EmbeddedSimilarity similarity = new EmbeddedSimilarity(EmbeddedModel.DEFAULT, cache);
            embed(similarity);
            Evaluator evaluator = new Evaluator(Runtime.getRuntime().availableProcessors());
            ShoppingBenchProfile profile = new ShoppingBenchProfile(sandbox::product, similarity, false);
            score("vectors to be made", evaluator, profile, inputs);
            for (int round = 1; round <= WARM_ROUNDS; round++) {
                score("warm vectors, round " + round, evaluator, profile, inputs);
            }
        }
    }

    /// Tasks and the file of their runs.
    private record EvaluationInput(List<Task> tasks, Path rollouts) {}

    private void embed(EmbeddedSimilarity similarity) throws Exception {
        similarity.prepare(List.of("load the model"));
        List<String> some = titles.stream().distinct().limit(EMBEDDED_TITLES).toList();
        double length = some.stream().mapToInt(String::length).average().orElse(0);
        long start = System.nanoTime();
        similarity.prepare(some);
        double seconds = seconds(start);
        print("embedding %d titles of mean %.0f characters: %.2f s, %.0f a second", some.size(), length, seconds, some.size() / seconds);
    }

    private static void score(String what, Evaluator evaluator, ShoppingBenchProfile profile, List<EvaluationInput> inputs)
            throws Exception {
        long start = System.nanoTime();
        int runs = 0;
        long bytes = 0;
        for (EvaluationInput input : inputs) {
            EvaluationRequest request = new EvaluationRequest(input.tasks(), input.rollouts(), Optional.empty(), profile);
            Evaluation evaluation = evaluator.evaluate(request, Progress.NONE);
            runs += evaluation.trials().size();
            bytes += Files.size(input.rollouts());
        }
        double seconds = seconds(start);
        print("scoring %d trajectories (%.0f MB), %s: %.2f s, %.0f a second", runs, bytes / 1e6, what, seconds, runs / seconds);
    }

    private EvaluationInput input(String intent, int model) throws Exception {
        String name = intent.equals("web") ? "web_simpleqa" : intent;
        List<Task> tasks = TaskFileReader.read(shared.resolve("data/tasks/synthesize_" + name + "_test.jsonl")).tasks();
        List<Json> recorded = new ArrayList<>();
        for (String line : Files.readAllLines(shared.resolve("golden/rollout_" + intent + "_alpha.jsonl"))) {
            recorded.add(JsonReader.read(line));
        }
        Path rollouts = work.resolve("rollout_" + intent + "_bench" + model + ".jsonl");
        Random random = new Random(7 + model);
        try (BufferedWriter out = Files.newBufferedWriter(rollouts)) {
            for (int i = 0; i < tasks.size(); i++) {
                Task task = tasks.get(i);
                List<String> chosen = task.rewards().stream().map(_ -> ids.get(random.nextInt(ids.size()))).toList();
                out.write(JsonWriter.compact(rewritten(recorded.get(i % recorded.size()), task.query(), String.join(",", chosen))));
                out.newLine();
            }
        }
        return new EvaluationInput(tasks, rollouts);
    }

    /// The value with every `query` and `product_ids` replaced.
    private static Json rewritten(Json value, String query, String productIds) {
        return switch (value) {
            case Json.Obj(SequencedMap<String, Json> fields) -> {
                SequencedMap<String, Json> copy = new LinkedHashMap<>();
                fields.forEach((key, field) -> copy.put(key, switch (key) {
                    case "query" -> Json.of(query);
                    case "product_ids" -> Json.of(productIds);
                    default -> rewritten(field, query, productIds);
                }));
                yield new Json.Obj(copy);
            }
            case Json.Arr(List<Json> items) ->
                Json.array(items.stream().map(item -> rewritten(item, query, productIds)).toList());
            default -> value;
        };
    }

    private void readProducts(Path documents) throws Exception {
        try (LineReader lines = new LineReader(FileInput.open(documents), 1 << 20)) {
            while (lines.next()) {
                byte[] line = Arrays.copyOfRange(lines.buffer(), lines.start(), lines.start() + lines.length());
                Product product = DocumentCodec.decode(line).product();
                ids.add(product.productId());
                titles.add(product.title());
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... args) {
        System.out.printf(Locale.ROOT, format + "%n", args);
    }
}
