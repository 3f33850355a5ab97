package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a sentence where it turns to another subject: `the first is red, whereas the second is blue`, `unlike the white one, it is red`,
/// `I considered a blue case but chose this one`.
final class Clauses {
    private static final String SUBJECT = "(?:the|a|an|another|this|that|my|your|its)\\s";
    private static final Pattern TURN = Pattern.compile(
            "(?i)[;…]|\\.{3}|\\s[–—]\\s|\\b(?:while|whereas|but|unlike|compared (?:to|with)|in contrast to|instead of|rather than|versus|vs"
                    + "|not like)\\b|,?\\s\\band\\s+(?=" + SUBJECT + "|chose\\b|took\\b|picked\\b|selected\\b|recommend)"
                    + "|,\\s+(?=(?:the|I|we)\\b)|(?<=\\)),?\\s+(?=" + SUBJECT + ")");
    /// What is set against the product that the rest of the sentence is about; it ends with its comma.
    private static final Pattern AGAINST = Pattern.compile("(?i)^\\W*(?:unlike|compared (?:to|with)|in contrast to|instead of|rather than"
            + "|versus|vs|not like)\\b");
    private static final Pattern OTHER = Pattern.compile("(?i)^\\W*(?:(?:while|whereas|but|and|unlike|compared (?:to|with)|in contrast to"
            + "|instead of|rather than|versus|vs|not like)\\s+)?(?:(?:all |some |most )?(?:of )?(?:the|an|a|another|that)\\s+)?"
            + "(?:(?:[\\w'-]+\\s+){0,3}ones?\\b(?! of)|(?:others?|rest|second|latter|former)\\b)");
    private static final Pattern PASSED_OVER = Pattern.compile(
            "(?i)\\b(?:considered|looked at|compared|rejected|skipped|passed (?:on|over)|ruled out|discarded|dismissed|ignored|dropped"
                    + "|decided against|left out|thought about|turned down)\\s+(?:\\w+\\s+)?(?:a|an|another|other|some|several|two"
                    + "|three|many)\\b|\\b(?:was|were|got|is|are) (?:ruled out|rejected|skipped|passed over|discarded|dismissed|ignored"
                    + "|dropped|left out|turned down)\\b");
    private static final Pattern SEEN = Pattern.compile("(?i)\\b(?:saw|seen|viewed|found|came across)\\s+(?:a|an|another|some)\\b");
    private static final Pattern CHOSE = Pattern.compile("(?i)\\b(?:chose|picked|took|selected|went with|recommend\\w*|settled)\\b");
    /// A part or a property of what is spoken of, and no other product.
    private static final Pattern OWN = Pattern.compile("(?i)^\\W*(?:while|whereas|but|and)\\s+(?:it|they|its|their)\\b");

    private static final Pattern END = Pattern.compile(",(?!\\d)(?!\\s*(?:which|that|who)\\b)|\\bI\\b");

    private Clauses() {}

    /// A clause: from and to, in UTF-16 units of the sentence.
    ///
    /// @param against whether it only says what the rest is set against
    record Clause(int start, int end, boolean against) {
        boolean holds(int at) {
            return start <= at && at < end;
        }
    }

    /// A sentence that is not cut.
    static Clause whole(String text) {
        return new Clause(0, text.length(), false);
    }

    static List<Clause> of(String text) {
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        boolean against = false;
        int behind = 0;
        Matcher turn = TURN.matcher(text);
        while (behind <= text.length() && turn.find(behind)) {
            int at = turn.start();
            boolean joint = AGAINST.matcher(turn.group()).find();
            if (at > from && !text.substring(from, at).isBlank()) {
                clauses.add(new Clause(from, at, against));
                from = at;
            }
            behind = turn.end();
            against = joint;
            int comma = joint ? comma(text, behind) : -1;
            if (comma > 0) {
                clauses.add(new Clause(from, comma, true));
                from = comma;
                against = false;
                behind = comma;
            }
        }
        clauses.add(new Clause(from, text.length(), against));
        return clauses;
    }

    /// Where what is set against the rest ends before the rest: at a comma or where somebody chooses.
    private static int comma(String text, int from) {
        Matcher end = END.matcher(text);
        return end.find(from) ? end.start() : -1;
    }

    /// Whether a clause that names no product speaks of another one than its neighbours do.
    static boolean isOfAnother(String text, List<Clause> clauses, int at) {
        Clause clause = clauses.get(at);
        String own = text.substring(clause.start(), clause.end());
        if (OWN.matcher(own).find()) {
            return false;
        }
        if (clause.against() || OTHER.matcher(own).find() || PASSED_OVER.matcher(own).find()) {
            return true;
        }
        boolean chosen = clauses.subList(at + 1, clauses.size()).stream()
                .anyMatch(each -> CHOSE.matcher(text.substring(each.start(), each.end())).find());
        return chosen && SEEN.matcher(own).find();
    }
}
