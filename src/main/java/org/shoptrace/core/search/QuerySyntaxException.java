package org.shoptrace.core.search;

import java.util.Optional;
import org.shoptrace.core.ShoptraceException;

/// A question that cannot be read.
public final class QuerySyntaxException extends ShoptraceException {
    private static final long serialVersionUID = 1L;
    /// So much of a question is told, in UTF-16 units.
    private static final int LONGEST = 160;
    private final int position;
    private final transient Optional<Correction> correction;

    /// What was probably meant.
    ///
    /// @param start    from 0, what is to be replaced, in UTF-16 units
    /// @param end      exclusive
    /// @param by       the right text
    public record Correction(int start, int end, String by) {
        /// The question with the correction made.
        public String in(String query) {
            return query.substring(0, start) + by + query.substring(end);
        }
    }

    QuerySyntaxException(String what, String query, int position, String remedy, Optional<Correction> correction) {
        super(what, "character " + (position + 1) + " of " + around(query, position), remedy);
        this.position = position;
        this.correction = correction;
    }

    /// A short question whole; of a long one what stands about the place, so that the message stays a line.
    private static String around(String query, int position) {
        int from = query.length() <= LONGEST ? 0 : Math.max(0, Math.min(position, query.length()) - LONGEST / 2);
        int to = Math.min(query.length(), from + LONGEST);
        from -= from > 0 && Character.isLowSurrogate(query.charAt(from)) ? 1 : 0;
        to += to < query.length() && Character.isLowSurrogate(query.charAt(to)) ? 1 : 0;
        return (from > 0 ? "…" : "") + query.substring(from, to) + (to < query.length() ? "…" : "");
    }

    /// Where it cannot be read any further, from 0, in UTF-16 units.
    public int position() {
        return position;
    }

    public Optional<Correction> correction() {
        return correction;
    }
}
