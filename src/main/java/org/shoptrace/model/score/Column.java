package org.shoptrace.model.score;

import java.util.List;
import java.util.Locale;
import org.shoptrace.model.task.Intent;

/// A figure of a task's score, named as the released evaluator names it in files, and in words for people. All are 0..1.
public enum Column {
    LENGTH("length", "Brevity", "1 / number of steps where the last step ends the run, else 0"),
    FORMAT("format", "Format", "Share of well-formed steps"),
    PRODUCT("product", "Known products", "Requests answered by a product of the catalogue"),
    HAVE_RECOMMEND("have_recommend", "Recommended", "Something was recommended"),
    GT("gt", "Exact targets", "Requests answered by the very target"),
    KW("kw", "Answer in the product", "The answer stands in the product's title or description"),
    TITLE("title", "Title", "The product's title resembles the one asked for"),
    RESPONSE("response", "Answer given", "The answer stands in the product, or was said"),
    RULE("rule", "Constraints met", "Share of the constraints that the recommended products meet"),
    PRICE("price", "Price", "The price is in the range asked for"),
    SERVICE("service", "Service", "The services asked for are offered"),
    SKU_AND_ATTRIBUTES("sku & attrs", "Variant and attributes", "The variant and the attributes asked for are there"),
    SHOP("shop", "One shop", "All products are known and of one shop"),
    BUDGET("budget", "Within budget", "All products together are within the budget");

    /// The columns that are counted over the constraints of a reward.
    public static final List<Column> FIELDS = List.of(TITLE, PRICE, SERVICE, SKU_AND_ATTRIBUTES);

    private final String wireName;
    private final String label;
    private final String meaning;

    Column(String wireName, String label, String meaning) {
        this.wireName = wireName;
        this.label = label;
        this.meaning = meaning;
    }

    /// The key in files.
    public String wireName() {
        return wireName;
    }

    /// The name for people, short enough for the heading of a table.
    public String label() {
        return label;
    }

    /// What it tells, a short sentence without a full stop.
    public String meaning() {
        return meaning;
    }

    /// What a tool tip says: the meaning, and the key in files where people read another word.
    public String tip() {
        return meaning + (wireName.equalsIgnoreCase(label) ? "" : " (" + wireName + " in files)");
    }

    /// The name in the middle of a sentence, before a figure.
    public String inText() {
        return label.toLowerCase(Locale.ROOT);
    }

    /// The columns of an intent, in the order of the released evaluator.
    public static List<Column> of(Intent intent) {
        return switch (intent) {
            case PRODUCT -> List.of(LENGTH, FORMAT, PRODUCT, GT, RULE, TITLE, PRICE, SERVICE, SKU_AND_ATTRIBUTES);
            case SHOP -> List.of(LENGTH, FORMAT, PRODUCT, GT, RULE, TITLE, PRICE, SERVICE, SKU_AND_ATTRIBUTES, SHOP);
            case VOUCHER -> List.of(LENGTH, FORMAT, PRODUCT, GT, RULE, TITLE, PRICE, SERVICE, SKU_AND_ATTRIBUTES, BUDGET);
            case WEB -> List.of(LENGTH, FORMAT, HAVE_RECOMMEND, GT, KW, TITLE, RESPONSE, RULE);
            case OTHER -> List.of();
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
