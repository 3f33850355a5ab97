package org.shoptrace.model.finding;

/// What is wrong with what was recommended; of several the first counts.
public enum Fault {
    WRONG_ORDER("wrong_order", "Wrong order"),
    WRONG_VARIANT("wrong_variant", "Wrong variant or attribute"),
    CONSTRAINT_MISSED("constraint_missed", "Price or service missed"),
    SHOP_SPLIT("shop_split", "Several shops"),
    BUDGET_MISSED("budget_missed", "Over the budget"),
    KNOWLEDGE_MISSED("knowledge_missed", "Answer not in the product"),
    SCORER_DOUBT("scorer_doubt", "Title similarity alone"),
    OTHER_PRODUCT("other_product", "Another product, or none");

    private final String wireName;
    private final String label;

    Fault(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /// The name in files.
    public String wireName() {
        return wireName;
    }

    /// The name for people.
    public String label() {
        return label;
    }
}
