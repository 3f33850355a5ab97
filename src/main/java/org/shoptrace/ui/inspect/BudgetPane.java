package org.shoptrace.ui.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.model.finding.Budget;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Money;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.VoucherWords;

/// The basket summed up again: total, threshold under both readings, discount, cap, what is to be paid, what is left, and the best basket
/// that could have been had of what was seen.
final class BudgetPane extends VBox {
    private final GridPane table = new GridPane();

    BudgetPane(Task task, Budget budget, Links links) {
        table.setId("payment");
        table.getStyleClass().add("sum-table");
        row("Total of " + Counts.of(budget.products().size(), "product"), Money.peso(budget.total()), "sum");
        row(budget.shops().size() == 1 ? "Shop" : "Shops", budget.shops().isEmpty() ? "none" : String.join(", ", budget.shops()));
        task.voucher().ifPresent(voucher -> budget.payment().ifPresent(payment -> voucher(voucher, payment, budget)));
        getChildren().add(table);
        if (task.voucher().isPresent() && budget.payment().isEmpty()) {
            getChildren().add(Texts.wrapped("Not every request has a known product, so there is nothing to pay for.", "muted"));
        }
        budget.voucherNeeded().ifPresent(needed -> {
            Label label = Texts.wrapped(needed
                    ? "The voucher was needed: the total alone is beyond the budget."
                    : "The voucher was not needed: the total alone is within the budget.", "muted");
            label.setId("voucher-needed");
            getChildren().add(label);
        });
        getChildren().add(best(budget, links));
        getStyleClass().add("budget-pane");
    }

    /// The verdict beside the section's title.
    static List<Chip> chips(Budget budget) {
        Optional<Payment> payment = budget.payment().filter(p -> Double.isFinite(p.budget()));
        if (payment.isPresent()) {
            double pay = Math.min(payment.get().total(), payment.get().toPay());
            return List.of(payment.get().affordable()
                    ? new Chip(Money.peso(pay) + " to pay", Chip.Tone.GOOD)
                    : new Chip(Money.peso(pay) + " to pay", Chip.Tone.BAD));
        }
        return budget.shops().size() > 1 ? List.of(new Chip(budget.shops().size() + " shops", Chip.Tone.BAD)) : List.of();
    }

    private void voucher(Voucher voucher, Payment payment, Budget budget) {
        boolean strictDiffers = budget.strict().filter(strict -> strict.voucherUsable() != payment.voucherUsable()).isPresent();
        String from = voucher.threshold().map(Money::peso).orElse("none");
        row(String.format(Locale.ROOT, "Threshold %s, %s voucher", from, voucher.type()),
                payment.voucherUsable() ? "applies" : "does not apply");
        if (strictDiffers) {
            row(String.format(Locale.ROOT, "Read as “more than %s”", from), "does not apply", "muted");
        }
        row(VoucherWords.discount(voucher), payment.voucherUsable() ? Money.peso(-payment.discount()) : "not used");
        budget.cap().filter(cap -> payment.voucherUsable() && payment.discount() >= cap)
                .ifPresent(cap -> row("The cap holds", Money.peso(cap), "muted"));
        row("To pay", Money.peso(payment.toPay()), "sum", "strong");
        row("Budget", Double.isNaN(payment.budget()) ? "not stated" : Money.peso(payment.budget()));
        budget.remaining().ifPresent(left -> row(left >= 0 ? "Left over" : "Missing", Money.peso(Math.abs(left)), "sum", "strong"));
    }

    private static Region best(Budget budget, Links links) {
        if (budget.best().isEmpty()) {
            Label none = Texts.wrapped("No basket of what the searches returned would have done.", "muted");
            none.setId("best-basket");
            return none;
        }
        Budget.BestBasket best = budget.best().get();
        Flow ids = new Flow();
        ids.getStyleClass().add("finding-links");
        best.products().forEach(id -> ids.getChildren().add(links.product(id)));
        String same = best.products().equals(budget.products()) ? ", the one that was recommended" : "";
        Label words = Texts
                .wrapped(String.format(Locale.ROOT, "Best basket of what was seen: %s to pay%s", Money.peso(best.toPay()), same));
        VBox lines = new VBox(words, ids);
        lines.setId("best-basket");
        lines.setAccessibleText(words.getText() + ": " + best.products().stream().collect(Collectors.joining(", ")));
        return lines;
    }

    private void row(String what, String amount, String... styleClasses) {
        Label name = Texts.wrapped(what, styleClasses);
        Label figure = Texts.plain(amount);
        figure.getStyleClass().addAll(styleClasses);
        figure.getStyleClass().add("number");
        figure.setMinWidth(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        figure.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(name, Priority.ALWAYS);
        table.addRow(table.getRowCount(), name, figure);
    }
}
