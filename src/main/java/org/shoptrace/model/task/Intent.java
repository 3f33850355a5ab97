package org.shoptrace.model.task;

import java.util.List;

/// The four intent levels, from easy to hard, and what tasks of other benchmarks have instead. The order of the constants is the order in
/// charts and tables.
public enum Intent {
    PRODUCT("product", "Products Finder", "One product that meets all constraints"),
    WEB("web", "Knowledge", "One product that a question about the world leads to"),
    SHOP("shop", "Multi-products seller", "Several products, all from one shop"),
    VOUCHER("voucher", "Coupon & Budget", "Several products within a budget, with a voucher"),
    /// No level: the task is of another benchmark, and its run is judged by what its file says. No task that is read has it.
    OTHER("other", "Other benchmark", "A task of another benchmark, judged by its own file");

    /// The four levels.
    public static final List<Intent> LEVELS = List.of(PRODUCT, WEB, SHOP, VOUCHER);

    private final String wireName;
    private final String label;
    private final String meaning;

    Intent(String wireName, String label, String meaning) {
        this.wireName = wireName;
        this.label = label;
        this.meaning = meaning;
    }

    /// The name in file names, reports and JSON.
    public String wireName() {
        return wireName;
    }

    /// The paper's name.
    public String label() {
        return label;
    }

    /// What it means, a short sentence without a full stop.
    public String meaning() {
        return meaning;
    }
}
