package org.shoptrace.core.chart;

/// A place on a canvas, in pixels; y grows downwards.
public record Box(double x, double y, double width, double height) {
    static Box around(double x, double y, double size) {
        return new Box(x - size / 2, y - size / 2, size, size);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    /// Whether they have a part in common; boxes that only touch have none.
    public boolean intersects(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// Whether the other lies in it, its edges included.
    public boolean contains(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }
}
