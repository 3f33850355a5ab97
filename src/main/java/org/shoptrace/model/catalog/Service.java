package org.shoptrace.model.catalog;

import java.util.Arrays;
import java.util.Optional;

/// The services that a search can ask for. Files may hold other names; those are kept as text and never match.
public enum Service {
    OFFICIAL("official", "Official store"),
    FREE_SHIPPING("freeShipping", "Free shipping"),
    COD("COD", "Cash on delivery"),
    FLASH_SALE("flashsale", "Flash sale");

    private final String wireName;
    private final String label;

    Service(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /// The name in files and requests; case counts.
    public String wireName() {
        return wireName;
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// The service of that wire name, compared exactly; empty for an unknown one.
    public static Optional<Service> ofWireName(String name) {
        return Arrays.stream(values()).filter(service -> service.wireName.equals(name)).findFirst();
    }
}
