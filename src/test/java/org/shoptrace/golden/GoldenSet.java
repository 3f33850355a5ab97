package org.shoptrace.golden;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;

/// The reference's results that come with the project; what each file is, its README says.
public final class GoldenSet {
    /// The folder of it all.
    public static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /// The catalogue slice, packed.
    public static final Path DOCUMENTS = file("documents.jsonl.gz");

    private GoldenSet() {}

    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /// The rollouts of an intent by its wire name, of the model `alpha` or `beta`.
    public static Path rollouts(String intent, String model) {
        return file("rollout_" + intent + "_" + model + ".jsonl.gz");
    }

    /// The lines of such a file.
    public static List<String> lines(Path file) throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(FileInput.open(file), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    /// A whole file as JSON, packed or not.
    public static Json json(String name) throws Exception {
        try (InputStream in = FileInput.open(file(name))) {
            return JsonReader.read(in.readAllBytes());
        }
    }

    /// The items of a file that is one array.
    public static List<Json.Obj> items(String name) throws Exception {
        return ((Json.Arr) json(name)).items().stream().map(Json.Obj.class::cast).toList();
    }

    /// The tasks of an intent that the rollouts were made from.
    public static List<Task> tasks(String intent) throws Exception {
        return TaskFileReader.read(file("tasks_" + intent + ".jsonl")).tasks();
    }

    /// What to say where the reference's figures lack a score of ours.
    ///
    /// @param file of the reference's figures
    public static String lacks(String file, String score) {
        return file + " has no score " + score + ": it is none of the reference's, and so no constant of Column. How a number of ours is"
                + " added is told in src/site/markdown/contributing.md, *… a figure (a column of Evaluate, report, CSV and JSON)*";
    }

    public static TitleSimilarity similarity() throws Exception {
        return TableSimilarity.read(file("title_similarity.json"));
    }

    /// The products of the catalogue slice in memory, for tests that score without an index.
    public static ProductSource products() throws Exception {
        Map<String, Product> products = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(FileInput.open(DOCUMENTS), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Json.Obj document = (Json.Obj) JsonReader.read(line);
                Product product = ProductCodec.decode(document.object("product").orElseThrow());
                products.put(product.productId(), product);
            }
        }
        return id -> Optional.ofNullable(products.get(id));
    }
}
