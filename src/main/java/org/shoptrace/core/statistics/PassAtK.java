package org.shoptrace.core.statistics;

/// Estimates from n trials of a task, c of them successes, of what k trials would do, each set of k being as likely.
/// pass@k: Chen et al. 2021, arXiv 2107.03374; pass^k: Yao et al. 2024 (τ-bench), arXiv 2406.12045.
public final class PassAtK {
    private PassAtK() {}

    /// pass@k = 1 − C(n−c, k) / C(n, k): at least one of k trials succeeds.
    ///
    /// @throws IllegalArgumentException when k is over n or below 1, or c is not in 0..n
    public static double any(int n, int c, int k) {
        require(n, c, k);
        // The share itself, which a difference from 1 misses by a last bit.
        return k == 1 ? (double) c / n : 1 - chosen(n, n - c, k);
    }

    /// pass^k = C(c, k) / C(n, k): all of k trials succeed.
    ///
    /// @throws IllegalArgumentException when k is over n or below 1, or c is not in 0..n
    public static double all(int n, int c, int k) {
        require(n, c, k);
        return chosen(n, c, k);
    }

    /// C(m, k) / C(n, k), as a product that does not overflow.
    private static double chosen(int n, int m, int k) {
        double share = 1;
        for (int i = 0; i < k; i++) {
            share *= Math.max(0, m - i) / (double) (n - i);
        }
        return share;
    }

    private static void require(int n, int c, int k) {
        if (k < 1 || k > n) {
            throw new IllegalArgumentException("k is " + k + ", which " + n + " trials say nothing about");
        }
        if (c < 0 || c > n) {
            throw new IllegalArgumentException(c + " successes of " + n + " trials");
        }
    }
}
