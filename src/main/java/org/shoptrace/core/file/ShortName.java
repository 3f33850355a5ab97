package org.shoptrace.core.file;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// Names of files that the system takes: file systems allow 255 bytes, and a letter of another script is up to four of them.
public final class ShortName {
    /// As long as a name can be, in bytes of UTF-8.
    public static final int LONGEST = 255;

    private static final int CHECKSUM = 9;

    private ShortName() {}

    /// The name as it is, or when it is too long its beginning with a checksum of the whole, so that two long names stay two.
    ///
    /// @param bytes how long it may be, in bytes of UTF-8, at least 16
    public static String of(String name, int bytes) {
        byte[] whole = name.getBytes(StandardCharsets.UTF_8);
        if (whole.length <= bytes) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(whole);
        StringBuilder start = new StringBuilder();
        int room = bytes - CHECKSUM;
        for (int point : name.codePoints().toArray()) {
            String letter = Character.toString(point);
            room -= letter.getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            start.append(letter);
        }
        return start + "-" + HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
