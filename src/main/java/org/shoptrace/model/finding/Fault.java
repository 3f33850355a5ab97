package org.shoptrace.model.finding;

/// What is wrong with what was recommended; of several the first counts.
public enum Fault {
    WRONG_ORDER("wrong_order", "Wrong order", "The right products, not in the order of the requests"),
    WRONG_VARIANT("wrong_variant", "Wrong variant or attribute", "It fits but for a variant or an attribute"),
    CONSTRAINT_MISSED("constraint_missed", "Price or service missed", "It fits but for the price or a service"),
    SHOP_SPLIT("shop_split", "Several shops", "Each product fits, and they are not of one shop"),
    BUDGET_MISSED("budget_missed", "Over the budget", "Each product fits, and together they cost too much"),
    KNOWLEDGE_MISSED("knowledge_missed", "Answer not in the product", "The answer does not stand in the product"),
    SCORER_DOUBT("scorer_doubt", "Title similarity alone", "All that is stated holds, and only the comparison of titles says no"),
    OTHER_PRODUCT("other_product", "Another product, or none", "Another product than was asked for, or none");

    private final String wireName;
    private final String label;
    private final String meaning;

    Fault(String wireName, String label, String meaning) {
        this.wireName = wireName;
        this.label = label;
        this.meaning = meaning;
    }

    /// The name in files.
    public String wireName() {
        return wireName;
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// What it means, a short sentence without a full stop.
    public String meaning() {
        return meaning;
    }
}
