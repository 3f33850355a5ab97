package org.shoptrace.ui.replay;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Money;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.VoucherWords;

/// All products of a shop or voucher task together: the checks made of them, and the sum at the till.
final class BasketCheck extends VBox {
    BasketCheck(Task task, Assessment assessment, BasketVerdict basket) {
        setId("basket-check");
        getStyleClass().add("section");
        getChildren().add(Texts.heading(task.voucher().isPresent() ? "Shop, voucher and budget" : "Shop"));
        VBox checks = new VBox();
        checks.getStyleClass().add("verdicts");
        basket.checks().forEach(check -> checks.getChildren().add(check(check)));
        getChildren().add(checks);
        basket.payment().ifPresent(payment -> getChildren().add(payment(task, assessment, payment)));
    }

    private static HBox check(BasketVerdict.Check check) {
        FontIcon sign = Icons.of(check.satisfied() ? Feather.CHECK : Feather.X);
        sign.getStyleClass().add(check.satisfied() ? "met" : "missed");
        // How many products there are is said by the reason already.
        boolean says = check.kind() != BasketVerdict.Kind.ALL_ANSWERED && !check.actual().isEmpty();
        String detail = (says ? "has " + check.actual() + " — " : "") + check.reason();
        VBox texts = new VBox(
                Texts.wrapped(check.kind().label(), "constraint-expected"),
                Texts.wrapped(detail, "muted", "small-text"));
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox row = new HBox(sign, texts);
        row.setId("basket-" + check.kind().name().toLowerCase(Locale.ROOT));
        row.getStyleClass().add("constraint");
        row.setAccessibleText("%s, %s, %s".formatted(check.kind().label(), check.satisfied() ? "met" : "missed", check.reason()));
        return row;
    }

    /// The sum as the evaluator makes it: the prices, the voucher, what is left to pay, the budget.
    private static GridPane payment(Task task, Assessment assessment, Payment payment) {
        GridPane table = new GridPane();
        table.setId("payment");
        table.getStyleClass().add("sum-table");
        assessment.products().forEach(score -> score.product().ifPresent(product ->
                row(table, "Product %d".formatted(table.getRowCount() + 1), Money.peso(product.price()), "muted")));
        row(table, "Total", Money.peso(payment.total()), "sum");
        task.voucher().ifPresent(voucher -> row(
                table,
                payment.voucherUsable() ? "Voucher: " + VoucherWords.discount(voucher) : "Voucher: " + unusable(voucher, payment),
                payment.voucherUsable() ? Money.peso(-payment.discount()) : "not used"));
        row(table, "To pay", Money.peso(payment.toPay()), "sum", "strong");
        row(table, "Budget", Double.isNaN(payment.budget()) ? "not stated" : Money.peso(payment.budget()));
        if (Double.isFinite(payment.budget())) {
            double left = payment.budget() - Math.min(payment.total(), payment.toPay());
            row(table, left >= 0 ? "Left over" : "Missing", Money.peso(Math.abs(left)), "sum", "strong");
        }
        return table;
    }

    private static String unusable(Voucher voucher, Payment payment) {
        boolean reached = voucher.threshold().map(from -> payment.total() >= from.asDouble()).orElse(true);
        return reached ? "not for these shops" : "from " + voucher.threshold().map(Money::peso).orElse("");
    }

    private static void row(GridPane table, String what, String amount, String... styleClasses) {
        Label name = Texts.wrapped(what, styleClasses);
        Label figure = new Label(amount);
        figure.getStyleClass().addAll(styleClasses);
        figure.getStyleClass().add("number");
        figure.setMinWidth(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        figure.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(name, Priority.ALWAYS);
        table.addRow(table.getRowCount(), name, figure);
    }
}
