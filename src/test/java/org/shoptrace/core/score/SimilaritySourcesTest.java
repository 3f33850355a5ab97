package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;

/// Tables, endpoints and vectors as sources of title similarity.
class SimilaritySourcesTest {
    @TempDir
    private Path folder = Path.of("");

    /// An embedder that counts what it is asked: the vector of a text holds its length.
    private static final class Counting implements Embedder {
        private final List<String> asked = new ArrayList<>();
        private final String model;

        Counting(String model) {
            this.model = model;
        }

        @Override
        public String model() {
            return model;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            asked.addAll(texts);
            return texts.stream().map(text -> new float[] {text.length(), 1}).toList();
        }
    }

    @Test
    void aTableHoldsForBothOrdersAndNamesThePairThatItLacks() throws Exception {
        Path file = Files.writeString(folder.resolve("t.json"), "[{\"a\":\"x\",\"b\":\"y\",\"similarity\":0.25}]");
        TableSimilarity table = TableSimilarity.read(file);
        assertEquals(0.25, table.similarity("x", "y"));
        assertEquals(0.25, table.similarity("y", "x"));
        assertFalse(table.comparableWithPublished());
        String message = assertThrows(ShoptraceException.class, () -> table.similarity("x", "unknown title")).getMessage();
        assertTrue(message.contains("\"x\" and \"unknown title\""), message);
    }

    @Test
    void aTableOfAnotherShapeIsRefusedWithItsRow() throws Exception {
        Path file = Files.writeString(folder.resolve("t.json"), "[{\"a\":\"x\",\"b\":\"y\",\"similarity\":1},{\"a\":\"x\"}]");
        String message = assertThrows(ShoptraceException.class, () -> TableSimilarity.read(file)).getMessage();
        assertTrue(message.contains("row 2"), message);
    }

    @Test
    void aTextIsEmbeddedOnce() throws Exception {
        Counting model = new Counting("m");
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            VectorSimilarity similarity = new VectorSimilarity(model, cache, List.of());
            similarity.prepare(List.of("a", "bb", "a"));
            similarity.similarity("a", "bb");
            similarity.similarity("bb", "ccc");
        }
        try (VectorCache cache = VectorCache.open(folder, "m")) {
            new VectorSimilarity(model, cache, List.of()).similarity("a", "ccc");
        }
        assertEquals(List.of("a", "bb", "ccc"), model.asked);
    }

    @Test
    void onlyTheNameOfThePublishedModelMakesFiguresComparable() {
        assertTrue(VectorSimilarity.isPublishedModel("Qwen/Qwen3-Embedding-0.6B"));
        assertTrue(VectorSimilarity.isPublishedModel("qwen3-embedding-0.6b"));
        assertFalse(VectorSimilarity.isPublishedModel("Qwen/Qwen3-Embedding-4B"));
        assertFalse(VectorSimilarity.isPublishedModel("bge-small-en-v1.5-q"));
    }

    @Test
    void aSuitesVectorsComeBeforeItsOwnModelAndNoOther() throws Exception {
        Function<String, Optional<float[]>> suite = title -> title.equals("known") ? Optional.of(new float[] {7, 7}) : Optional.empty();
        Counting qwen = new Counting("Qwen/Qwen3-Embedding-0.6B");
        List<float[]> vectors = new SuiteVectors(suite, qwen).embed(List.of("a", "known", "bb"));
        assertEquals(List.of("a", "bb"), qwen.asked);
        assertEquals(List.of(1f, 7f, 2f), vectors.stream().map(v -> v[0]).toList());
        assertThrows(IllegalArgumentException.class, () -> new SuiteVectors(suite, new Counting("bge")));
    }

    @Test
    void anEndpointIsAskedInBatchesAndItsAnswersAreOrderedByIndex() throws Exception {
        List<Json.Obj> requests = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", exchange -> {
            try {
                Json.Obj request = (Json.Obj) JsonReader.read(exchange.getRequestBody().readAllBytes());
                requests.add(request);
                keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
                StringBuilder data = new StringBuilder("{\"data\":[");
                List<Json> inputs = request.items("input");
                for (int i = inputs.size() - 1; i >= 0; i--) {
                    data.append("{\"index\":").append(i).append(",\"embedding\":[")
                            .append(inputs.get(i).asText().orElseThrow().length()).append(",1]}").append(i > 0 ? "," : "]}");
                }
                byte[] body = data.toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (JsonSyntaxException _) {
                exchange.sendResponseHeaders(400, -1);
            }
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            List<String> texts = IntStream.range(1, 101).mapToObj("x"::repeat).toList();
            List<float[]> vectors = new EndpointEmbedder(base + "/", "some-model", Optional.of("secret")).embed(texts);
            assertEquals(texts.stream().map(t -> (float) t.length()).toList(), vectors.stream().map(v -> v[0]).toList());
            assertEquals(List.of(64, 36), requests.stream().map(r -> r.items("input").size()).toList());
            assertEquals(Optional.of("some-model"), requests.getFirst().text("model"));
            assertEquals(List.of("Bearer secret", "Bearer secret"), keys);
            assertEquals(1, new EndpointEmbedder(base + "/v1", "m", Optional.empty()).embed(List.of("x")).size());
            assertEquals(Arrays.asList((String) null), keys.subList(2, 3));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,0", "NaN,1", "1e300,1"})
    void anEndpointThatAnswersVectorsWithoutADirectionIsRefused(String numbers) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ("{\"data\":[{\"index\":0,\"embedding\":[" + numbers + "]}]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            EndpointEmbedder endpoint = new EndpointEmbedder("http://127.0.0.1:" + server.getAddress().getPort(), "m", Optional.empty());
            String message = assertThrows(ShoptraceException.class, () -> endpoint.embed(List.of("x"))).getMessage();
            assertTrue(message.contains("without a direction"), message);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anEndpointThatRefusesSaysWhatAndWhere() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "no such model".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            EndpointEmbedder endpoint = new EndpointEmbedder(base, "m", Optional.empty());
            String message = assertThrows(ShoptraceException.class, () -> endpoint.embed(List.of("x"))).getMessage();
            assertTrue(message.contains("status 404, no such model") && message.contains(base), message);
        } finally {
            server.stop(0);
        }
        EndpointEmbedder gone = new EndpointEmbedder(base, "m", Optional.empty());
        String message = assertThrows(ShoptraceException.class, () -> gone.embed(List.of("x"))).getMessage();
        assertTrue(message.contains("does not answer"), message);
        assertThrows(ShoptraceException.class, () -> new EndpointEmbedder("localhost 8000", "m", Optional.empty()));
    }
}
