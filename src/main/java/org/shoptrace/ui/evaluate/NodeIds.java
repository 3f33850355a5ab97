package org.shoptrace.ui.evaluate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Ids of nodes that are made of names found in files.
final class NodeIds {
    private NodeIds() {}

    /// The parts, joined; what a style sheet or a test could not look up becomes a hyphen. Different parts may make one id.
    static String of(String... parts) {
        return String.join("-", parts).replaceAll("[^A-Za-z0-9_]+", "-");
    }

    /// An id for each name, no two alike: of names that make one id, the later ones have a number.
    static List<String> each(String kind, List<String> names) {
        SequencedSet<String> ids = new LinkedHashSet<>();
        for (String name : names) {
            String id = of(kind, name);
            String own = id;
            for (int number = 2; !ids.add(own); number++) {
                own = id + "-" + number;
            }
        }
        return List.copyOf(ids);
    }
}
