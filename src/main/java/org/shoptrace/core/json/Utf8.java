package org.shoptrace.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Whether bytes are UTF-8, and what they are instead. The JSON library looks only at those that it makes a text of.
final class Utf8 {
    static final String NONE = "bytes that are no UTF-8";

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ABOVE_ASCII = 0x8080808080808080L;

    private Utf8() {}

    /// @throws JsonSyntaxException when they are not; it says where, and names UTF-16 and halves of characters
    static void check(byte[] bytes, int offset, int length) throws JsonSyntaxException {
        if (isWide(bytes, offset, length)) {
            boolean wrongly = length > 2 && bytes[offset] != 0 && bytes[offset + 1] != 0 && bytes[offset + 2] != 0
                    && (length == 3 || bytes[offset + 3] != 0);
            throw new JsonSyntaxException(wrongly
                    ? "this begins with the mark of UTF-16 text, but goes on as UTF-8; save it without the mark"
                    : "this is UTF-16 text, not UTF-8", 0);
        }
        int end = offset + length;
        for (int i = offset; i < end;) {
            if (bytes[i] >= 0) {
                i += i + Long.BYTES <= end && ((long) EIGHT.get(bytes, i) & ABOVE_ASCII) == 0 ? Long.BYTES : 1;
                continue;
            }
            int size = size(bytes, i, end);
            if (size == 0) {
                boolean half = (bytes[i] & 0xff) == 0xed && i + 1 < end && (bytes[i + 1] & 0xe0) == 0xa0;
                throw new JsonSyntaxException(half ? "half a character (a surrogate), which UTF-8 cannot hold" : NONE, i - offset + 1);
            }
            i += size;
        }
    }

    /// How many bytes the character has that starts at `i`; 0 when none does.
    private static int size(byte[] bytes, int i, int end) {
        int first = bytes[i] & 0xff;
        int size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || i + size > end) {
            return 0;
        }
        for (int next = 1; next < size; next++) {
            if ((bytes[i + next] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[i + 1] & 0xff;
        boolean allowed = switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
        return allowed ? size : 0;
    }

    /// JSON has no NUL among its first two bytes unless each character takes two of them.
    private static boolean isWide(byte[] bytes, int offset, int length) {
        if (length < 2) {
            return false;
        }
        int first = bytes[offset] & 0xff;
        int second = bytes[offset + 1] & 0xff;
        boolean mark = first == 0xff && second == 0xfe || first == 0xfe && second == 0xff;
        return mark || (first == 0) != (second == 0);
    }
}
