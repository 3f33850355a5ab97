package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;

/// The cosine of two titles' vectors. A vector is made once for each model and text, and kept on disk.
public final class VectorSimilarity implements TitleSimilarity {
    private final Embedder embedder;
    private final Vectors cache;
    private final List<SimilarityCalibration> calibrations;

    /// @param calibrations for a stand-in model, its thresholds; none for the published model, or one whose thresholds are
    ///                     taken as they are
    public VectorSimilarity(Embedder embedder, Vectors cache, List<SimilarityCalibration> calibrations) {
        this.embedder = embedder;
        this.cache = cache;
        this.calibrations = List.copyOf(calibrations);
    }

    @Override
    public String name() {
        return embedder.model();
    }

    @Override
    public boolean comparableWithPublished() {
        return PublishedModel.isNamed(embedder.model());
    }

    @Override
    public Optional<SimilarityCalibration> calibration(double published) {
        return calibrations.stream().filter(c -> c.published() == published).findFirst();
    }

    @Override
    public List<String> remarks() {
        return embedder.remarks();
    }

    @Override
    public void prepare(Collection<String> titles) throws ShoptraceException {
        List<String> missing = new ArrayList<>();
        for (String title : new LinkedHashSet<>(titles)) {
            if (cache.get(title).isEmpty()) {
                missing.add(title);
            }
        }
        if (!missing.isEmpty()) {
            cache.putAll(missing, embed(missing));
        }
    }

    @Override
    public double similarity(String a, String b) throws ShoptraceException {
        return a.equals(b) ? 1 : cosine(vector(a), vector(b));
    }

    /// The cosine of two vectors of one length, 0 when one of them is all zeros.
    public static double cosine(float[] a, float[] b) {
        double product = 0;
        double squaredA = 0;
        double squaredB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            squaredA += (double) a[i] * a[i];
            squaredB += (double) b[i] * b[i];
        }
        double lengths = Math.sqrt(squaredA) * Math.sqrt(squaredB);
        return lengths == 0 ? 0 : product / lengths;
    }

    private float[] vector(String text) throws ShoptraceException {
        Optional<float[]> cached = cache.get(text);
        if (cached.isPresent()) {
            return cached.get();
        }
        List<float[]> fresh = embed(List.of(text));
        cache.putAll(List.of(text), fresh);
        return fresh.getFirst();
    }

    private List<float[]> embed(List<String> texts) throws ShoptraceException {
        List<float[]> vectors = embedder.embed(texts);
        if (vectors.size() != texts.size()) {
            throw new ShoptraceException(
                    "the model answered " + vectors.size() + " vectors for " + texts.size() + " titles",
                    embedder.model(),
                    "Check the model, or score with another similarity");
        }
        return vectors;
    }
}
