package org.shoptrace.app;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.Locale;

/// What a command says, made fit for a terminal: texts of runs and names of files hold escape sequences, which would set its title, clear
/// it or write over what stands there. Each character that a terminal obeys is told by its number, `\u001b`, so that one sees that it is
/// there. In an answer that is JSON this is the same character still.
final class TerminalText extends FilterWriter {
    private boolean returned;

    private TerminalText(Writer out) {
        super(out);
    }

    static PrintWriter of(PrintWriter out) {
        return new PrintWriter(new TerminalText(out), true);
    }

    @Override
    public void write(int c) throws IOException {
        char next = (char) c;
        if (returned) {
            // Windows ends a line by both; alone it goes back to the line's start, over what stands there.
            returned = false;
            out.write(next == '\n' ? "\r" : told('\r'));
        }
        if (next == '\r') {
            returned = true;
        } else if (isObeyed(next)) {
            out.write(told(next));
        } else {
            out.write(next);
        }
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
        if (!returned && isPlain(CharBuffer.wrap(text, from, count))) {
            out.write(text, from, count);
            return;
        }
        for (int i = from; i < from + count; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        if (!returned && isPlain(CharBuffer.wrap(text, from, from + count))) {
            out.write(text, from, count);
            return;
        }
        for (int i = from; i < from + count; i++) {
            write(text.charAt(i));
        }
    }

    private static boolean isPlain(CharSequence text) {
        return text.chars().noneMatch(c -> isObeyed((char) c));
    }

    /// Control characters, and those that turn the direction of what follows them.
    private static boolean isObeyed(char c) {
        boolean turns = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
        return turns || Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static String told(char c) {
        return String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
