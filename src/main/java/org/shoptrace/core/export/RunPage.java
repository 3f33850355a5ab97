package org.shoptrace.core.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shoptrace.core.markup.HtmlPage;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.score.ScoreText;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;

/// A run as one HTML page: what happened, what was found, what people say of it. No script, no file beside it, nothing from the network;
/// the page's own policy forbids all three. Steps and calls are anchors (`#step-3`, `#step-3-call-1`), so that a finding leads to them.
public final class RunPage {
    private final RunExport export;
    private final Run run;
    /// What was found, when it may be shown.
    private final Optional<Diagnosis> shown;
    private final HtmlPage whole;
    private final PageText page;

    private RunPage(RunExport export) {
        this.export = export;
        this.run = export.run();
        this.shown = export.diagnosis().filter(_ -> !export.truthHidden());
        this.whole = new HtmlPage("Run " + run.id().brief() + " of " + run.model(), RunPageStyle.CSS,
                export.seen().origin().map(CarriedProvenance::inPage).orElseGet(LinkedHashMap::new),
                run.steps().stream().anyMatch(step -> !step.pictures().isEmpty()));
        this.page = new PageText(whole.body());
    }

    public static String of(RunExport export) {
        return new RunPage(export).write();
    }

    private String write() {
        page.open("header").element("p", "Shopping-agent trajectory", "class", "kicker");
        page.element("h1", run.query().orElse("A run without a query"), "dir", "auto");
        verdict();
        page.close();
        notices();
        face();
        contents();
        shown.flatMap(Diagnosis::failure).ifPresent(this::evidence);
        shown.ifPresent(diagnosis -> new FindingSections(page, diagnosis).write());
        export.diagnosis().ifPresent(diagnosis -> new ConductSections(page, diagnosis).write());
        annotations();
        if (!export.truthHidden()) {
            new OwnSection(page, run.own(), export.threshold()).write();
        }
        new TranscriptSection(page, run, shown, export.seen().catalogue().isPresent()).write();
        export.seen().origin().ifPresent(origin -> page.element("p", origin.line(), "class", "muted", "id", "provenance"));
        page.element("footer", "Written by Shoptrace. Nothing on this page was fetched or executed.");
        return whole.text();
    }

    private void verdict() {
        page.open("p", "class", "chips");
        page.chip(run.model(), "model");
        if (export.truthHidden()) {
            page.chip("Targets, scores and classes are hidden", "quiet");
        }
        shown.ifPresent(diagnosis -> {
            diagnosis.task().ifPresent(task -> page.chip(task.intent().label(), "quiet"));
            if (diagnosis.assessment().isPresent()) {
                boolean success = diagnosis.assessment().get().score().success();
                page.chip(success ? "✓ Success" : "✗ Failed", success ? "good" : "bad");
            } else {
                page.chip("Not scored", "quiet");
            }
            if (diagnosis.ending() != RunEnding.TERMINATED) {
                page.chip("End: " + diagnosis.ending().label(), "quiet");
            }
            diagnosis.failure().ifPresent(failure -> {
                page.chip("Stage: " + failure.stage().label(), "bad");
                page.chip("Fault: " + failure.fault().label(), "bad");
                failure.secondFault().ifPresent(second -> page.chip("Second fault: " + second.label(), "bad"));
            });
        });
        run.own().verdict().filter(_ -> !export.truthHidden()).ifPresent(verdict -> {
            OwnOutcome outcome = OwnOutcome.of(run.own(), export.threshold());
            page.chip("File: " + outcome.word(), switch (outcome) {
                case PASSED -> "good";
                case FAILED -> "bad";
                case OPEN, NONE -> "quiet";
            });
        });
        page.chip(run.steps().size() + (run.steps().size() == 1 ? " step" : " steps"), "quiet");
        page.close();
    }

    /// What is missing, or does not belong together, said before anything that rests on it.
    private void notices() {
        if (export.diagnosis().isEmpty()) {
            notice("Nobody diagnosed this run: the page shows what was recorded, and no findings.");
        } else if (export.diagnosis().get().task().isEmpty()) {
            notice("No task is known for this run: it is not scored, and nothing is said about targets.");
        }
        if (run.envelope() instanceof Envelope.Atif atif
                && atif.catalogue().isPresent() && export.seen().catalogue().isPresent()
                && !atif.catalogue().equals(export.seen().catalogue())) {
            notice("The run was recorded over the catalogue " + brief(atif.catalogue().get()) + ", the findings rest on another one.");
        }
        export.diagnosis().map(Diagnosis::reexecution).filter(re -> re.unknown() > 0).ifPresent(re -> notice(
                re.unknown() + " of " + re.products() + " products in the answers are not in the catalogue that the findings rest on."));
    }

    private void notice(String text) {
        page.element("p", text, "class", "notice");
    }

    private void face() {
        page.open("dl");
        page.fact("Run", run.id().sha256());
        page.fact("File", FileNames.NONE.of(run.source()));
        page.fact("Format", run.envelope().label());
        shown.flatMap(Diagnosis::assessment).ifPresent(assessment -> page.fact(
                "Recommended", assessment.recommendation().isEmpty() ? "nothing" : assessment.recommendation()));
        shown.flatMap(Diagnosis::assessment).ifPresent(assessment -> page.fact("Scores", scores(assessment.score())));
        String took = OwnWords.usage(run.usage());
        if (!took.isEmpty()) {
            page.fact("Took", took);
        }
        page.fact("Catalogue", export.seen().catalogue().orElse("not known"));
        page.fact("Similarity model", export.seen().similarity().orElse("none"));
        page.close();
    }

    private static String scores(TaskScore score) {
        return score.values().entrySet().stream()
                .map(one -> one.getKey().inText() + " " + ScoreText.figure(one.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private void contents() {
        page.open("nav", "aria-label", "Steps");
        for (var step : run.steps()) {
            page.element("a", String.valueOf(step.number()), "href", "#step-" + step.number(), "title", StepWords.of(step));
        }
        page.close();
    }

    private void evidence(FailureClass failure) {
        page.heading("verdict", "Where and how it failed").open("ul");
        for (Evidence evidence : failure.allEvidence()) {
            page.open("li").text(evidence.text());
            evidence.place().ifPresent(place -> page.text(" — ").link(place));
            page.close();
        }
        page.close();
        int deciding = shown.map(diagnosis -> diagnosis.notCompared().deciding()).orElse(0);
        if (deciding > 0) {
            page.open("p").text(deciding + (deciding == 1 ? " title" : " titles")
                    + " left uncompared, for which the similarity has no value: products that were merely seen may answer a request as"
                    + " well as the target, so that the run may have got farther than is said here.").close();
        }
        page.close();
    }

    private void annotations() {
        List<Annotation> said = export.annotations();
        if (said.isEmpty() || export.truthHidden()) {
            return;
        }
        page.heading("annotations", "Annotations");
        said.forEach(annotation -> AnnotationBlock.write(page, annotation));
        page.close();
    }

    private static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(10, fingerprint.length()));
    }
}
