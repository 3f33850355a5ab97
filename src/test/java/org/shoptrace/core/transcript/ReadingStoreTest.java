package org.shoptrace.core.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.model.trajectory.RunId;

class ReadingStoreTest {
    @TempDir
    private Path folder;

    private static ReadingState state(int runs) {
        SequencedMap<RunId, ReadingState.Place> places = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            places.put(new RunId("run" + i), new ReadingState.Place(i + 1, i - 1, -12.5 * i, Set.of("1.0.0.THINK")));
        }
        return new ReadingState(
                Optional.of(new RunId("run1")), true, false, Set.of(new EventKind.Calls("a:b"), new EventKind.Thought()),
                Optional.of(false), places);
    }

    @Test
    void findsWhatWasKept() throws Exception {
        ReadingStore store = new ReadingStore(OwnFolder.at(folder.resolve(".shoptrace")));
        assertEquals(ReadingState.NOTHING, store.load());
        store.save(state(3));
        assertEquals(state(3), store.load());
        try (var files = Files.list(folder.resolve(".shoptrace"))) {
            assertEquals(1, files.count(), "no half file is left");
        }
    }

    @Test
    void forgetsTheRunsReadLongestAgo() throws Exception {
        ReadingStore store = new ReadingStore(OwnFolder.at(folder));
        store.save(state(600));
        assertEquals(500, store.load().places().size());
        assertEquals(new RunId("run599"), store.load().places().lastEntry().getKey());
    }

    @Test
    void startsAfreshFromADamagedFileOrOneOfANewerVersion() throws Exception {
        for (String text : new String[] {"{\"schema_version\":1,", "[]", "{\"schema_version\":2,\"compact\":true}", ""}) {
            Files.writeString(folder.resolve("reading.json"), text);
            assertEquals(ReadingState.NOTHING, new ReadingStore(OwnFolder.at(folder)).load(), text);
        }
        Files.writeString(folder.resolve("reading.json"), """
                {"schema_version":1,"run":7,"hidden":["thought","unheard of",3],"places":{"x":{"step":"a","top":1e99},"y":4}}""");
        assertEquals(
                new ReadingState(
                        Optional.empty(), false, false, Set.of(new EventKind.Thought()), Optional.empty(),
                        new LinkedHashMap<>(java.util.Map.of(new RunId("x"), new ReadingState.Place(1, -1, 0, Set.of())))),
                new ReadingStore(OwnFolder.at(folder)).load());
    }
}
