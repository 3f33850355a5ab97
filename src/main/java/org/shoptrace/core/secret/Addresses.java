package org.shoptrace.core.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses in texts, without what they may carry besides an address: user names, passwords, the values behind a question mark, and what
/// in a path looks like a key. Segments of a path such as `v1/embeddings`, a model's or a deployment's name stay.
public final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s\"'<>`]+");
    private static final Pattern VALUE = Pattern.compile("=[^&;#]*");
    private static final String HIDDEN = "…";

    /// Where a segment of a path is no name any more: at its first parameter or value, written plainly or with a percent sign.
    private static final Pattern PARAMETER = Pattern.compile("[;=]|%3[bBdD]");

    /// How keys start that services give out, at the start of a segment or of a part of it.
    private static final Pattern KEY = Pattern.compile(
            "(?:^|(?<=[:,@~]))(?:(?:sk|pk|rk|key|token|secret)[-_]|hf_|gsk_|gh[opsu]_|github_pat_|glpat-|xox[a-z]-|xai-|AIza|eyJ).*",
            Pattern.CASE_INSENSITIVE);

    /// Behind a segment that is called so stands a key.
    private static final Pattern NAMES_A_KEY = Pattern.compile(
            "(?:api[-_]?|access[-_]?)?(?:key|token|secret)|password|auth", Pattern.CASE_INSENSITIVE);

    /// A shorter word is too short to be told from a name.
    private static final int RANDOM = 16;
    private static final int LONGEST_WORD = 31;
    private static final String SLASHES = "://";

    private Addresses() {}

    /// A text whose addresses have `…` for user info, for values of queries and fragments and for keys in paths; other texts as they are.
    public static String masked(String text) {
        if (!text.contains(SLASHES)) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(text);
        int from = 0;
        while (matcher.find()) {
            masked.append(text, from, matcher.start()).append(address(matcher.group()));
            from = matcher.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static String address(String address) {
        int authority = address.indexOf(SLASHES) + SLASHES.length();
        int query = first(address, "?#", authority);
        int user = address.lastIndexOf('@', query - 1);
        // Behind a slash an @ belongs to the path, unless a password that nobody escaped holds the slash.
        int slash = first(address, "/", authority);
        boolean hasUser = user >= authority && (user < slash || isPassword(address.substring(authority, slash)));
        String start = address.substring(0, authority) + (hasUser ? HIDDEN : "");
        int path = hasUser ? first(address, "/", user) : slash;
        return start + server(address.substring(hasUser ? user : authority, Math.min(path, query)))
                + (path < query ? path(address.substring(path, query)) : "") + values(address.substring(query));
    }

    /// A server's name and port, which have no parameters.
    private static String server(String server) {
        Matcher parameter = PARAMETER.matcher(server);
        return parameter.find() ? server.substring(0, parameter.end()) + HIDDEN : server;
    }

    /// Whether a path has parameters or values, or a key by its start, which no address of a server needs.
    ///
    /// @param path with its slashes, as it is written
    public static boolean hasKey(String path) {
        String before = "";
        for (String segment : path.split("/", -1)) {
            if (PARAMETER.matcher(segment).find() || KEY.matcher(segment).find()
                    || NAMES_A_KEY.matcher(before).matches() && !segment.isEmpty()) {
                return true;
            }
            before = segment;
        }
        return false;
    }

    private static String path(String path) {
        StringBuilder told = new StringBuilder();
        String before = "";
        for (int from = 0; from < path.length();) {
            int end = first(path, "/", from + 1);
            String segment = path.substring(from + 1, end);
            told.append('/').append(NAMES_A_KEY.matcher(before).matches() && !segment.isEmpty() ? HIDDEN : segment(segment));
            before = segment;
            from = end;
        }
        return told.toString();
    }

    private static String segment(String segment) {
        Matcher parameter = PARAMETER.matcher(segment);
        if (parameter.find()) {
            String name = segment.substring(0, parameter.start());
            return segment(name) + (name.equals(segment(name)) ? parameter.group() + HIDDEN : "");
        }
        Matcher key = KEY.matcher(segment);
        if (key.find()) {
            return segment.substring(0, key.start()) + HIDDEN;
        }
        return isRandom(segment) ? HIDDEN : segment;
    }

    /// Whether a segment looks made by chance: capitals, small letters and digits take turns in it more often than in names, or a part of
    /// it is longer than words are.
    private static boolean isRandom(String segment) {
        if (segment.length() < RANDOM || segment.length() > 4096) {
            return segment.length() > 4096;
        }
        int turns = 0;
        int part = 0;
        int kindBefore = 0;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            int kind = c >= '0' && c <= '9' ? 1 : c >= 'a' && c <= 'z' ? 2 : c >= 'A' && c <= 'Z' ? 3 : 0;
            part = kind == 0 ? 0 : part + 1;
            // A capital before small letters begins a word.
            boolean word = kindBefore == 3 && kind == 2;
            turns += kind != 0 && kindBefore != 0 && kind != kindBefore && !word ? 1 : 0;
            kindBefore = kind;
            if (part > LONGEST_WORD) {
                return true;
            }
        }
        return turns >= 4 && turns * 6 >= segment.length();
    }

    /// Whether what stands before the first slash is no host and port: `user:pass` of `user:pass/word@host`.
    private static boolean isPassword(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon >= 0 && !authority.endsWith("]") && !authority.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String values(String query) {
        if (query.length() < 2) {
            return query;
        }
        return query.indexOf('=') < 0 ? query.charAt(0) + HIDDEN : VALUE.matcher(query).replaceAll("=" + HIDDEN);
    }

    private static int first(String text, String any, int from) {
        for (int i = from; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
