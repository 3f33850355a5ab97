package org.shoptrace.core.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.json.Json;

class SandboxServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static LuceneSandbox sandbox;
    private static SandboxServer server;

    @BeforeAll
    static void serve() throws Exception {
        Path documents = folder.resolve("documents.jsonl");
        try (DocumentWriter writer = new DocumentWriter(documents)) {
            for (Document document : SampleProducts.three()) {
                writer.write(document);
            }
        }
        new CatalogIndexer().build(List.of(documents), folder.resolve("catalogue"), _ -> {}, Progress.NONE);
        sandbox = LuceneSandbox.open(folder.resolve("catalogue"));
        server = SandboxServer.start(sandbox, "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "/find_product?q=wallets&page=1                        | 20 30",
                    "/find_product?q=red+lamp&page=1                       | 100 20",
                    "/find_product?q=red%20LAMP&page=1&sort=pricedesc      | 20 100",
                    "/find_product?q=caf%C3%A9&page=1                      | 30",
                    "/find_product?q=wallet&q=lamp&page=1                  | 20 30",
                    "/find_product?q=wallet&page=1&shop_id=&price=&service | 20 30",
                    "/find_product?q=wallet&page=1&service=COD             | 30",
                    "/find_product?q=red&page=1&shop_id=8                  | 100",
                    "/find_product?q=wallet&page=1&price=100.0-1%30%30     | 30",
                    "/find_product?q=wallet&page=%D9%A1                    | 20 30",
                    "/find_product?q=&page=1                               | ''",
                    "/find_product?q=the&page=1                            | ''",
                    "/find_product?q=wallet                                | ''",
                    "/find_product?page=6                                  | ''",
                    "/find_product                                         | ''",
                    "/view_product_information?product_ids=100,30,100,no   | 100 30 100",
                    "/view_product_information?product_ids=30,%20100       | 30",
                    "/view_product_information?product_ids=                | ''",
                    "/get_product_raw?product_ids=100,20                   | 100 20"
            })
    void answersWithTheProductsAskedFor(String path, String ids) throws Exception {
        HttpResponse<String> response = get(path);
        assertEquals(200, response.statusCode());
        assertEquals("application/json; charset=utf-8", response.headers().firstValue("Content-Type").orElseThrow());
        List<String> answered = ((Json.Arr) JsonReader.read(response.body()))
                .items().stream().map(product -> ((Json.Obj) product).text("product_id").orElseThrow()).toList();
        assertEquals(ids, String.join(" ", answered));
    }

    @Test
    void writesNumbersAsPythonDoes() throws Exception {
        assertEquals(
                "[{\"product_id\":\"30\",\"shop_id\":\"7\",\"title\":\"Blue"
                        + " wallet\",\"price\":100.0,\"service\":[\"COD\",\"official\"],\"sold_count\":4}]",
                get("/find_product?q=blue&page=1&service=COD").body());
        assertTrue(get("/get_product_raw?product_ids=30").body().contains("\"price\":100.0,\"sold_count\":4"));
    }

    @Test
    void tellsUsageAndHealth() throws Exception {
        assertEquals(
                "{\"/find_product\":\"q,page,shop_id,price,sort,service\",\"/view_product_information\":\"product_ids\"}", get("/").body());
        assertEquals("{\"service\":\"search-server\",\"status\":\"healthy\"}", get("/health").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/find_product?page=1", "/view_product_information", "/get_product_raw?product_id=1"})
    void answersABadRequestWithASentence(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("is missing"), response.body());
    }

    @Test
    void refusesMoreThan1024DifferentTerms() throws Exception {
        assertEquals(200, get("/find_product?page=1&price=0-1&q=" + words(1024)).statusCode());
        assertEquals(400, get("/find_product?page=1&q=" + words(1025)).statusCode());
    }

    @Test
    void knowsNoOtherPathsAndMethods() throws Exception {
        assertEquals(404, get("/find_products?q=a&page=1").statusCode());
        assertEquals(404, get("/find_product/?q=a&page=1").statusCode());
        assertEquals(405, send("POST", "/find_product?q=wallet&page=1").statusCode());
        assertEquals(405, send("DELETE", "/").statusCode());
        HttpResponse<String> options = send("OPTIONS", "/find_product");
        assertEquals(200, options.statusCode());
        assertEquals("GET, HEAD, OPTIONS", options.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void headAnswersTheHeadersOfGetAlone() throws Exception {
        HttpResponse<String> head = send("HEAD", "/find_product?q=wallet&page=1");
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        String length = Integer.toString(get("/find_product?q=wallet&page=1").body().length());
        assertEquals(length, head.headers().firstValue("Content-Length").orElseThrow());
    }

    @Test
    void saysThatAPortIsInUse() {
        int port = server.address().getPort();
        ShoptraceException failure = assertThrows(ShoptraceException.class, () -> SandboxServer.start(sandbox, "127.0.0.1", port).close());
        assertTrue(String.valueOf(failure.getMessage()).contains("127.0.0.1:" + port), failure.toString());
    }

    /// Chrome, `curl -g` and Python's urllib send these as they are; the reference answers.
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                    "/find_product?page=1&q=wallet%zz     ~ 200 ~ [", "/find_product?page=1&q=wallet|lamp    ~ 200 ~ [{",
                    "/find_product?page=1&q=wallet{b}     ~ 200 ~ [{", "/find_product?page=1&q=100%          ~ 200 ~ [",
                    "/find_product?page=1&q=wallet\\[^`\"<> ~ 200 ~ [{", "/find_product?page=1&q=%            ~ 200 ~ [",
                    "/find_product?page=1&q=wallet lamp   ~ 200 ~ [{", "/find_product?page=1&q=caf\u00c3\u00a9 ~ 200 ~ [{",
                    "http://localhost/find_product?page=1&q=wallet ~ 200 ~ [{", "/%zz ~ 404 ~ {\"error\"", "* ~ 404 ~ {\"error\"",
                    "//health ~ 404 ~ {\"error\"", "/he%61lth ~ 200 ~ {\"service\""
            })
    void whatIsSentBareIsReadAsTheReferenceReadsIt(String target, int status, String begins) throws Exception {
        String reply = raw("GET " + target.strip() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(reply.startsWith("HTTP/1.1 " + status + " "), reply);
        assertTrue(reply.contains("Content-Type: application/json; charset=utf-8\r\n"), reply);
        assertTrue(reply.substring(reply.indexOf("\r\n\r\n") + 4).startsWith(begins.strip()), reply);
    }

    @ParameterizedTest
    @CsvSource({
            "localhost, 200", "LOCALHOST:5631, 200", "127.0.0.1:1, 200", "[::1]:5631, 200", "'', 200", "a.localhost, 200",
            "host.docker.internal:5631, 200", "localhost., 200", "evil.example, 403", "evil.example:5631, 403",
            "127.0.0.1.evil.example, 403",
            "10.0.0.1, 403", "localhost.evil.example, 403"})
    void aNameOfTheWebThatPointsHereIsNotAnswered(String host, int status) throws Exception {
        String reply = raw("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertTrue(reply.startsWith("HTTP/1.1 " + status + " "), reply);
        assertTrue(reply.contains(status == 200 ? "healthy" : "\"error\""), reply);
    }

    @Test
    void whoeverListensForOthersSaysSo() throws Exception {
        assertFalse(server.isOpen());
        try (SandboxServer open = SandboxServer.start(sandbox, "0.0.0.0", 0)) {
            assertTrue(open.isOpen());
            String reply = raw(open.address().getPort(), "GET /health HTTP/1.1\r\nHost: a.name\r\nConnection: close\r\n\r\n");
            assertTrue(reply.startsWith("HTTP/1.1 200 "), reply);
        }
    }

    @Test
    void severalRequestsShareAConnection() throws Exception {
        String one = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String posted = "POST /find_product HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n1 2 3";
        String last = "GET /health HTTP/1.0\r\n\r\n";
        String replies = raw(one + posted + one + last);
        assertEquals(List.of("200", "405", "200", "200"),
                Pattern.compile("HTTP/1.1 (\\d+)").matcher(replies).results().map(found -> found.group(1)).toList());
    }

    @ParameterizedTest
    @CsvSource({"414, 2000000, 0", "431, 10, 100000", "400, -1, 0"})
    void whatIsTooLongOrNoRequestIsRefused(int status, int target, int header) throws Exception {
        String reply = raw(target < 0
                ? "hello\r\n\r\n"
                : "GET /" + "a".repeat(target) + " HTTP/1.1\r\nX: " + "b".repeat(header) + "\r\n\r\n");
        assertTrue(reply.startsWith("HTTP/1.1 " + status + " ") && reply.contains("{\"error\""), reply);
    }

    private static String raw(String request) throws Exception {
        return raw(server.address().getPort(), request);
    }

    private static String raw(int port, String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    // What is refused is not read to its end.
                }
            });
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(reply);
            } catch (SocketException e) {
                // The rest of what was refused was not read.
            }
            return reply.toString(StandardCharsets.UTF_8);
        }
    }

    private static String words(int count) {
        StringBuilder words = new StringBuilder("wallet");
        for (int i = 1; i < count; i++) {
            words.append("+w").append(i);
        }
        return words.toString();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send("GET", path);
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
