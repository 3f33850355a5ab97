package org.shoptrace.core.glossary;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Names that only files have: nobody should have to read them in the window or on a page.
public final class NamesInFiles {
    private static final Pattern NAMES = Pattern.compile(
            "\\b(gt|kw|rule|have_recommend)\\b|sku & attrs|\\b[a-z]+_(retrieved|viewed|chosen|variant|missed|answer|order)\\b",
            Pattern.CASE_INSENSITIVE);

    private NamesInFiles() {}

    /// Those that stand in a text.
    public static List<String> in(String text) {
        return NAMES.matcher(text).results().map(MatchResult::group).toList();
    }
}
