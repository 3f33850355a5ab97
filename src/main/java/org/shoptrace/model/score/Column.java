package org.shoptrace.model.score;

import java.util.List;
import org.shoptrace.model.task.Intent;

/// A figure of a task's score, named as the released evaluator names it. All are 0..1.
public enum Column {
    LENGTH("length", "1 / steps when the last step terminates"),
    FORMAT("format", "Share of well-formed steps"),
    PRODUCT("product", "Requests answered by a known product"),
    HAVE_RECOMMEND("have_recommend", "Something was recommended"),
    GT("gt", "The exact targets"),
    KW("kw", "The answer is in title or description"),
    TITLE("title", "Title"),
    RESPONSE("response", "The answer was given"),
    RULE("rule", "Constraints met"),
    PRICE("price", "Price"),
    SERVICE("service", "Service"),
    SKU_AND_ATTRIBUTES("sku & attrs", "Variant and attributes"),
    SHOP("shop", "All from one shop"),
    BUDGET("budget", "Within the budget");

    /// The columns that are counted over the constraints of a reward.
    public static final List<Column> FIELDS = List.of(TITLE, PRICE, SERVICE, SKU_AND_ATTRIBUTES);

    private final String wireName;
    private final String label;

    Column(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /// The key in files.
    public String wireName() {
        return wireName;
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// The columns of an intent, in the order of the released evaluator.
    public static List<Column> of(Intent intent) {
        return switch (intent) {
            case PRODUCT -> List.of(LENGTH, FORMAT, PRODUCT, GT, RULE, TITLE, PRICE, SERVICE, SKU_AND_ATTRIBUTES);
            case SHOP -> List.of(LENGTH, FORMAT, PRODUCT, GT, RULE, TITLE, PRICE, SERVICE, SKU_AND_ATTRIBUTES, SHOP);
            case VOUCHER -> List.of(LENGTH, FORMAT, PRODUCT, GT, RULE, TITLE, PRICE, SERVICE, SKU_AND_ATTRIBUTES, BUDGET);
            case WEB -> List.of(LENGTH, FORMAT, HAVE_RECOMMEND, GT, KW, TITLE, RESPONSE, RULE);
        };
    }

    /// Whether the column is yes or no in that intent, and so an integer in files.
    public boolean isFlag(Intent intent) {
        return switch (this) {
            case SHOP, BUDGET, HAVE_RECOMMEND, KW, RESPONSE -> true;
            case GT, TITLE -> intent == Intent.WEB;
            default -> false;
        };
    }
}
