package org.shoptrace.core.task;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// Whether a task asks for something. One that does not makes every run fail, whatever the agent does, and without a word. Every task of
/// the released sets makes sense by these rules; what is merely odd is a doubt (`core.doubt`).
final class TaskSense {
    private static final List<String> MODES = List.of(PriceRange.LESS_THAN, PriceRange.GREATER_THAN, PriceRange.BETWEEN);
    private static final int LONGEST = 60;

    private TaskSense() {}

    /// @throws IllegalArgumentException when it makes no sense; the message names the field, and what would be right
    static void require(Task task) {
        if (task.query().isBlank()) {
            throw wrong("query is empty", "write what the user asks");
        }
        if (task.intent() == Intent.VOUCHER && task.voucher().isEmpty()) {
            throw wrong("voucher is missing, and the category is voucher", "give a voucher with its budget, or another category");
        }
        if (task.knowledgeAnswer().filter(String::isBlank).isPresent()) {
            throw wrong("Knowledge_Attribute is empty", "give the answer that the product has to mention, or leave it out");
        }
        for (Reward reward : task.rewards()) {
            if (reward.productId().isBlank()) {
                throw wrong("reward.product_id is empty", "give the target's id");
            }
            reward.prices().forEach(TaskSense::requirePrice);
        }
        task.voucher().ifPresent(TaskSense::requireVoucher);
    }

    private static void requirePrice(PriceRange range) {
        String field = "reward.price." + brief(range.mode());
        if (!MODES.contains(range.mode())) {
            throw wrong(field + " is no way to hold a price", "it is less than, greater than or between");
        }
        requireNotNegative(field, range.low());
        requireNotNegative(field, range.high());
        if (range.low().isEmpty() && range.high().isEmpty()) {
            throw wrong(field + " has no bound", "give a number, null stands for the other end");
        }
        if (range.low().isPresent() && range.high().isPresent() && range.low().get().asDouble() > range.high().get().asDouble()) {
            throw wrong(
                    field + " goes from " + range.low().get().text() + " to " + range.high().get().text() + ", which no price is within",
                    "give the lower bound first");
        }
    }

    private static void requireVoucher(Voucher voucher) {
        requireWord("voucher.voucher_type", voucher.type(), Voucher.PLATFORM, Voucher.SHOP);
        requireWord("voucher.discount_type", voucher.discountType(), Voucher.FIXED, Voucher.PERCENTAGE);
        requireNotNegative("voucher.threshold", voucher.threshold());
        requireNotNegative("voucher.face_value", voucher.faceValue());
        requireNotNegative("voucher.cap", voucher.cap());
        requireNotNegative("voucher.price_after_voucher", voucher.priceAfterVoucher());
        Json.Num budget = voucher.budget()
                .orElseThrow(() -> wrong("voucher.budget is missing", "give what the user can pay, in Philippine peso"));
        if (!(budget.asDouble() > 0) || Double.isInfinite(budget.asDouble())) {
            throw wrong("voucher.budget is " + brief(budget.text()), "give what the user can pay, a number above 0");
        }
        if (voucher.discountType().equals(Voucher.FIXED) && voucher.faceValue().isEmpty()) {
            throw wrong("voucher.face_value is missing, and the discount is fixed", "give what it takes off, in Philippine peso");
        }
        if (voucher.discountType().equals(Voucher.PERCENTAGE)) {
            double share = voucher.discount().map(Json.Num::asDouble)
                    .orElseThrow(
                            () -> wrong("voucher.discount is missing, and the discount is a percentage", "give a share, such as 0.34"));
            if (!(share >= 0 && share <= 1)) {
                throw wrong("voucher.discount is " + brief(voucher.discount().get().text()), "give a share from 0 to 1, such as 0.34");
            }
        }
    }

    private static void requireWord(String field, String word, String one, String other) {
        if (!word.equals(one) && !word.equals(other)) {
            throw wrong(field + (word.isEmpty() ? " is missing or no string" : " is \"" + brief(word) + "\""),
                    "it is " + one + " or " + other);
        }
    }

    private static void requireNotNegative(String field, Optional<Json.Num> number) {
        if (number.isPresent() && !(number.get().asDouble() >= 0)) {
            throw wrong(field + " is " + brief(number.get().text()), "give a number that is not below 0");
        }
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static IllegalArgumentException wrong(String what, String right) {
        return new IllegalArgumentException(what + "; " + right);
    }
}
