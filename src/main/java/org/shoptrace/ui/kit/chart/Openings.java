package org.shoptrace.ui.kit.chart;

import java.util.HashMap;
import java.util.Map;
import org.shoptrace.core.chart.Datum;

/// What the marks of charts open, by their keys: a chart itself is a value, and knows keys only. Whoever draws its charts anew forgets what
/// the ones before opened.
public final class Openings {
    private final Map<String, Runnable> byKey = new HashMap<>();

    /// A mark's datum, of which is remembered what it opens.
    ///
    /// @param key of the datum, where no other mark has it; else with the next free number from 2 on, so that two names that make one key
    ///            open each their own: `bar-qwen2-5`, `bar-qwen2-5-2`
    public Datum datum(String key, String says, Runnable open) {
        String own = key;
        for (int number = 2; byKey.containsKey(own); number++) {
            own = key + "-" + number;
        }
        byKey.put(own, open);
        return new Datum(own, says);
    }

    /// The charts are drawn anew: keys are free again, and nothing is held of what was opened.
    public void forget() {
        byKey.clear();
    }

    /// Opens what stands behind a mark; nothing does behind a key that was never told, or is forgotten.
    void open(String key) {
        Runnable open = byKey.get(key);
        if (open != null) {
            open.run();
        }
    }
}
