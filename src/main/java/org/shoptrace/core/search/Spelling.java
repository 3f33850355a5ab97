package org.shoptrace.core.search;

import java.util.List;
import java.util.Optional;

/// Which of the known names was meant by one that is not known.
final class Spelling {
    private static final int FAR = 3;
    /// Nothing longer is a slip of a known name.
    private static final int LONGEST = 80;

    private Spelling() {}

    /// The name that was probably meant; empty when none is near.
    static Optional<String> near(String written, List<String> names) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int distance = names.stream().mapToInt(name -> distance(written, name)).min().orElse(FAR);
        return names.stream()
                .filter(name -> distance(written, name) == distance && (distance < FAR || name.startsWith(written)))
                .findFirst()
                .or(() -> names.stream().filter(name -> name.startsWith(written) || name.endsWith("." + written)).findFirst());
    }

    /// How many letters have to be put in, taken out, replaced or swapped with the next.
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
