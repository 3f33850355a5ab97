package org.shoptrace.model.finding;

/// What is wrong with what was recommended, read as it was meant. The first four need every product to be right, `NOTHING` none at all; the
/// others are of a wrong product, the first that applies.
public enum Fault {
    NOTHING("nothing", "Nothing recommended", "No product was recommended at all"),
    SHOP_SPLIT("shop_split", "Several shops", "Every product is right, and they are not of one shop"),
    BUDGET_MISSED("budget_missed", "Over the budget", "Every product is right, and together they cost too much"),
    WRONG_ORDER("wrong_order", "Wrong order", "The right products, not in the order of the requests"),
    MALFORMED("malformed", "Wrong form", "The ids are written in a form that the scorer does not read as they were meant"),
    UNKNOWN_PRODUCT("unknown_product", "Unknown product", "The catalogue has no product of the id that was recommended"),
    WRONG_VARIANT("wrong_variant", "Wrong variant or attribute", "It fits but for a variant or an attribute"),
    CONSTRAINT_MISSED("constraint_missed", "Price or service missed", "It fits but for the price or a service"),
    KNOWLEDGE_MISSED("knowledge_missed", "Answer not in the product", "The answer does not stand in the product"),
    SCORER_DOUBT("scorer_doubt", "Title similarity alone", "All that is stated holds, and only the comparison of titles says no"),
    OTHER_PRODUCT("other_product", "Another product", "Another product than was asked for, or none for one of several requests");

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
