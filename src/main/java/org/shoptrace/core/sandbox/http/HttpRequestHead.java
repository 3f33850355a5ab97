package org.shoptrace.core.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The first lines of an HTTP/1 request. The target is taken as it was sent: clients of the benchmark send `%`, `|` and braces bare, which
/// the JDK's own server refuses before anybody sees them.
///
/// @param method  in capitals, as it was sent
/// @param target  what follows the method, undecoded, a byte a character
/// @param later   whether it is of HTTP/1.1
/// @param headers by their names in lower case; of repeated ones the first
record HttpRequestHead(String method, String target, boolean later, Map<String, String> headers) {
    /// The longest first line: a pasted text as `q`.
    static final int LONGEST_LINE = 1 << 20;
    /// The headers together.
    static final int LONGEST_HEADERS = 64 << 10;

    private static final int END = -1;

    /// A request that is none, with the status that it is answered with.
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        UnreadableException(int status, String sentence) {
            super(sentence);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /// Reads one; empty at the end of the connection.
    ///
    /// @throws UnreadableException when it is longer than it may be, or no request
    static Optional<HttpRequestHead> read(InputStream in) throws IOException {
        Optional<String> line = line(in, LONGEST_LINE, 414);
        // A client may leave a line break behind the body before.
        if (line.isPresent() && line.get().isEmpty()) {
            line = line(in, LONGEST_LINE, 414);
        }
        if (line.isEmpty()) {
            return Optional.empty();
        }
        int first = line.get().indexOf(' ');
        int last = line.get().lastIndexOf(' ');
        String version = line.get().substring(last + 1);
        if (first <= 0 || last <= first || !version.startsWith("HTTP/1.")) {
            throw new UnreadableException(400, "this is no request of HTTP/1");
        }
        return Optional.of(new HttpRequestHead(
                line.get().substring(0, first), line.get().substring(first + 1, last).strip(), !version.equals("HTTP/1.0"), headers(in)));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        int left = LONGEST_HEADERS;
        while (true) {
            String line = line(in, left, 431).orElseThrow(() -> new UnreadableException(400, "the request ends within its headers"));
            if (line.isEmpty()) {
                return headers;
            }
            left -= line.length() + 1;
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
    }

    private static Optional<String> line(InputStream in, int longest, int status) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next == END) {
            return Optional.empty();
        }
        while (next != '\n') {
            if (next == END) {
                throw new UnreadableException(400, "the request ends within a line");
            }
            if (line.length() >= longest) {
                throw new UnreadableException(status, "the request has a line or headers that are too long");
            }
            line.append((char) next);
            next = in.read();
        }
        int length = line.length();
        return Optional.of(length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The bytes of the body that follows; empty when its length is not said.
    Optional<Long> bodyLength() {
        if (headers.containsKey("transfer-encoding")) {
            return Optional.empty();
        }
        String length = headers.getOrDefault("content-length", "0");
        return length.length() <= 18 && !length.isEmpty() && length.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Long.parseLong(length))
                : Optional.empty();
    }

    /// Whether another request may follow on the connection.
    boolean goesOn() {
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return later ? !connection.contains("close") : connection.contains("keep-alive");
    }

    /// The path, decoded.
    String path() {
        return QueryString.decoded(pathAndQuery()[0]);
    }

    QueryString query() {
        return QueryString.parse(pathAndQuery()[1]);
    }

    private String[] pathAndQuery() {
        String rest = target;
        int slashes = rest.indexOf("://");
        if (!rest.startsWith("/") && slashes > 0) {
            // A proxy's form, with the host before the path.
            int path = rest.indexOf('/', slashes + 3);
            rest = path < 0 ? "/" : rest.substring(path);
        }
        int fragment = rest.indexOf('#');
        rest = fragment < 0 ? rest : rest.substring(0, fragment);
        int question = rest.indexOf('?');
        return question < 0 ? new String[] {rest, ""} : new String[] {rest.substring(0, question), rest.substring(question + 1)};
    }

    /// The lines of a reply before its body.
    static byte[] reply(int status, Map<String, String> headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reason(status)).append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 414 -> "URI Too Long";
            case 431 -> "Request Header Fields Too Large";
            default -> "Internal Server Error";
        };
    }
}
