package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;

class VectorCacheTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsVectorsBetweenOpenings() throws Exception {
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            cache.putAll(List.of("a", "b"), List.of(vector(1), vector(2)));
        }
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            assertArrayEquals(vector(1), cache.get("a").orElseThrow());
            assertArrayEquals(vector(2), cache.get("b").orElseThrow());
            assertTrue(cache.get("c").isEmpty());
        }
    }

    @Test
    void modelsDoNotShareVectors() throws Exception {
        try (VectorCache one = VectorCache.open(folder, "org/m");
                VectorCache other = VectorCache.open(folder, "org_m")) {
            one.putAll(List.of("a"), List.of(vector(1)));
            assertTrue(other.get("a").isEmpty());
        }
    }

    /// Whatever a killed writer left at the end, nothing before it is lost and the next vector is found again.
    @Test
    void survivesAnEndCutAtAnyByte() throws Exception {
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            cache.putAll(List.of("a", "b"), List.of(vector(1), vector(2)));
        }
        byte[] whole = Files.readAllBytes(file());
        int record = (whole.length - 12) / 2;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (VectorCache cache = VectorCache.open(folder, "m")) {
                assertEquals(length >= 12 + record, cache.get("a").isPresent());
                cache.putAll(List.of("c"), List.of(vector(3)));
            }
            try (VectorCache cache = VectorCache.open(folder, "m")) {
                assertEquals(length >= 12 + record, cache.get("a").isPresent());
                assertArrayEquals(vector(3), cache.get("c").orElseThrow());
            }
        }
    }

    @Test
    void passesOverADamagedRecord() throws Exception {
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            cache.putAll(List.of("a", "b"), List.of(vector(1), vector(2)));
        }
        byte[] bytes = Files.readAllBytes(file());
        bytes[12 + 40] ^= 1;
        Files.write(file(), bytes);
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            assertTrue(cache.get("a").isEmpty());
            assertArrayEquals(vector(2), cache.get("b").orElseThrow());
        }
    }

    @Test
    void twoWritersAppendToOneFile() throws Exception {
        try (VectorCache one = VectorCache.open(folder, "m");
                VectorCache other = VectorCache.open(folder, "m")) {
            List<Exception> failures = new CopyOnWriteArrayList<>();
            List<Thread> writers = Stream.of(one, other)
                    .map(cache -> Thread.ofVirtual().start(() -> {
                        try {
                            for (int i = 0; i < 50; i++) {
                                cache.putAll(List.of((cache == one ? "one" : "other") + i), List.of(vector(i)));
                            }
                        } catch (Exception e) {
                            failures.add(e);
                        }
                    }))
                    .toList();
            for (Thread writer : writers) {
                writer.join();
            }
            assertEquals(List.of(), failures);
        }
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            for (int i = 0; i < 50; i++) {
                assertArrayEquals(vector(i), cache.get("one" + i).orElseThrow());
                assertArrayEquals(vector(i), cache.get("other" + i).orElseThrow());
            }
        }
    }

    @Test
    void refusesAForeignFileAndVectorsOfAnotherLength() throws Exception {
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            cache.putAll(List.of("a"), List.of(vector(1)));
            var wrong = assertThrows(ShoptraceException.class, () -> cache.putAll(List.of("b"), List.of(new float[] {1})));
            assertTrue(wrong.getMessage().contains("vectors of 3 numbers"), wrong.getMessage());
        }
        Files.writeString(file(), "something else entirely");
        var foreign = assertThrows(ShoptraceException.class, () -> VectorCache.open(folder, "m"));
        assertTrue(foreign.getMessage().contains("no cache of vectors"), foreign.getMessage());
    }

    /// A cache is a convenience: what cannot be kept is worked out all the same.
    @Test
    void withoutAPlaceOnTheDiskVectorsAreKeptInMemory() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "where a folder should be");
        try (Vectors vectors = OptionalCache.open(file, "m")) {
            assertTrue(vectors.get("a").isEmpty());
            vectors.putAll(List.of("a"), List.of(vector(1)));
            assertArrayEquals(vector(1), vectors.get("a").orElseThrow());
        }
    }

    @Test
    void whatIsThereIsReadWhereNothingCanBeAdded() throws Exception {
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            cache.putAll(List.of("a"), List.of(vector(1)));
        }
        try (VectorCache reading = VectorCache.reading(folder, "m")) {
            assertArrayEquals(vector(1), reading.get("a").orElseThrow());
            assertThrows(ShoptraceException.class, () -> reading.putAll(List.of("b"), List.of(vector(2))));
        }
    }

    private Path file() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static float[] vector(int seed) {
        return new float[] {seed, -seed, 0.5f};
    }
}
