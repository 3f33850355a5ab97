package org.shoptrace.core.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Overrule;
import org.shoptrace.model.finding.Place;

/// What one person says of one subject.
final class AnnotationBlock {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private AnnotationBlock() {}

    static void write(PageText page, Annotation annotation) {
        page.open("div", "class", "annotation").open("p", "class", "chips");
        page.element("strong", annotation.author()).element("span", TIME.format(annotation.stamp().time()), "class", "muted");
        int step = annotation.subject().atStep();
        if (step > 0) {
            int call = annotation.subject().atCall();
            page.link(new Place(step, call > 0 ? OptionalInt.of(call) : OptionalInt.empty()));
        }
        page.element("span", "on " + annotation.subject().words(), "class", "muted");
        annotation.statement().labels().forEach(label -> page.chip(label, "label"));
        annotation.statement().verdict().ifPresent(verdict -> page.chip("Task: " + verdict.label(), "label"));
        page.close();
        overrule(page, annotation.statement().overrule());
        if (!annotation.statement().note().isEmpty()) {
            page.prose(annotation.statement().note(), "note");
        }
        annotation.statement().spans().forEach(span -> page.element("blockquote", span.quote(), "dir", "auto"));
        page.close();
    }

    private static void overrule(PageText page, Overrule overrule) {
        overrule.stage().ifPresent(stage -> page.element(
                "p",
                "Stage by this person: " + stage.label() + overrule.computedStage().map(c -> " (computed: " + c.label() + ")").orElse("")));
        overrule.fault().ifPresent(fault -> page.element(
                "p",
                "Fault by this person: " + fault.label() + overrule.computedFault().map(c -> " (computed: " + c.label() + ")").orElse("")));
    }
}
