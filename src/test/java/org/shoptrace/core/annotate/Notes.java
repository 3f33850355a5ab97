package org.shoptrace.core.annotate;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.trajectory.RunId;

/// Annotations for tests.
final class Notes {
    static final RunId RUN = run(1);

    private Notes() {}

    static RunId run(int number) {
        return new RunId("%064x".formatted(number));
    }

    static Subject whole(int number) {
        return new Subject.OfRun(run(number));
    }

    static Statement labels(String... labels) {
        return new Statement(
                new LinkedHashSet<>(List.of(labels)),
                "",
                Statement.EMPTY.verdict(),
                Statement.EMPTY.overrule(),
                Statement.EMPTY.spans());
    }

    static Statement note(String note) {
        return Statement.EMPTY.withNote(note);
    }

    static AnnotationStore store(Path folder) {
        return new AnnotationStore(folder, List.of());
    }

    /// A store whose clock stands still.
    static AnnotationStore store(Path folder, AnnotationWriter.Opener opener) {
        return new AnnotationStore(OwnFolder.at(folder), List.of(), Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                opener);
    }

    static AnnotationStore.Contents say(AnnotationStore store, String author, Subject subject, String... labels) throws Exception {
        return store.state(author, subject, labels(labels), Occasion.UNKNOWN);
    }
}
