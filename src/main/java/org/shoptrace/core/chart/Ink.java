package org.shoptrace.core.chart;

/// The colours of charts, on light and on dark paper: those of the window's theme.
public enum Ink {
    /// Text and whiskers.
    INK("#24292f", "#c9d1d9"),
    MUTED("#57606a", "#8b949e"),
    GRID("#d0d7de", "#21262d"),
    /// Around areas.
    BORDER("#d0d7de", "#30363d"),
    PAPER("#ffffff", "#0d1117"),
    BLUE("#0969da", "#1f6feb"),
    /// On dark paper lighter than the theme's, which is hardly seen there.
    PALE_BLUE("#bbdfff", "#8fb8e8"),
    GREY("#6e7781", "#6e7681"),
    PALE_GREY("#eff1f3", "#343941"),
    PURPLE("#9a42c8", "#9a42c8"),
    TEAL("#41a9c9", "#41a9c9"),
    INDIGO("#4258c9", "#4258c9"),
    AMBER("#fba71b", "#fba71b"),
    RED("#c84164", "#c84164");

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /// The colour as `#rrggbb`.
    public String on(Paper paper) {
        return paper == Paper.LIGHT ? light : dark;
    }
}
