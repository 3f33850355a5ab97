package org.shoptrace.ui.kit.chart;

import java.util.HashMap;
import java.util.Map;
import org.shoptrace.core.chart.Datum;

/// What the marks of charts open, by their keys: a chart itself is a value, and knows keys only.
public final class Openings {
    private final Map<String, Runnable> byKey = new HashMap<>();

    /// A mark's datum, of which is remembered what it opens. The same key again replaces what was remembered.
    public Datum datum(String key, String says, Runnable open) {
        byKey.put(key, open);
        return new Datum(key, says);
    }

    /// Opens what stands behind a mark; nothing does behind a key that was never told.
    void open(String key) {
        Runnable open = byKey.get(key);
        if (open != null) {
            open.run();
        }
    }
}
