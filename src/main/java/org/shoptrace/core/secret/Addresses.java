package org.shoptrace.core.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses in texts, without what they may carry besides an address: user names, passwords, and the values behind a question mark.
public final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s\"'<>`]+");
    private static final Pattern VALUE = Pattern.compile("=[^&;#]*");
    private static final String HIDDEN = "…";
    private static final String SLASHES = "://";

    private Addresses() {}

    /// A text whose addresses have `…` for user info and for values of queries and fragments; other texts as they are.
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
        return start + address.substring(hasUser ? user : authority, query) + values(address.substring(query));
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
