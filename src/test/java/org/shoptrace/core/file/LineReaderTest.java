package org.shoptrace.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {

    /// Gives its bytes in pieces of random length, as a pipe or a packed file does.
    private static final class Dribble extends InputStream {
        private final ByteArrayInputStream in;
        private final Random random;

        Dribble(String text, Random random) {
            this.in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            this.random = random;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int start, int count) {
            return in.read(buffer, start, Math.min(count, 1 + random.nextInt(9)));
        }
    }

    private static String text(LineReader lines) {
        return new String(lines.buffer(), lines.start(), lines.length(), StandardCharsets.UTF_8);
    }

    private static List<String> read(InputStream in, int maxLength) throws IOException {
        List<String> read = new ArrayList<>();
        try (LineReader lines = new LineReader(in, maxLength)) {
            while (lines.next()) {
                read.add(lines.number() + "@" + lines.offset() + (lines.isTooLong() ? "!" : ":" + text(lines)));
            }
        }
        return read;
    }

    @Test
    void splitsAsAPlainWalkDoesHoweverTheBytesArrive() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append("ab\n\r".charAt(random.nextInt(4)));
            }
            assertEquals(plainWalk(text.toString(), 5), read(new Dribble(text.toString(), random), 5), text::toString);
        }
    }

    private static List<String> plainWalk(String text, int maxLength) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length();) {
            int end = text.indexOf('\n', start);
            String line = end < 0 ? text.substring(start) : text.substring(start, end);
            if (end >= 0 && line.endsWith("\r")) {
                line = line.substring(0, line.length() - 1);
            }
            lines.add(lines.size() + 1 + "@" + start + (line.length() > maxLength ? "!" : ":" + line));
            start = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }

    @Test
    void keepsLinesLongerThanItsFirstBuffer() throws IOException {
        String big = "x".repeat(5 << 20);
        assertEquals(
                List.of("1@0:a", "2@2:" + big, "3@" + (3 + big.length()) + ":b"),
                read(new ByteArrayInputStream(("a\n" + big + "\nb").getBytes(StandardCharsets.UTF_8)), 10 << 20));
    }

    @Test
    void passesOverLinesBeyondTheLimitWithoutKeepingThem() throws IOException {
        String big = "x".repeat(5 << 20);
        try (LineReader lines = new LineReader(new ByteArrayInputStream((big + "\nb").getBytes(StandardCharsets.UTF_8)), 1000)) {
            assertTrue(lines.next());
            assertTrue(lines.isTooLong());
            assertTrue(lines.buffer().length < 3 << 20);
            assertTrue(lines.next());
            assertEquals("b", text(lines));
            assertEquals(big.length() + 1, lines.offset());
        }
    }

    @ParameterizedTest
    @CsvSource({"'a',false", "'a\n',true", "'a\n\n',true"})
    void tellsWhetherTheLastLineIsEnded(String text, boolean terminated) throws IOException {
        try (LineReader lines = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10)) {
            boolean last = false;
            while (lines.next()) {
                last = lines.isTerminated();
            }
            assertEquals(terminated, last);
            assertEquals(text.length(), lines.nextOffset());
            assertFalse(lines.next());
        }
    }
}
