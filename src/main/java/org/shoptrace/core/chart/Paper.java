package org.shoptrace.core.chart;

/// What a chart is drawn on.
public enum Paper {
    LIGHT(0.4),
    DARK(0.7);

    private final double faint;

    Paper(double faint) {
        this.faint = faint;
    }

    /// How much of a faint area, of few tasks, is seen: on dark ground little light is lost sooner than on white.
    ///
    /// @return from 0 to 1
    public double faint() {
        return faint;
    }
}
