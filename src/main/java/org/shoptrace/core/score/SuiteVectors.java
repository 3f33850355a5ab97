package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shoptrace.core.ShoptraceException;

/// The title vectors that a suite carries, before an embedder that is asked for the rest. They are Qwen3-Embedding-0.6B's,
/// so they are used only with an embedder that is the same model.
public final class SuiteVectors implements Embedder {
    private final Function<String, Optional<float[]>> suite;
    private final Embedder rest;

    /// @param suite the vector of exactly that title, empty when the suite has none
    /// @throws IllegalArgumentException when `rest` is another model
    public SuiteVectors(Function<String, Optional<float[]>> suite, Embedder rest) {
        if (!PublishedModel.isNamed(rest.model())) {
            throw new IllegalArgumentException("a suite's vectors cannot be compared with those of " + rest.model());
        }
        this.suite = suite;
        this.rest = rest;
    }

    @Override
    public String model() {
        return rest.model();
    }

    @Override
    public List<String> remarks() {
        return rest.remarks();
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ShoptraceException {
        List<String> unknown = texts.stream().filter(text -> suite.apply(text).isEmpty()).toList();
        var embedded = unknown.isEmpty() ? List.<float[]>of().iterator() : rest.embed(unknown).iterator();
        List<float[]> answer = new ArrayList<>();
        for (String text : texts) {
            Optional<float[]> known = suite.apply(text);
            answer.add(known.isPresent() ? known.get() : embedded.next());
        }
        return answer;
    }
}
