package org.shoptrace.core.chart;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Locale;

/// The pixels in which two pictures of one size differ, and how they lie together.
///
/// @param pixels  that differ
/// @param largest how many of them touch each other at most, by a side or a corner
/// @param x       of the first one of the largest spot
/// @param y       of the same
record PixelSpots(int pixels, int largest, int x, int y) {

    /// @param more a part of a colour, or how much of the ground shows through, differs by more than this, of 255
    static PixelSpots of(BufferedImage a, BufferedImage b, int more) {
        int width = a.getWidth();
        BitSet differing = differing(a, b, more);
        int pixels = differing.cardinality();
        int largest = 0;
        int at = 0;
        for (int first = differing.nextSetBit(0); first >= 0; first = differing.nextSetBit(first)) {
            int size = cleared(first, width, differing);
            if (size > largest) {
                largest = size;
                at = first;
            }
        }
        return new PixelSpots(pixels, largest, at % width, at / width);
    }

    private static BitSet differing(BufferedImage a, BufferedImage b, int more) {
        int width = a.getWidth();
        int[] one = a.getRGB(0, 0, width, a.getHeight(), null, 0, width);
        int[] other = b.getRGB(0, 0, width, b.getHeight(), null, 0, width);
        BitSet differing = new BitSet(one.length);
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i] && differs(one[i], other[i], more)) {
                differing.set(i);
            }
        }
        return differing;
    }

    private static boolean differs(int a, int b, int more) {
        for (int shift = 0; shift <= 24; shift += 8) {
            if (Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)) > more) {
                return true;
            }
        }
        return false;
    }

    /// Takes a spot out.
    ///
    /// @return how many pixels it had
    private static int cleared(int first, int width, BitSet differing) {
        Deque<Integer> edge = new ArrayDeque<>();
        differing.clear(first);
        edge.add(first);
        int size = 0;
        while (!edge.isEmpty()) {
            int at = edge.remove();
            size++;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = at % width + dx;
                    int near = at + dy * width + dx;
                    if (x >= 0 && x < width && near >= 0 && differing.get(near)) {
                        differing.clear(near);
                        edge.add(near);
                    }
                }
            }
        }
        return size;
    }

    /// For people, a sentence without a full stop.
    String told() {
        return String.format(Locale.ROOT, "%d pixels show something else, %d of them together at %d, %d", pixels, largest, x, y);
    }
}
