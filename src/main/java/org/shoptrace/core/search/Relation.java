package org.shoptrace.core.search;

/// How a number is compared.
public enum Relation {
    LESS("<"),
    AT_MOST("<="),
    EQUAL(":"),
    AT_LEAST(">="),
    MORE(">");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /// The sign in queries.
    public String sign() {
        return sign;
    }

    public boolean holds(double value, double than) {
        return switch (this) {
            case LESS -> value < than;
            case AT_MOST -> value <= than;
            case EQUAL -> value == than;
            case AT_LEAST -> value >= than;
            case MORE -> value > than;
        };
    }
}
