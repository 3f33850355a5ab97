package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;

/// Where a sentence names products.
///
/// @param ids   one, or several that are named together: `A, B and C`
/// @param start the first character of the name in the sentence
/// @param end   behind it
/// @param how   by what they are known
record Mention(List<String> ids, int start, int end, How how) {
    enum How {
        ID, TITLE, ORDINAL, PRONOUN, ALL
    }

    Mention {
        ids = List.copyOf(ids);
    }

    Mention with(Mention next) {
        List<String> both = new ArrayList<>(ids);
        next.ids.stream().filter(id -> !both.contains(id)).forEach(both::add);
        return new Mention(both, start, next.end, how);
    }
}
