package org.shoptrace.core.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Queue;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;

class AnnotationStoreTest {
    private static final Subject STEP = new Subject.OfStep(Notes.RUN, 3);

    @TempDir
    private Path temp = Path.of("");

    private Path folder() {
        return temp.resolve("annotations");
    }

    private static Set<String> labels(Annotations annotations, String author, Subject subject) {
        return annotations.by(author, subject).map(Annotation::statement).map(Statement::labels).<Set<String>>map(Set::copyOf)
                .orElse(Set.of());
    }

    @Test
    void makesNothingBeforeSomethingIsSaid() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            store.read();
            store.undo("ann");
            store.draft("ann", STEP, Statement.EMPTY);
        }
        assertFalse(Files.exists(folder()));
    }

    @Test
    void keepsWhatWasSaidAndWhatWasSaidBefore() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            Notes.say(store, "ann", STEP, "first");
            Notes.say(store, "ann", STEP, "second");
            Notes.say(store, "bob", STEP, "third");
        }
        try (AnnotationStore store = Notes.store(folder())) {
            Annotations now = store.read().annotations();
            assertEquals(Set.of("second"), labels(now, "ann", STEP));
            assertEquals(Set.of("second", "third"), now.labels(Notes.RUN));
            List<Annotation> history = now.history(STEP);
            assertEquals(3, history.size());
            assertEquals(List.of(false, true, true), history.stream().map(Annotation::stands).toList());
        }
        assertEquals(2, files().size(), "a file for each author: no two writers share one");
    }

    @Test
    void undoAndRedoAreEventsOfTheirOwn() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            Notes.say(store, "ann", STEP, "first");
            Notes.say(store, "ann", STEP, "second");
            Notes.say(store, "bob", STEP, "his");
            assertEquals(Set.of("first"), labels(store.undo("ann").annotations(), "ann", STEP));
            assertEquals(Set.of(), labels(store.undo("ann").annotations(), "ann", STEP));
            assertEquals(Set.of(), labels(store.undo("ann").annotations(), "ann", STEP), "nothing is left to take back");
            assertEquals(Set.of("first"), labels(store.redo("ann").annotations(), "ann", STEP));
        }
        try (AnnotationStore store = Notes.store(folder())) {
            Annotations again = store.redo("ann").annotations();
            assertEquals(Set.of("second"), labels(again, "ann", STEP), "also after a restart");
            assertEquals(Set.of("his"), labels(again, "bob", STEP));
            Notes.say(store, "ann", STEP, "third");
            assertEquals(Optional.empty(), store.read().annotations().redoable("ann"));
            assertEquals(4, store.read().annotations().history(STEP).size(), "what was taken back stays in the history");
        }
    }

    @Test
    void draftsLastUntilTheyAreSubmittedOrGivenUp() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            store.draft("ann", STEP, Notes.note("half a thou"));
            Notes.say(store, "bob", STEP, "his");
        }
        try (AnnotationStore store = Notes.store(folder())) {
            Annotations now = store.read().annotations();
            assertEquals(Optional.of(Notes.note("half a thou")), now.draft("ann", STEP));
            assertEquals(Optional.empty(), now.by("ann", STEP), "a draft says nothing yet");
            assertEquals(Optional.empty(), Notes.say(store, "ann", STEP, "whole").annotations().draft("ann", STEP));
            store.draft("ann", STEP, Notes.note("more"));
            assertEquals(Optional.empty(), store.draft("ann", STEP, Statement.EMPTY).annotations().draft("ann", STEP));
        }
    }

    @Test
    void aLaterActHasALaterTimeThoughTheClockStandsStill() throws Exception {
        try (AnnotationStore store = Notes.store(folder(), AnnotationWriter.Opener.USUAL)) {
            for (int i = 0; i < 20; i++) {
                assertEquals(Set.of("l" + i), labels(Notes.say(store, "ann", STEP, "l" + i).annotations(), "ann", STEP));
            }
        }
    }

    @Test
    void twoStoresSeeEachOther() throws Exception {
        try (AnnotationStore one = Notes.store(folder());
                AnnotationStore other = Notes.store(folder())) {
            Notes.say(one, "ann", STEP, "a");
            Notes.say(other, "bob", STEP, "b");
            Notes.say(one, "ann", STEP, "a2");
            assertEquals(Set.of("a2", "b"), one.read().annotations().labels(Notes.RUN));
            assertEquals(Set.of("a2", "b"), other.read().annotations().labels(Notes.RUN));
            Notes.say(other, "ann", STEP, "a3");
            assertEquals(Set.of("a3", "b"), one.read().annotations().labels(Notes.RUN), "one author in two windows");
            assertEquals(List.of(), one.read().rejections());
        }
    }

    @Test
    void aFileCutAnywhereLosesAtMostItsLastLine() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            Notes.say(store, "ann", STEP, "première");
            Notes.say(store, "ann", Notes.whole(2), "second");
        }
        byte[] bytes = Files.readAllBytes(files().getFirst());
        int firstEnd = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        for (int length = 0; length <= bytes.length; length++) {
            Path other = Files.createDirectories(temp.resolve("cut" + length));
            Path cut = Files.write(other.resolve("ann-cut.jsonl"), Arrays.copyOf(bytes, length));
            try (AnnotationStore store = Notes.store(other)) {
                AnnotationStore.Contents contents = store.read();
                // A line that lacks only its break is whole.
                int expected = (length >= firstEnd - 1 ? 1 : 0) + (length >= bytes.length - 1 ? 1 : 0);
                assertEquals(expected, contents.annotations().all().size(), "cut after " + length);
                boolean whole = length == 0 || length == firstEnd - 1 || length == firstEnd || length >= bytes.length - 1;
                assertEquals(whole ? 0 : 1, contents.rejections().size(), "cut after " + length);
                if (length % 17 == 0) {
                    Notes.say(store, "ann", Notes.whole(3), "after the cut");
                }
            }
            assertEquals(length, Files.size(cut), "what was cut is left as it is");
        }
    }

    @Test
    void aLineThatIsStillBeingWrittenIsReadWhenItIsWhole() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            Notes.say(store, "ann", STEP, "a");
        }
        byte[] bytes = Files.readAllBytes(files().getFirst());
        Path elsewhere = Files.createDirectories(temp.resolve("other"));
        Path other = Files.write(elsewhere.resolve("x.jsonl"), Arrays.copyOf(bytes, 40));
        try (AnnotationStore store = Notes.store(elsewhere)) {
            assertEquals(1, store.read().rejections().size());
            Files.write(other, bytes);
            assertEquals(List.of(), store.read().rejections());
            assertEquals(Set.of("a"), store.read().annotations().labels(Notes.RUN));
        }
    }

    @Test
    void whatANewerVersionWroteIsKeptAndCounted() throws Exception {
        Files.createDirectories(folder());
        String newer = "{\"v\":2,\"id\":\"n1\",\"time\":\"2030-01-01T00:00:00Z\",\"kind\":\"sung\",\"melody\":[1,2]}";
        Path file = Files.writeString(folder().resolve("zed-1.jsonl"), newer + "\nno json\n[]\n{\"v\":1}\n");
        try (AnnotationStore store = Notes.store(folder())) {
            AnnotationStore.Contents contents = store.read();
            assertEquals(1, contents.newer());
            assertEquals(List.of(2L, 3L, 4L), contents.rejections().stream().map(rejection -> rejection.line()).toList());
            Notes.say(store, "ann", STEP, "mine");
            assertTrue(store.lines().contains(newer), "handed on as it was written");
            assertEquals(2, store.lines().size());
        }
        assertTrue(Files.readString(file).startsWith(newer));
    }

    @Test
    void afterAFullDiskNothingIsHalfThereAndTheNextTryWorks() throws Exception {
        FullDisk disk = new FullDisk();
        try (AnnotationStore store = Notes.store(folder(), disk)) {
            Notes.say(store, "ann", STEP, "before");
            for (boolean alsoOnTruncate : List.of(false, true)) {
                disk.fillUp(20, alsoOnTruncate);
                ShoptraceException failure = assertThrows(ShoptraceException.class, () -> Notes.say(store, "ann", STEP, "lost"));
                assertTrue(failure.getMessage().contains("the disk is full"), failure.getMessage());
                assertEquals(Set.of("before"), labels(store.read().annotations(), "ann", STEP));
                disk.makeRoom();
                Notes.say(store, "ann", STEP, "after");
                Notes.say(store, "ann", STEP, "before");
            }
        }
        try (AnnotationStore store = Notes.store(folder())) {
            assertEquals(Set.of("before"), labels(store.read().annotations(), "ann", STEP));
            assertEquals(1, store.read().rejections().size(), "the half line that could not be taken off");
            assertEquals(5, store.read().annotations().history(STEP).size());
        }
    }

    @Test
    void aFileThatWasRemovedUnderneathIsNotWrittenTo() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            Notes.say(store, "ann", STEP, "a");
            Files.delete(files().getFirst());
            Notes.say(store, "ann", Notes.whole(2), "b");
        }
        try (AnnotationStore store = Notes.store(folder())) {
            assertEquals(Set.of("b"), store.read().annotations().labels(Notes.run(2)));
        }
    }

    @Test
    void aReadOnlyWorkspacesAnnotationsAreReadAndOnesOwnWrittenElsewhere() throws Exception {
        try (AnnotationStore owner = Notes.store(folder())) {
            Notes.say(owner, "owner", STEP, "theirs");
        }
        Path own = temp.resolve("data");
        try (AnnotationStore guest = new AnnotationStore(own, List.of(folder()))) {
            assertEquals(Set.of("mine", "theirs"), Notes.say(guest, "guest", STEP, "mine").annotations().labels(Notes.RUN));
        }
        assertEquals(1, files().size());
        assertTrue(Files.exists(own));
    }

    @Test
    void importTakesEverythingOnce() throws Exception {
        Path theirs = temp.resolve("theirs");
        try (AnnotationStore other = Notes.store(theirs)) {
            Notes.say(other, "bob", STEP, "b");
            other.undo("bob");
            other.redo("bob");
            other.queue("bob", "his queue", true, List.of(Notes.RUN));
            other.draft("bob", Notes.whole(2), Notes.note("draft"));
        }
        Files.writeString(theirs.resolve("new.jsonl"), "{\"v\":9,\"id\":\"x\"}\n{\"v\":1}\n");
        try (AnnotationStore store = Notes.store(folder())) {
            Notes.say(store, "ann", STEP, "a");
            AnnotationStore.Imported first = store.importFrom(List.of(theirs));
            assertEquals(6, first.added());
            assertEquals(1, first.failed().size());
            AnnotationStore.Imported second = store.importFrom(List.of(theirs, folder()));
            assertEquals(0, second.added());
            assertEquals(7, second.known());
            assertEquals(Set.of("a", "b"), store.read().annotations().labels(Notes.RUN));
            Path exported = Files.writeString(temp.resolve("all.jsonl"), AnnotationExport.jsonl(store.lines()));
            try (AnnotationStore copy = Notes.store(temp.resolve("copy"))) {
                assertEquals(7, copy.importFrom(List.of(exported)).added());
                assertEquals(store.lines().stream().sorted().toList(), copy.lines().stream().sorted().toList());
                assertEquals(store.read().annotations().all(), copy.read().annotations().all());
                assertEquals(1, copy.read().newer());
            }
        }
    }

    @Test
    void importRefusesWhatHoldsNoAnnotations() throws Exception {
        Path other = Files.writeString(temp.resolve("rollouts.jsonl"), "[{\"completion\":{}}]\n");
        try (AnnotationStore store = Notes.store(folder())) {
            ShoptraceException failure = assertThrows(ShoptraceException.class, () -> store.importFrom(List.of(other)));
            assertTrue(failure.getMessage().contains("rollouts.jsonl"), failure.getMessage());
            assertThrows(ShoptraceException.class, () -> store.importFrom(List.of(temp.resolve("absent"))));
        }
        assertFalse(Files.exists(folder()));
    }

    @Test
    void aQueueRemembersWhatIsDoneAndHidesOthersUntilThen() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            Notes.say(store, "bob", Notes.whole(1), "his");
            Notes.say(store, "bob", new Subject.OfTask("a wallet"), "his");
            Queue queue = store.queue("ann", "failed", true, List.of(Notes.run(1), Notes.run(2))).annotations().queues().getFirst();
            Annotations before = store.read().annotations();
            assertEquals(Set.of(), before.shownTo("ann", queue).labels(Notes.run(1)));
            assertEquals(List.of(), before.shownTo("ann", queue).on(new Subject.OfTask("a wallet")));
            assertEquals(Set.of("his"), before.shownTo("bob", queue).labels(Notes.run(1)));
            assertEquals(Set.of(), before.done("ann", queue));
            Occasion occasion = new Occasion(Optional.of(Notes.run(1)), Optional.empty(), Optional.empty(), Optional.of(queue.id()));
            Annotations after = store.state("ann", new Subject.OfStep(Notes.run(1), 2), Notes.labels("mine"), occasion).annotations();
            assertEquals(Set.of("his", "mine"), after.shownTo("ann", queue).labels(Notes.run(1)));
            assertEquals(Set.of(Notes.run(1)), after.done("ann", queue));
            assertEquals(Set.of(), after.done("bob", queue));
            assertEquals(Set.of(), store.undo("ann").annotations().done("ann", queue));
            assertEquals(List.of(), store.undo("ann").annotations().queues(), "making a queue is undone too");
        }
    }

    @Test
    void theCsvQuotesWhatNeedsIt() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            Occasion occasion = new Occasion(Optional.of(Notes.RUN), Optional.of("r.jsonl:3"), Optional.of("a, b"), Optional.empty());
            store.state("ann", STEP, Notes.labels("x", "y").withNote("says \"no\"\nand more"), occasion);
            String csv = AnnotationExport.csv(store.read().annotations());
            assertTrue(csv.startsWith("author,time,kind,run,step,call,"), csv);
            assertTrue(csv.contains(",step," + Notes.RUN.sha256() + ",3,,,x|y,\"says \"\"no\"\"\nand more\",,,,,,,r.jsonl:3,\"a, b\","),
                    csv);
            assertTrue(csv.endsWith("\r\n"));
        }
    }

    @Test
    void aNoteIsNoFormulaInASpreadsheet() throws Exception {
        try (AnnotationStore store = Notes.store(folder())) {
            store.state("ann", STEP, Notes.note("=HYPERLINK(\"http://x\")"), Occasion.UNKNOWN);
            store.state("bob", STEP, Notes.note("-1 of 3"), Occasion.UNKNOWN);
            Path table = AnnotationExport.write(store, new WorkspaceFolder(temp, temp, false), folder().resolveSibling("a.csv"));
            String csv = Files.readString(table);
            assertTrue(csv.contains(",\"'=HYPERLINK(\"\"http://x\"\")\","), csv);
            assertTrue(csv.contains(",'-1 of 3,"), csv);
            Path lines = AnnotationExport.write(store, new WorkspaceFolder(temp, temp, false), folder().resolveSibling("a.jsonl"));
            assertTrue(Files.readString(lines).contains("\"note\":\"-1 of 3\""), "the lossless form has it as it is");
        }
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        }
    }
}
