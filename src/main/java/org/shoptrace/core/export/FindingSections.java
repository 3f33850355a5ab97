package org.shoptrace.core.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.model.finding.Budget;
import org.shoptrace.model.finding.ConstraintMatrix.Cell;
import org.shoptrace.model.finding.ConstraintMatrix.Fit;
import org.shoptrace.model.finding.ConstraintMatrix.Row;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.score.BasketVerdict.Payment;

/// What was found that only who knows the targets can know: how every product stands to every constraint, where the targets were, the
/// basket.
final class FindingSections {
    /// How many products of a matrix are shown unfolded, the most promising first.
    private static final int UNFOLDED = 12;

    private final PageText page;
    private final Diagnosis diagnosis;
    private final Set<String> recommended;

    FindingSections(PageText page, Diagnosis diagnosis) {
        this.page = page;
        this.diagnosis = diagnosis;
        this.recommended = diagnosis.assessment().stream()
                .flatMap(assessment -> List.of(assessment.recommendation().split(",")).stream())
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    void write() {
        matrix();
        targets();
        budget();
        milestones();
        nearMisses();
    }

    private void matrix() {
        List<Row> rows = diagnosis.matrix().rows();
        if (rows.isEmpty()) {
            return;
        }
        page.heading("matrix", "Every product against every constraint");
        page.element("p", "✓ satisfied, ✗ violated, · not compared. Products that the agent came across, the most promising first.",
                "class", "muted");
        int rewards = rows.getFirst().rewards().size();
        for (int reward = 0; reward < rewards; reward++) {
            if (rewards > 1) {
                page.element("h3", "Request " + (reward + 1));
            }
            reward(rows, reward);
        }
        page.close();
    }

    private void reward(List<Row> rows, int reward) {
        List<Row> promising = new ArrayList<>(rows);
        promising.sort(Comparator.<Row>comparingLong(row -> isMarked(row, reward) ? 1 : 0)
                .thenComparingLong(row -> row.rewards().get(reward).met())
                .reversed()
                .thenComparingInt(Row::since));
        int unfolded = Math.max(UNFOLDED, (int) promising.stream().filter(row -> isMarked(row, reward)).count());
        List<Row> first = promising.subList(0, Math.min(unfolded, promising.size()));
        table(first, reward);
        if (promising.size() > first.size()) {
            page.open("details").element("summary", "All other products, " + (promising.size() - first.size()));
            table(promising.subList(first.size(), promising.size()), reward);
            page.close();
        }
    }

    private boolean isMarked(Row row, int reward) {
        return row.rewards().get(reward).target() || recommended.contains(row.productId());
    }

    private void table(List<Row> rows, int reward) {
        page.open("div", "class", "scroll").open("table").open("thead").open("tr").element("th", "Product", "scope", "col");
        for (Cell cell : cells(rows.getFirst().rewards().get(reward))) {
            page.open("th", "scope", "col").text(cell.kind().label()).element("span", cell.expected(), "class", "expected", "dir", "auto")
                    .close();
        }
        page.close().close().open("tbody");
        rows.forEach(row -> row(row, row.rewards().get(reward)));
        page.endTable();
    }

    private void row(Row row, Fit fit) {
        boolean chosen = recommended.contains(row.productId());
        page.open("tr", "class", (fit.target() ? "target" : "") + (chosen ? " chosen" : ""));
        page.open("td", "dir", "auto").element("strong", row.title().isEmpty() ? "Not in the catalogue" : row.title());
        page.open("p", "class", "muted").text(row.productId() + " · first seen in ").link(new Place(row.since(), OptionalInt.empty()));
        page.text(fit.target() ? " · target" : "").text(chosen ? " · recommended" : "").close().close();
        cells(fit).forEach(this::cell);
        page.close();
    }

    private static List<Cell> cells(Fit fit) {
        List<Cell> cells = new ArrayList<>(fit.cells());
        cells.addAll(fit.basket());
        return cells;
    }

    private void cell(Cell cell) {
        Optional<Boolean> truth = cell.truth();
        page.open("td", "class", "mark " + truth.map(met -> met ? "met" : "missed").orElse("muted"), "dir", "auto", "title",
                cell.reason());
        page.text(truth.map(met -> met ? "✓ " : "✗ ").orElse("· ")).element("span", cell.actual().isEmpty() ? "nothing" : cell.actual(),
                "class", "actual");
        cell.nearMiss().ifPresent(kind -> page.element("span", "near miss: " + kind.wireName().replace('_', ' '), "class", "miss"));
        String known = cell.visibleSince().isPresent() ? "shown in step " + cell.visibleSince().getAsInt() : "never shown to the agent";
        page.element("span", known, "class", "expected").close();
    }

    private void targets() {
        if (diagnosis.targets().isEmpty()) {
            return;
        }
        page.heading("targets", "Where the targets were");
        for (TargetTrack target : diagnosis.targets()) {
            page.element("h3", "Product " + target.productId()).open("p");
            sight("returned", target.firstSight().returned());
            sight("viewed", target.firstSight().viewed());
            sight("named", target.firstSight().named());
            sight("recommended", target.firstSight().recommended());
            page.close();
            if (target.searches().isEmpty()) {
                page.element("p", "The run has no searches.", "class", "muted");
                continue;
            }
            page.table("Search", "Page and place", "Rank by the words alone", "Why");
            for (TargetTrack.InSearch search : target.searches()) {
                page.open("tr").open("td").link(search.place()).close();
                page.cell(search.page().isPresent()
                        ? "page " + search.page().getAsInt() + ", place " + search.position().orElse(0)
                        : "absent");
                page.cell(search.rank().isPresent() ? String.format(Locale.ROOT, "%,d", search.rank().getAsInt()) : "no match");
                page.cell(search.text()).close();
            }
            page.endTable();
        }
        page.close();
    }

    private void sight(String what, Optional<Place> first) {
        page.open("span", "class", "chip").text(what + ": ");
        first.ifPresentOrElse(page::link, () -> page.text("never"));
        page.close().text(" ");
    }

    private void budget() {
        diagnosis.budget().ifPresent(budget -> {
            page.heading("budget", "The basket").open("dl");
            page.fact("Products", budget.products().isEmpty() ? "none" : String.join(", ", budget.products()));
            page.fact("Shops",
                    budget.shops().size() == 1
                            ? budget.shops().getFirst() + ", one shop"
                            : budget.shops().size() + ": " + String.join(", ", budget.shops()));
            page.fact("Total", money(budget.total()));
            budget.payment().ifPresent(payment -> payment("threshold read as ≥, as the evaluator does", payment));
            budget.strict().ifPresent(payment -> payment("threshold read as >", payment));
            budget.cap().ifPresent(cap -> page.fact("Cap of the discount", money(cap)));
            budget.remaining().ifPresent(left -> page.fact("Left of the budget", money(left)));
            budget.voucherNeeded()
                    .ifPresent(needed -> page.fact("Voucher needed", needed ? "yes" : "no, the total alone is within the budget"));
            page.fact("Best basket among what was seen", best(budget));
            page.close().close();
        });
    }

    private void payment(String reading, Payment payment) {
        String budget = Double.isNaN(payment.budget())
                ? ""
                : " of a budget of " + money(payment.budget()) + (payment.affordable() ? " ✓" : " ✗");
        page.fact(
                "To pay, " + reading,
                money(payment.toPay())
                        + (payment.voucherUsable() ? " after a discount of " + money(payment.discount()) : ", the voucher may not be used")
                        + budget);
    }

    private static String best(Budget budget) {
        return budget.best().map(best -> money(best.toPay()) + ": " + String.join(", ", best.products())).orElse("none was feasible");
    }

    private static String money(double pesos) {
        return String.format(Locale.ROOT, "₱%,.2f", pesos);
    }

    private void milestones() {
        Milestones milestones = diagnosis.milestones();
        if (milestones.equals(Milestones.NONE)) {
            return;
        }
        page.heading("milestones", "Milestones").open("ul");
        milestone(milestones.outOfSteps(), "The steps left could no longer hold what was needed after ");
        milestone(milestones.letGo(), "A fully satisfying product was seen and let go in ");
        milestone(milestones.committed(), "The last recommendation was made in ");
        page.close().close();
    }

    private void milestone(OptionalInt step, String what) {
        if (step.isPresent()) {
            page.open("li").text(what).link(new Place(step.getAsInt(), OptionalInt.empty())).close();
        }
    }

    private void nearMisses() {
        if (diagnosis.nearMisses().isEmpty()) {
            return;
        }
        page.heading("near-misses", "Near misses").table("Where", "Product", "Key", "Expected", "Actual", "Kind");
        for (NearMiss miss : diagnosis.nearMisses()) {
            page.open("tr").open("td").link(miss.place()).close();
            page.cell(miss.product().orElse("")).cell(miss.key()).cell(miss.expected()).cell(miss.actual());
            page.cell(miss.kind().wireName().replace('_', ' ')).close();
        }
        page.endTable().close();
    }
}
