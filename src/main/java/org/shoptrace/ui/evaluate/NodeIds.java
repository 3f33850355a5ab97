package org.shoptrace.ui.evaluate;

/// Ids of nodes that are made of names found in files.
final class NodeIds {
    private NodeIds() {}

    /// The parts, joined; what a style sheet or a test could not look up becomes a hyphen.
    static String of(String... parts) {
        return String.join("-", parts).replaceAll("[^A-Za-z0-9_]+", "-");
    }
}
