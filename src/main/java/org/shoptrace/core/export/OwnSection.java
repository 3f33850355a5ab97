package org.shoptrace.core.export;

import org.shoptrace.core.transcript.EndingWords;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;

/// What the run's own file says of it: whose verdict it is, its parts, why the run ended, what a judge wrote, and what it is grouped by.
final class OwnSection {
    private final PageText page;
    private final OwnRecord own;
    private final double threshold;

    /// @param threshold from which score on the run is a success, where its file gives a score alone
    OwnSection(PageText page, OwnRecord own, double threshold) {
        this.page = page;
        this.own = own;
        this.threshold = threshold;
    }

    void write() {
        if (own.verdict().isEmpty() && own.task().isEmpty() && own.metadata().isEmpty()) {
            return;
        }
        page.heading("own", "What the run's file says");
        page.open("dl");
        own.verdict().ifPresent(this::verdict);
        own.placedTask().ifPresent(task -> page.fact("Task", task));
        own.trial().ifPresent(trial -> page.fact("Trial", trial));
        own.metadata().forEach(page::fact);
        page.close();
        own.verdict().ifPresent(verdict -> {
            verdict.error().ifPresent(error -> page.element("p", "Error", "class", "kind").prose(error, "answer"));
            verdict.explanations().forEach(text -> page.element("p", "What the judge wrote", "class", "kind").prose(text, "response"));
        });
        page.close();
    }

    private void verdict(OwnVerdict verdict) {
        page.fact("By", verdict.judge());
        verdict.passed().ifPresent(passed -> page.fact("Passed", OwnWords.value(new Json.Bool(passed))));
        verdict.score().ifPresent(score -> page.fact("Score", OwnWords.number(score) + (verdict.passed().isEmpty()
                ? ", a success from " + OwnWords.number(Json.Num.of(threshold)) + " on"
                : "")));
        verdict.parts().forEach(part -> page.fact(part.name(), OwnWords.value(part.value())));
        verdict.ending().ifPresent(ending -> page.fact("Ended", EndingWords.named(ending)));
    }
}
