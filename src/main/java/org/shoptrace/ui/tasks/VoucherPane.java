package org.shoptrace.ui.tasks;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Money;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.VoucherWords;

/// The voucher explained: a sentence, and the sum at the till for the targets themselves.
final class VoucherPane extends VBox {
    private final GridPane sum = new GridPane();
    private int rows;

    VoucherPane(Voucher voucher, Optional<Payment> payment) {
        setId("voucher");
        getStyleClass().add("task-section");
        sum.getStyleClass().add("voucher-sum");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints amounts = new ColumnConstraints();
        amounts.setHalignment(HPos.RIGHT);
        sum.getColumnConstraints().addAll(names, amounts);
        payment.ifPresentOrElse(known -> till(voucher, known), () -> stated(voucher));
        getChildren().addAll(Texts.heading("Voucher and budget"), Texts.wrapped(VoucherWords.sentence(voucher)), sum);
    }

    private void till(Voucher voucher, Payment payment) {
        line("The targets together", Money.peso(payment.total()), reached(voucher, payment));
        line(saving(voucher), payment.voucherUsable() ? "−" + Money.peso(payment.discount()) : "not allowed", null);
        line("To pay", Money.peso(payment.toPay()), null, "strong");
        voucher.priceAfterVoucher()
                .filter(stated -> Math.abs(stated.asDouble() - payment.toPay()) >= 0.005)
                .ifPresent(stated -> line("The task says", Money.peso(stated), new Chip("differs from the catalogue", Chip.Tone.DOUBT)));
        line("Budget", voucher.budget().map(Money::peso).orElse("not stated"), null);
        if (voucher.budget().isPresent()) {
            boolean affordable = payment.affordable();
            double left = payment.budget() - Math.min(payment.total(), payment.toPay());
            line(affordable ? "Left over" : "Missing", Money.peso(Math.abs(left)),
                    affordable ? new Chip("affordable", Chip.Tone.GOOD) : new Chip("too dear", Chip.Tone.BAD));
        }
    }

    /// Without the products only what the file says is known.
    private void stated(Voucher voucher) {
        voucher.threshold().ifPresent(threshold -> line("Valid from", Money.peso(threshold), null));
        voucher.priceAfterVoucher().ifPresent(price -> line("The targets with the voucher", Money.peso(price), null, "strong"));
        line("Budget", voucher.budget().map(Money::peso).orElse("not stated"), null);
    }

    private static Chip reached(Voucher voucher, Payment payment) {
        double threshold = voucher.threshold().map(Json.Num::asDouble).orElse(0.0);
        return payment.total() >= threshold
                ? new Chip("reaches " + Money.peso(threshold), Chip.Tone.GOOD)
                : new Chip("below " + Money.peso(threshold), Chip.Tone.BAD);
    }

    private static String saving(Voucher voucher) {
        return voucher.discount()
                .map(share -> "Voucher, " + VoucherWords.percent(share)
                        + voucher.cap().map(cap -> ", at most " + Money.peso(cap)).orElse(""))
                .orElse("Voucher");
    }

    private void line(String name, String amount, @Nullable Chip sign, String... styleClasses) {
        Label what = Texts.plain(name);
        Label figure = Texts.plain(amount);
        what.getStyleClass().addAll(styleClasses);
        figure.getStyleClass().addAll(styleClasses);
        figure.setMinWidth(USE_PREF_SIZE);
        sum.addRow(rows++, what, figure, sign == null ? new Label() : (Node) sign);
    }
}
