package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.shoptrace.core.ShoptraceException;

/// A server that goes by the published model's name, held to it: before its first vector is used it is asked for titles whose vectors the
/// tasks carry, and a server that makes other ones of them is refused. All vectors must be as long as that model's.
public final class CheckedEmbedder implements Embedder {
    /// One request's.
    private static final int MOST = 64;

    private final Embedder server;
    private final List<String> titles;
    private final Function<String, Optional<float[]>> published;
    private Optional<EndpointCheck> check = Optional.empty();

    /// @param titles    whose vectors are known; may be none
    /// @param published the published model's vector of each
    public CheckedEmbedder(Embedder server, Set<String> titles, Function<String, Optional<float[]>> published) {
        this.server = server;
        this.titles = titles.stream().sorted().limit(MOST).toList();
        this.published = published;
    }

    /// Asks a server, whatever it is called, what it is.
    ///
    /// @throws ShoptraceException when it does not answer with embeddings
    public static EndpointCheck check(Embedder server, Set<String> titles, Function<String, Optional<float[]>> published)
            throws ShoptraceException {
        List<String> asked = titles.isEmpty() ? List.of("a title") : titles.stream().sorted().limit(MOST).toList();
        List<float[]> own = server.embed(asked);
        int dimensions = own.getFirst().length;
        if (titles.isEmpty()) {
            return new EndpointCheck(server.model(), dimensions, Optional.empty());
        }
        double lowest = 1;
        for (int i = 0; i < asked.size(); i++) {
            float[] known = published.apply(asked.get(i)).orElseThrow();
            lowest = Math.min(lowest, known.length == dimensions ? VectorSimilarity.cosine(known, own.get(i)) : -1);
        }
        return new EndpointCheck(server.model(), dimensions, Optional.of(new EndpointCheck.Beside(asked.size(), lowest)));
    }

    @Override
    public String model() {
        return server.model();
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ShoptraceException {
        requireSame();
        List<float[]> vectors = server.embed(texts);
        for (float[] vector : vectors) {
            requireLength(vector.length);
        }
        return vectors;
    }

    /// What was found, once it has been asked for a vector.
    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(server.remarks());
        synchronized (this) {
            remarks.add(check.map(EndpointCheck::told)
                    .orElse("All vectors of titles were kept ones or the tasks' own: the server was not asked."));
        }
        return remarks;
    }

    private synchronized void requireSame() throws ShoptraceException {
        if (check.isPresent()) {
            return;
        }
        EndpointCheck now = check(server, Set.copyOf(titles), published);
        requireLength(now.dimensions());
        now.requireWhatItIsCalled();
        check = Optional.of(now);
    }

    private void requireLength(int length) throws ShoptraceException {
        if (length != PublishedModel.DIMENSIONS) {
            throw new ShoptraceException(
                    "the server answers vectors of " + length + " numbers, and those of " + PublishedModel.NAME + " have "
                            + PublishedModel.DIMENSIONS,
                    server.model(),
                    "Serve that model without cutting its vectors, or call the model by its own name");
        }
    }
}
