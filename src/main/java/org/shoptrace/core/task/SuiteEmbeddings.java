package org.shoptrace.core.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;

/// The vectors of Qwen3-Embedding-0.6B that a suite carries for the titles of its rewards (`reward_title_embeddings`).
/// They may be compared with vectors of that model only.
public final class SuiteEmbeddings {
    private final Map<String, Json.Arr> vectors;

    private SuiteEmbeddings(Map<String, Json.Arr> vectors) {
        this.vectors = Map.copyOf(vectors);
    }

    public static SuiteEmbeddings of(List<Task> tasks) {
        Map<String, Json.Arr> vectors = new HashMap<>();
        for (Task task : tasks) {
            task.source().object("reward_title_embeddings").ifPresent(titles -> titles.fields().forEach((title, vector) -> {
                if (vector instanceof Json.Arr numbers && numbers.items().stream().allMatch(Json.Num.class::isInstance)) {
                    vectors.put(title, numbers);
                }
            }));
        }
        return new SuiteEmbeddings(vectors);
    }

    /// The titles that have a vector.
    public Set<String> titles() {
        return vectors.keySet();
    }

    /// These, where there are enough of them to make a pair.
    ///
    /// @param where the tasks are, for people
    /// @param whatToDo where there are too few
    public SuiteEmbeddings ofPairs(String where, String whatToDo) throws ShoptraceException {
        if (vectors.size() < 2) {
            throw new ShoptraceException(
                    "the tasks carry the vectors of " + vectors.size() + " titles, and pairs need two", where, whatToDo);
        }
        return this;
    }

    public boolean isEmpty() {
        return vectors.isEmpty();
    }

    /// The vector of exactly that title, as long as the file has it (1,024 numbers in published suites); a fresh array.
    public Optional<float[]> vector(String title) {
        return Optional.ofNullable(vectors.get(title)).map(numbers -> {
            float[] vector = new float[numbers.items().size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) ((Json.Num) numbers.items().get(i)).asDouble();
            }
            return vector;
        });
    }
}
