package org.shoptrace.model.task;

/// The four intent levels, from easy to hard. The order of the constants is the order in charts and tables.
public enum Intent {
    PRODUCT("product", "Products Finder"),
    WEB("web", "Knowledge"),
    SHOP("shop", "Multi-products seller"),
    VOUCHER("voucher", "Coupon & Budget");

    private final String wireName;
    private final String label;

    Intent(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /// The name in file names, reports and JSON.
    public String wireName() {
        return wireName;
    }

    /// The paper's name.
    public String label() {
        return label;
    }
}
