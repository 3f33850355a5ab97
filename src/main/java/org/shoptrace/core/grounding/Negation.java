package org.shoptrace.core.grounding;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a sentence denies what stands at a place.
final class Negation {
    private static final Pattern NO = Pattern.compile(
            "(?i)\\b(?:not(?! only)|no(?!\\.|\\s+(?:problem|doubt|more than|less than|matter))"
                    + "|without(?! (?:\\w+ing )?(?:the |your |a |any |this )?(?:voucher|discount|it\\b))|lacks?|lacking|never"
                    + "|neither|nor|none|cannot|excluding)\\b|n['’]t\\b");
    private static final Pattern BREAK = Pattern
            .compile("(?i)[;:]|,\\s*(?:but|and|while|however|so|it|its|which|with|not)\\b|\\bbut\\b|\\bhowever\\b"
                    + "|\\band\\s+(?:it|its|is|has|costs?|comes|offers|includes)\\b|\\(|\\)");

    private Negation() {}

    static boolean denies(String text, int at) {
        String before = text.substring(0, Math.min(at, text.length()));
        int from = 0;
        Matcher matcher = BREAK.matcher(before);
        while (matcher.find()) {
            from = matcher.group().toLowerCase(Locale.ROOT).contains("not") ? matcher.start() : matcher.end();
        }
        String own = before.substring(from);
        return NO.matcher(own).results().count() % 2 == 1;
    }
}
