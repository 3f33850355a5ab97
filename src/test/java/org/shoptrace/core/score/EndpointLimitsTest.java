package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.secret.Secret;

/// Servers that never end, say what they should not, or answer something else: each comes to a line.
class EndpointLimitsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// A server for one test, which says what it likes on the bare connection.
    private static final class Server implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<Socket> open = new CopyOnWriteArrayList<>();
        private final List<String> heads = new CopyOnWriteArrayList<>();

        Server(Answer answer) throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try {
                        Socket one = socket.accept();
                        open.add(one);
                        Thread.ofVirtual().start(() -> serve(one, answer));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
        }

        private void serve(Socket one, Answer answer) {
            try (one) {
                BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
                String line = in.readLine();
                while (line != null && !line.isEmpty()) {
                    heads.add(line);
                    line = in.readLine();
                }
                answer.write(one.getOutputStream());
                one.getOutputStream().flush();
                // What was not read yet would break the connection before the answer is.
                one.shutdownOutput();
                in.transferTo(Writer.nullWriter());
            } catch (IOException | InterruptedException e) {
                // The client has had enough.
            }
        }

        String address() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (Socket one : open) {
                one.close();
            }
        }
    }

    @FunctionalInterface
    private interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Answer whole(String status, String body) {
        return out -> out.write(bytes("HTTP/1.1 " + status + "\r\nContent-Length: " + bytes(body).length + "\r\n\r\n" + body));
    }

    private static Answer forEver(String head, String piece, int pause) {
        return out -> {
            out.write(bytes(head));
            byte[] more = bytes(piece);
            while (true) {
                out.write(more);
                if (pause > 0) {
                    out.flush();
                    Thread.sleep(pause);
                }
            }
        };
    }

    private static String message(Answer answer, Optional<Secret> key) throws Exception {
        try (Server server = new Server(answer)) {
            EndpointEmbedder endpoint = new EndpointEmbedder(server.address(), "m", key, PATIENCE);
            String message = assertTimeoutPreemptively(Duration.ofSeconds(30),
                    () -> assertThrows(ShoptraceException.class, () -> endpoint.embed(List.of("x")))).getMessage();
            assertTrue(message.contains(server.address()), message);
            return message;
        }
    }

    static Stream<Arguments> unending() {
        String ok = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                Arguments.of("a body without end", forEver(ok + "\r\n", "[[1,".repeat(4_096), 0), "has no end"),
                Arguments.of("chunks without end",
                        forEver(ok + "Transfer-Encoding: chunked\r\n\r\n", "800\r\n".concat("1,".repeat(1_024)).concat("\r\n").repeat(99),
                                0),
                        "has no end"),
                Arguments.of("a body announced of an exabyte",
                        forEver(ok + "Content-Length: 1152921504606846976\r\n\r\n", "x".repeat(999), 0),
                        "does not answer"),
                Arguments.of("headers without end", forEver(ok, "X-More: and more\r\n".repeat(99), 0), "does not answer"),
                Arguments.of("a header line without end", forEver(ok + "X-More: ", "and more ".repeat(99), 0), "does not answer"),
                Arguments.of("a byte now and then", forEver(ok + "Content-Length: 900000\r\n\r\n", " ", 200), "longer than 2 seconds"),
                Arguments.of("a header's byte now and then", forEver(ok + "X-More: ", "a", 200), "longer than 2 seconds"),
                Arguments.of("please wait, for ever", forEver("", "HTTP/1.1 102 Processing\r\n\r\n", 50), "does not answer"),
                Arguments.of("nothing at all", (Answer) _ -> Thread.sleep(20_000), "longer than 2 seconds"),
                Arguments.of("no HTTP", (Answer) out -> out.write(bytes("SSH-2.0-OpenSSH_9.6\r\n")), "does not answer"),
                Arguments.of("an end", (Answer) _ -> {}, "does not answer"),
                Arguments.of("half a body", (Answer) out -> out.write(bytes(ok + "Content-Length: 900\r\n\r\n[")), "does not answer"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unending")
    void whatNeverEndsIsGivenUpInALine(String what, Answer answer, String says) throws Exception {
        String message = message(answer, Optional.empty());
        assertTrue(message.contains(says), what + ": " + message);
        assertFalse(message.contains("java.") || message.contains("Exception"), message);
        assertTrue(message.length() < 400, message);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("[]", "one vector"), Arguments.of("{}", "one vector"), Arguments.of("null", "one vector"),
                Arguments.of("{\"data\":[1]}", "embeddings"), Arguments.of("{\"data\":[{\"embedding\":\"AAAA\"}]}", "one vector"),
                Arguments.of("{\"data\":[{\"embedding\":[\"1\"]}]}", "more than numbers"),
                Arguments.of("{\"data\":[{\"index\":7,\"embedding\":[1]}]}", "one vector"),
                Arguments.of("<html>\u001b[2J\u0007", "JSON"), Arguments.of("", "JSON"),
                Arguments.of("{\"data\":[{\"embedding\":[1" + ",1".repeat(17_000) + "]}]}", "more"),
                Arguments.of("[1" + ",1".repeat(2_000_000) + "]", "more numbers"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anotherShapeIsRefusedInALine(String body, String says) throws Exception {
        String message = message(whole("200 OK", body), Optional.empty());
        assertTrue(message.contains(says), message);
        assertTrue(message.length() < 400, message);
        assertTrue(message.chars().noneMatch(c -> c < ' '), message);
    }

    @Test
    void aServerThatSendsOnIsNotFollowed() throws Exception {
        List<String> asked = new ArrayList<>();
        try (Server server = new Server(
                out -> out.write(bytes("HTTP/1.1 302 Found\r\nLocation: /v1/embeddings\r\nContent-Length: 0\r\n\r\n")))) {
            EndpointEmbedder endpoint = new EndpointEmbedder(server.address(), "m", Optional.empty(), PATIENCE);
            String message = assertThrows(ShoptraceException.class, () -> endpoint.embed(List.of("x"))).getMessage();
            assertTrue(message.contains("status 302") && message.contains("another address"), message);
            server.heads.stream().filter(line -> line.startsWith("POST")).forEach(asked::add);
        }
        assertEquals(1, asked.size());
    }

    @Test
    void whatAServerSaysIsCleanedBeforeItIsShown() throws Exception {
        Optional<Secret> key = Secret.of(Map.of(Secret.API_KEY, " sk-SECRET\n"), Secret.API_KEY);
        String echo = message(whole("401 Unauthorized", "Incorrect API key provided: Bearer sk-SECRET, sk-\u001b[0mSECRET"), key);
        assertTrue(echo.contains("Incorrect API key provided: Bearer …"), echo);
        assertFalse(echo.contains("SECRET"), echo);
        String owned = message(whole("500 Oops", "\u001b[2J\u001b]0;owned\u0007\u009b31mred\r\nand\u2028on\u202e" + "y".repeat(9_999)),
                key);
        assertTrue(owned.contains("status 500, red and on" + "y"), owned);
        assertFalse(owned.contains("owned"), owned);
        assertTrue(owned.length() < 500 && owned.chars().noneMatch(c -> c < ' ' || c == 0x202e || c >= 0x7f && c < 0xa0), owned);
    }

    @Test
    void theKeyIsSentTrimmed() throws Exception {
        Optional<Secret> key = Secret.of(Map.of(Secret.API_KEY, "\uFEFFsk-SECRET\r\n"), Secret.API_KEY);
        try (Server server = new Server(whole("200 OK", "{\"data\":[{\"embedding\":[1,2]}]}"))) {
            assertEquals(1, new EndpointEmbedder(server.address(), "m", key, PATIENCE).embed(List.of("x")).size());
            assertTrue(server.heads.contains("Authorization: Bearer sk-SECRET"), server.heads::toString);
        }
    }
}
