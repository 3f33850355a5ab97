package org.shoptrace.core.annotate;

import java.nio.file.Path;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Subject;

/// A process of its own that annotates without end, and prints the number of each annotation that was acknowledged.
final class SecondAnnotator {
    private SecondAnnotator() {}

    /// @param args the folder, and the author
    public static void main(String[] args) throws Exception {
        try (AnnotationStore store = Notes.store(Path.of(args[0]))) {
            for (int i = 1;; i++) {
                store.state(args[1], new Subject.OfStep(Notes.RUN, i), Notes.note("note ".repeat(2_000) + i), Occasion.UNKNOWN);
                System.out.println(i);
                System.out.flush();
            }
        }
    }
}
