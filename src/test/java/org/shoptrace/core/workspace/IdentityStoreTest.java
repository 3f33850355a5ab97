package org.shoptrace.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.trajectory.RunId;

class IdentityStoreTest {
    @TempDir
    Path folder;

    private IdentityStore store() {
        return new IdentityStore(WorkspaceFolder.of(folder, folder.resolve("user")));
    }

    @Test
    void remembersAnswers() throws Exception {
        assertEquals(Identity.NONE, store().load());
        RunId run = new RunId("a".repeat(64));
        Identity identity = Identity.NONE
                .withCatalogue(Optional.of("catalogs/big"))
                .withTaskFile("a \"query\"\n", "tasks/b.jsonl")
                .withRun(run, Optional.of("other"))
                .withStepLimit(OptionalInt.of(12))
                .withAsked(List.of("a \"query\"\n", "another"));
        store().save(identity);
        assertEquals(identity, store().load());
        store().save(identity.withRun(run, Optional.empty()).withCatalogue(Optional.empty()).withStepLimit(OptionalInt.empty()));
        assertEquals(
                Identity.NONE.withTaskFile("a \"query\"\n", "tasks/b.jsonl").withAsked(List.of("a \"query\"\n", "another")),
                store().load());
        try (var files = Files.list(folder.resolve(".shoptrace"))) {
            assertEquals(List.of("identity.json"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void neverWritesOverWhatItCannotRead() throws Exception {
        Path file = folder.resolve(".shoptrace/identity.json");
        Files.createDirectories(file.getParent());
        for (String content : List.of("{\"version\": 2, \"new\": true}", "{\"vers", "[]")) {
            Files.writeString(file, content);
            assertTrue(assertThrows(ShoptraceException.class, () -> store().load()).getMessage().contains(file.toString()));
            assertThrows(ShoptraceException.class, () -> store().save(Identity.NONE));
            assertEquals(content, Files.readString(file));
        }
    }
}
