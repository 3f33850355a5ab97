package org.shoptrace.core.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.model.annotation.Subject;

/// Annotators in processes of their own, which are killed (SIGKILL) while they write.
class SeveralProcessesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasAcknowledgedOutlivesAKillInTheMiddleOfWriting() throws Exception {
        int[] acknowledged = new int[2];
        Process first = start("ann");
        Process second = start("bob");
        try (BufferedReader ann = first.inputReader();
                BufferedReader bob = second.inputReader()) {
            while (acknowledged[0] < 30 || acknowledged[1] < 30) {
                acknowledged[0] = number(ann);
                acknowledged[1] = number(bob);
            }
            // The handle, since a process that is destroyed as such loses what it has printed.
            first.toHandle().destroyForcibly();
            second.toHandle().destroyForcibly();
            acknowledged[0] = Math.max(acknowledged[0], last(ann));
            acknowledged[1] = Math.max(acknowledged[1], last(bob));
        }
        assertTrue(first.waitFor() != 0 && second.waitFor() != 0);
        try (AnnotationStore store = Notes.store(folder)) {
            AnnotationStore.Contents contents = store.read();
            assertAll(contents.annotations(), "ann", acknowledged[0]);
            assertAll(contents.annotations(), "bob", acknowledged[1]);
            assertTrue(contents.rejections().size() <= 2, "at most the last line of each is cut: " + contents.rejections());
            Notes.say(store, "ann", Notes.whole(2), "goes on");
        }
    }

    private Process start(String author) throws Exception {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SecondAnnotator.class.getName(),
                folder.toString(),
                author)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int number(BufferedReader out) throws Exception {
        return Integer.parseInt(Optional.ofNullable(out.readLine()).orElseThrow());
    }

    /// The last whole number that was printed before the end.
    private static int last(BufferedReader out) throws Exception {
        int last = 0;
        String rest = out.readAllAsString();
        for (String line : rest.substring(0, rest.lastIndexOf('\n') + 1).lines().toList()) {
            last = Integer.parseInt(line);
        }
        return last;
    }

    private static void assertAll(Annotations annotations, String author, int acknowledged) {
        for (int i = 1; i <= acknowledged; i++) {
            int number = i;
            String note = annotations.by(author, new Subject.OfStep(Notes.RUN, i))
                    .orElseThrow(() -> new AssertionError(author + " " + number))
                    .statement().note();
            assertTrue(note.endsWith("note " + i), note);
        }
        assertEquals(author, annotations.by(author, new Subject.OfStep(Notes.RUN, 1)).orElseThrow().author());
    }
}
