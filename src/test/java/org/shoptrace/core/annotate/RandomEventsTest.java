package org.shoptrace.core.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.annotation.AnnotationEvent;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Overrule;
import org.shoptrace.model.annotation.Stamp;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.annotation.TaskVerdict;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.Span;

/// Events put together at random.
class RandomEventsTest {
    private static final List<String> TEXTS = List.of(
            "", "a", "two\nlines\r\n", "₱ \ud83d\ude00 \"quoted\" \\ , | \u2028\u0000\t", "{\"v\":2}", "كلمة", " ");
    private static final List<String> AUTHORS = List.of("ann", "bob", "Zoë");

    private final Random random = new Random(42);
    private int events;

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private int number() {
        return 1 + random.nextInt(3);
    }

    private RunId run() {
        return Notes.run(number());
    }

    private Stamp stamp() {
        return new Stamp("e" + ++events, Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(40)), one(AUTHORS));
    }

    private Subject subject() {
        return switch (random.nextInt(5)) {
            case 0 -> new Subject.OfRun(run());
            case 1 -> new Subject.OfStep(run(), number());
            case 2 -> new Subject.OfCall(run(), number(), number());
            case 3 -> new Subject.OfProduct(run(), number(), number(), one(TEXTS));
            default -> new Subject.OfTask(one(TEXTS));
        };
    }

    private Statement statement() {
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String quote = one(TEXTS);
            int start = random.nextInt(100);
            spans.add(new Span(one(List.of(Span.Field.values())), start, start + quote.length(), quote));
        }
        return new Statement(
                new LinkedHashSet<>(List.of(one(TEXTS) + "1", one(TEXTS) + "2")),
                one(TEXTS),
                maybe(() -> one(List.of(TaskVerdict.values()))),
                maybe(() -> new Overrule(
                        Optional.of(one(List.of(Stage.values()))),
                        maybe(() -> one(List.of(Fault.values()))),
                        maybe(() -> one(List.of(Stage.values()))),
                        maybe(() -> one(List.of(Fault.values())))))
                        .orElse(Overrule.NOTHING),
                spans);
    }

    private AnnotationEvent event() {
        return switch (random.nextInt(8)) {
            case 0 -> new AnnotationEvent.Drafted(stamp(), subject(), statement());
            case 1, 2 -> new AnnotationEvent.Withdrawn(stamp(), "e" + (1 + random.nextInt(events + 1)));
            case 3 -> new AnnotationEvent.Restored(stamp(), "e" + (1 + random.nextInt(events + 1)));
            case 4 -> new AnnotationEvent.Queued(stamp(), one(TEXTS), random.nextBoolean(), List.of(Notes.run(1), Notes.run(2)));
            default ->
                new AnnotationEvent.Stated(
                        stamp(),
                        subject(),
                        statement(),
                        maybe(() -> one(TEXTS)),
                        new Occasion(maybe(this::run), maybe(() -> one(TEXTS)), maybe(() -> one(TEXTS)), maybe(() -> one(TEXTS))));
        };
    }

    @Test
    void everyEventIsReadAsItWasWritten() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            AnnotationEvent event = event();
            AnnotationLine.Known line = AnnotationCodec.line(event);
            assertFalse(line.text().contains("\n"), line.text());
            assertEquals(line, AnnotationCodec.decode(line.text()));
        }
    }

    @Test
    void whatStandsDoesNotHangOnTheOrderInWhichEventsAreRead() {
        for (int i = 0; i < 100; i++) {
            events = 0;
            List<AnnotationEvent> some = new ArrayList<>();
            for (int j = 0; j < 40; j++) {
                some.add(event());
            }
            Annotations first = Annotations.of(some);
            Collections.shuffle(some, random);
            Annotations second = Annotations.of(some);
            assertEquals(first.all(), second.all());
            assertEquals(first.queues(), second.queues());
            for (String author : AUTHORS) {
                assertEquals(first.undoable(author), second.undoable(author));
                assertEquals(first.redoable(author), second.redoable(author));
            }
            long holders = first.standing().stream().map(each -> List.of(each.author(), each.subject())).distinct().count();
            assertEquals(holders, first.standing().size(), "an author says one thing of a subject");
        }
    }
}
