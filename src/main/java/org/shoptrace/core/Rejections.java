package org.shoptrace.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The lines of a file that could not be read: as many as anybody looks through, and of the others how many. A file may have millions
/// of bad lines, whose sentences would take more memory than its good ones.
public final class Rejections {
    /// How many are named.
    public static final int NAMED = 1000;

    private final List<Rejection> named = new ArrayList<>();
    private Path lastFile = Path.of("");
    private long lastLine;
    private long more;

    /// Takes one in.
    public void add(Rejection rejection) {
        if (named.size() < NAMED) {
            named.add(rejection);
        } else {
            more++;
            lastFile = rejection.file();
            lastLine = rejection.line();
        }
    }

    /// In the order in which they were found; the last one counts those that are not named.
    public List<Rejection> all() {
        if (more == 0) {
            return List.copyOf(named);
        }
        List<Rejection> all = new ArrayList<>(named);
        all.add(new Rejection(lastFile, lastLine,
                "the last of " + more + " more lines that cannot be read; only the first " + NAMED + " are named"));
        return all;
    }
}
