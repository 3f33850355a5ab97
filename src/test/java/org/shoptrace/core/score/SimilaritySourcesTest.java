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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.secret.Secret;
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
        assertTrue(PublishedModel.isNamed("Qwen/Qwen3-Embedding-0.6B"));
        assertTrue(PublishedModel.isNamed("qwen3-embedding-0.6b"));
        assertFalse(PublishedModel.isNamed("Qwen/Qwen3-Embedding-4B"));
        assertFalse(PublishedModel.isNamed("bge-small-en-v1.5-q"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "qwen3-embedding:0.6b", "qwen3-embedding:0.6b-fp16", "Qwen/Qwen3-Embedding-0.6B-GGUF:Q8_0",
                    "Qwen3-Embedding-0.6B-f16.gguf",
                    "C:\\models\\Qwen3-Embedding-0.6B-Q8_0.gguf", "qwen3-embedding:0.6b-q8_0", "onnx-community/Qwen3-Embedding-0.6B-ONNX"})
    void serversCallThePublishedModelByManyNames(String name) {
        assertTrue(PublishedModel.isNamed(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "qwen3-embedding:4b", "Qwen3-Embedding-0.6B-4bit", "qwen3-embedding:0.6b-q4_k_m", "my-Qwen3-Embedding-0.6B",
                    "Qwen3-Embedding-0.6B-shopping", "Qwen3-0.6B", ""})
    void otherSizesFewerBitsAndWhatOthersMadeOfItAreOtherModels(String name) {
        assertFalse(PublishedModel.isNamed(name));
    }

    private static float[] vector(int seed) {
        float[] vector = new float[PublishedModel.DIMENSIONS];
        Random random = new Random(seed);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    /// A server that makes that vector of each text.
    private static Embedder server(String model, Function<String, float[]> vector) {
        return new Embedder() {
            @Override
            public String model() {
                return model;
            }

            @Override
            public List<float[]> embed(List<String> texts) {
                return texts.stream().map(vector).toList();
            }
        };
    }

    @Test
    void aServerOfThePublishedNameIsHeldAgainstTheVectorsOfTheTasks() throws Exception {
        Map<String, float[]> known = Map.of("a", vector(1), "b", vector(2));
        Function<String, Optional<float[]>> suite = title -> Optional.ofNullable(known.get(title));
        Function<String, float[]> right = text -> {
            float[] rounded = vector(text.equals("a") ? 1 : text.equals("b") ? 2 : 9);
            rounded[0] += 0.5f;
            return rounded;
        };
        CheckedEmbedder same = new CheckedEmbedder(server("qwen3-embedding:0.6b", right), known.keySet(), suite);
        assertTrue(same.remarks().getFirst().contains("the server was not asked"), same.remarks().toString());
        assertEquals(1, same.embed(List.of("c")).size());
        assertTrue(same.remarks().getFirst().startsWith("The server answers as qwen3-embedding:0.6b with vectors of 1,024 numbers. It is"
                + " the published model: its vectors of 2 titles are"), same.remarks().toString());

        CheckedEmbedder other = new CheckedEmbedder(server("Qwen3-Embedding-0.6B", _ -> vector(3)), known.keySet(), suite);
        String refused = assertThrows(ShoptraceException.class, () -> other.embed(List.of("c"))).getMessage();
        assertTrue(refused.contains("It is another model than Qwen3-Embedding-0.6B"), refused);

        CheckedEmbedder unchecked = new CheckedEmbedder(server("Qwen3-Embedding-0.6B", _ -> vector(3)), Set.of(), _ -> Optional.empty());
        unchecked.embed(List.of("c"));
        assertTrue(unchecked.remarks().getFirst().endsWith("no task here carries vectors to check that with."));

        EndpointCheck unnamed = CheckedEmbedder.check(server("my-model", right), known.keySet(), suite);
        assertFalse(unnamed.comparable());
        assertTrue(unnamed.told().endsWith("Call it by that name to have its figures compared."), unnamed.told());
    }

    @Test
    void vectorsOfAnotherLengthAreNotThePublishedModels() {
        CheckedEmbedder cut = new CheckedEmbedder(server("Qwen3-Embedding-0.6B", _ -> new float[256]), Set.of(), _ -> Optional.empty());
        String refused = assertThrows(ShoptraceException.class, () -> cut.embed(List.of("c"))).getMessage();
        assertTrue(refused.contains("vectors of 256 numbers, and those of Qwen3-Embedding-0.6B have 1024"), refused);
    }

    @Test
    void eachServingProgramCallsTheModelByANameThatIsRecognised() {
        for (EmbeddingServer server : EmbeddingServer.values()) {
            assertTrue(PublishedModel.isNamed(server.choice().model()), server.toString());
            assertEquals(3, server.lines().size());
            String written = server.choice().written();
            assertEquals(server.choice(), SimilarityChoice.parse(written));
            assertTrue(server.lines().getLast().endsWith(written));
        }
    }

    /// Answers everything with a status and a text.
    private static HttpServer answering(int status, String text) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @ParameterizedTest
    @CsvSource({
            "401, Incorrect key: s3cret, Put the server's key into SHOPTRACE_API_KEY", "413, no, raise its limit of tokens",
            "500, input is too large to process, raise its limit of tokens", "429, slow down, try again later",
            "404, no such model, the name that the server knows the model by"})
    void aRefusalSaysWhatToDoAndNeverTheKey(int status, String text, String remedy) throws Exception {
        HttpServer server = answering(status, text);
        try {
            EndpointEmbedder endpoint = new EndpointEmbedder(
                    "http://127.0.0.1:" + server.getAddress().getPort(), "m", key("s3cret"));
            String message = assertThrows(ShoptraceException.class, () -> endpoint.embed(List.of("x"))).getMessage();
            assertTrue(message.contains("status " + status) && message.contains(remedy), message);
            assertFalse(message.contains("s3cret"), message);
        } finally {
            server.stop(0);
        }
    }

    private static Optional<Secret> key(String value) throws ShoptraceException {
        return Secret.of(Map.of(Secret.API_KEY, value + "\r\n"), Secret.API_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://me:s3cret@localhost:8000", "http://localhost:8000/v1?key=s3cret", "http://localhost:8000/#s3cret",
                    "http://s3cret@ho st:1"})
    void anAddressThatHoldsASecretIsRefusedWithoutTellingIt(String address) {
        String message = assertThrows(
                ShoptraceException.class, () -> new EndpointEmbedder(address, "m", Optional.empty())).getMessage();
        assertTrue(message.contains("SHOPTRACE_API_KEY") || message.contains("no HTTP address"), message);
        assertFalse(message.contains("s3cret"), message);
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
            List<float[]> vectors = new EndpointEmbedder(base + "/", "some-model", key("secret")).embed(texts);
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
