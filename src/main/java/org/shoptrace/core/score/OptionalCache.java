package org.shoptrace.core.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.shoptrace.core.ShoptraceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [VectorCache] where there can be one: what cannot be kept on the disk, as in a container without a home that can be written to or on a
/// full disk, is kept in memory, with a warning. It is made anew the next time, and nothing is computed otherwise.
public final class OptionalCache implements Vectors {
    private static final Logger LOG = LoggerFactory.getLogger(OptionalCache.class);

    private final Optional<VectorCache> disk;
    private final Map<String, float[]> memory = new ConcurrentHashMap<>();
    private volatile boolean kept;

    private OptionalCache(Optional<VectorCache> disk, boolean kept) {
        this.disk = disk;
        this.kept = kept;
    }

    /// Opens the vectors of `model` below `folder`, as far as that can be.
    ///
    /// @throws ShoptraceException when the file is no such cache
    public static OptionalCache open(Path folder, String model) throws ShoptraceException {
        try {
            return new OptionalCache(Optional.of(VectorCache.open(folder, model)), true);
        } catch (ShoptraceException e) {
            warnOrThrow(e);
            return new OptionalCache(reading(folder, model), false);
        }
    }

    private static Optional<VectorCache> reading(Path folder, String model) {
        try {
            return Optional.of(VectorCache.reading(folder, model));
        } catch (ShoptraceException e) {
            // There are none.
            return Optional.empty();
        }
    }

    /// A cache that is damaged is told: somebody wants to move it away.
    private static void warnOrThrow(ShoptraceException e) throws ShoptraceException {
        if (!(e.getCause() instanceof IOException)) {
            throw e;
        }
        LOG.warn("{} Vectors are kept in memory and made anew the next time.", e.getMessage());
    }

    @Override
    public Optional<float[]> get(String text) throws ShoptraceException {
        Optional<float[]> here = Optional.ofNullable(memory.get(text));
        return here.isPresent() || disk.isEmpty() ? here : disk.get().get(text);
    }

    @Override
    public void putAll(List<String> texts, List<float[]> vectors) throws ShoptraceException {
        if (kept && disk.isPresent()) {
            try {
                disk.get().putAll(texts, vectors);
                return;
            } catch (ShoptraceException e) {
                warnOrThrow(e);
                kept = false;
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            memory.put(texts.get(i), vectors.get(i));
        }
    }

    @Override
    public void close() {
        disk.ifPresent(VectorCache::close);
    }
}
