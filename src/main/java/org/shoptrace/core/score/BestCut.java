package org.shoptrace.core.score;

/// The threshold that decides most pairs as another model does.
///
/// @param threshold of cuts that agree alike the lowest, rounded to four decimals
/// @param agreement the share of the pairs it was chosen on that it decides alike, 0..1; 0 of no pairs
record BestCut(double threshold, double agreement) {

    /// Tries every cut between two neighbouring cosines.
    ///
    /// @param cosines rising
    /// @param alike   whether the other model finds the pair alike
    static BestCut of(double[] cosines, boolean[] alike) {
        // agreed(i): how many pairs are decided alike when the first i are not alike and the rest are
        int[] agreed = new int[cosines.length + 1];
        for (boolean one : alike) {
            agreed[0] += one ? 1 : 0;
        }
        for (int i = 0; i < cosines.length; i++) {
            agreed[i + 1] = agreed[i] + (alike[i] ? -1 : 1);
        }
        double best = 1;
        int most = -1;
        int below = 0;
        for (int i = 0; i <= cosines.length; i++) {
            double low = i == 0 ? -1 : cosines[i - 1];
            double high = i == cosines.length ? 1 : cosines[i];
            double cut = Math.round((low + high) / 2 * 10_000) / 10_000.0;
            // rounding may carry a cut over a neighbour, back or forth
            while (below > 0 && cosines[below - 1] >= cut) {
                below--;
            }
            while (below < cosines.length && cosines[below] < cut) {
                below++;
            }
            if (agreed[below] > most) {
                best = cut;
                most = agreed[below];
            }
        }
        return new BestCut(best, cosines.length == 0 ? 0 : (double) most / cosines.length);
    }
}
