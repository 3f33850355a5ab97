package org.shoptrace.model.task;

/// The four intent levels, from easy to hard. The order of the constants is the order in charts and tables.
public enum Intent {
    PRODUCT("product", "Products Finder", "One product that meets all constraints"),
    WEB("web", "Knowledge", "One product that a question about the world leads to"),
    SHOP("shop", "Multi-products seller", "Several products, all from one shop"),
    VOUCHER("voucher", "Coupon & Budget", "Several products within a budget, with a voucher");

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
