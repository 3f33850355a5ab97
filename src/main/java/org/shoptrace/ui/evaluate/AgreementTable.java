package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.shoptrace.core.evaluate.own.OwnAgreement;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.evaluate.LinkTable.Cell;
import org.shoptrace.ui.evaluate.LinkTable.Head;
import org.shoptrace.ui.evaluate.LinkTable.Link;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;

/// The files' verdicts beside the benchmark's rules: the four cells, each of which opens its runs, and kappa.
final class AgreementTable {
    private final OwnAgreement agreement;
    private final String whose;
    private final Opener open;

    AgreementTable(OwnAgreement agreement, String whose, Opener open) {
        this.agreement = agreement;
        this.whose = whose;
        this.open = open;
    }

    List<Node> nodes() {
        Label heading = Texts.heading("Beside the benchmark's rules");
        LinkTable table = new LinkTable();
        table.setId("own-and-rules");
        table.show(
                List.of(Head.words(""), Head.number("rules pass"), Head.number("rules fail")),
                List.of(
                        List.of(Cell.of("the file passes"), cell(OwnAgreement.Cell.BOTH), cell(OwnAgreement.Cell.ONLY_OWN)),
                        List.of(Cell.of("the file fails"), cell(OwnAgreement.Cell.ONLY_RULES), cell(OwnAgreement.Cell.NEITHER))));
        String kappa = agreement.kappa()
                .map(of -> String.format(
                        Locale.ROOT, "Cohen's kappa %.2f, 95 %% interval %.2f to %.2f", of.value(), of.interval().low(),
                        of.interval().high()))
                .orElse("no kappa: both know one verdict only");
        Label said = Texts.wrapped(
                "They agree on " + agreement.agreed() + " of " + Counts.of(agreement.runs().size(), "run") + " that both judge; " + kappa
                        + ". Neither is the truth, and the two are never one figure" + (whose.isEmpty() ? "." : ": " + whose + " alone."),
                "muted", "hint");
        said.setId("own-kappa");
        List<Node> nodes = new ArrayList<>(List.of(heading, table, said));
        List<RunId> differ = agreement.disagreeing();
        if (!differ.isEmpty()) {
            var link = Texts.link("Open the " + Counts.of(differ.size(), "run") + " on which they differ");
            link.setId("own-differ");
            link.setOnAction(_ -> {
                link.setVisited(false);
                open.runs("the file and the rules differ", differ, RunPlace::anywhere);
            });
            nodes.add(link);
        }
        return nodes;
    }

    private Cell cell(OwnAgreement.Cell cell) {
        List<RunId> runs = agreement.in(cell);
        String count = Counts.grouped(runs.size());
        return runs.isEmpty()
                ? Cell.of(count)
                : Cell.opening(count, new Link(
                        NodeIds.of("own-cell", cell.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        Counts.of(runs.size(), "run") + ", " + cell.label() + ". Opens them.",
                        () -> open.runs(cell.label(), runs, RunPlace::anywhere)));
    }
}
