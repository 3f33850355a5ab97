package org.shoptrace.core.picture;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bytes of an image that stands in its own address.
final class DataUrl {
    /// Of the address, in characters: an image of 15 MB.
    static final int LONGEST = 20_000_000;

    private static final Pattern HEAD = Pattern.compile("(?i)data:image/[\\w.+-]+(?:;[^;,]*)*;base64,");

    private DataUrl() {}

    /// The bytes; empty when the address is of another form, broken, or longer than [#LONGEST].
    static Optional<byte[]> image(String address) {
        if (address.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher head = HEAD.matcher(address);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        String content = address.substring(head.end()).replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
        try {
            return Optional.of(Base64.getDecoder().decode(content.replaceAll("\\s+", "")));
        } catch (IllegalArgumentException e) {
            // No such text: the image was cut, or is none.
            return Optional.empty();
        }
    }
}
