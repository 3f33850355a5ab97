package org.shoptrace.core.export;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.Reexecution;

/// What was found that tells nothing of the targets: what the agent claimed, what the harness did, whether the answers can be repeated.
final class ConductSections {
    private final PageText page;
    private final Diagnosis diagnosis;

    ConductSections(PageText page, Diagnosis diagnosis) {
        this.page = page;
        this.diagnosis = diagnosis;
    }

    void write() {
        health();
        claims();
        reexecution();
    }

    private void health() {
        if (diagnosis.health().isEmpty()) {
            return;
        }
        page.heading("health", "Health").open("ul");
        for (HealthFinding finding : diagnosis.health()) {
            page.open("li").element("strong", finding.kind().label()).text(": " + finding.text() + " — ").link(finding.place()).close();
        }
        page.close().close();
    }

    private void claims() {
        // Wrong ones first.
        List<Claim> doubtful = diagnosis.claims().stream()
                .filter(claim -> claim.verdict() != Claim.Verdict.OBSERVED)
                .sorted(Comparator.comparing((Claim claim) -> !claim.verdict().isWrong()))
                .toList();
        if (diagnosis.claims().isEmpty()) {
            return;
        }
        page.heading("claims", "What the agent stated");
        long wrong = doubtful.stream().filter(claim -> claim.verdict().isWrong()).count();
        page.element("p",
                String.format(Locale.ROOT, "%d of %d claims are true and had been shown to it, %d are wrong, %d were never shown.",
                        diagnosis.claims().size() - doubtful.size(), diagnosis.claims().size(), wrong, doubtful.size() - wrong));
        if (!doubtful.isEmpty()) {
            page.table("Where", "Stated", "Verdict", "Sentence", "Because");
            for (Claim claim : doubtful) {
                page.open("tr").open("td").link(claim.place()).close();
                page.cell(claim.kind().label() + ": " + claim.text());
                page.element("td", (claim.verdict().isWrong() ? "✗ " : "") + claim.verdict().label(), "class",
                        claim.verdict().isWrong() ? "missed" : "muted");
                sentence(claim);
                page.open("td", "dir", "auto").text(claim.because());
                claim.other().ifPresent(other -> page.text("; it is true of ").element("code", other));
                claim.shown().ifPresent(shown -> page.text(" — ").link(shown));
                page.close().close();
            }
            page.endTable();
        }
        page.close();
    }

    /// The sentence, and in it what is stated where it stands there as it is.
    private void sentence(Claim claim) {
        String quote = claim.sentence().quote();
        int at = claim.text().isEmpty() ? -1 : quote.indexOf(claim.text());
        page.open("td", "dir", "auto");
        if (at < 0) {
            page.text(quote);
        } else {
            int end = at + claim.text().length();
            page.text(quote.substring(0, at)).element("mark", quote.substring(at, end)).text(quote.substring(end));
        }
        page.close();
    }

    private void reexecution() {
        Reexecution reads = diagnosis.reexecution();
        if (reads.calls().isEmpty()) {
            return;
        }
        page.heading("reexecution", "The answers, asked for again");
        page.element("p", String.format(Locale.ROOT, "%d reads by %s: %d the same, %d reordered, %d different, %d that cannot be repeated.",
                reads.calls().size(), reads.rules(), reads.count(Reexecution.Outcome.SAME), reads.count(Reexecution.Outcome.REORDERED),
                reads.count(Reexecution.Outcome.DIFFERENT), reads.count(Reexecution.Outcome.NOT_REPRODUCIBLE)));
        List<Reexecution.Call> others = reads.calls().stream().filter(call -> call.outcome() != Reexecution.Outcome.SAME).toList();
        if (!others.isEmpty()) {
            page.open("details").element("summary", "Which, " + others.size()).open("ul");
            for (Reexecution.Call call : others) {
                page.open("li").link(call.place())
                        .text(" " + call.outcome().wireName().replace('_', ' ') + (call.text().isEmpty() ? "" : ": " + call.text()))
                        .close();
            }
            page.close().close();
        }
        page.close();
    }
}
