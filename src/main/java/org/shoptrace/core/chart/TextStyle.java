package org.shoptrace.core.chart;

/// How a text of a chart is written.
public enum TextStyle {
    PLAIN(Ink.INK),
    MUTED(Ink.MUTED),
    STRONG(Ink.INK);

    private final Ink ink;

    TextStyle(Ink ink) {
        this.ink = ink;
    }

    public Ink ink() {
        return ink;
    }
}
