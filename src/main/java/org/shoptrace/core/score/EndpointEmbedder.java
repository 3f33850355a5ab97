package org.shoptrace.core.score;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Vectors from an OpenAI-compatible `/v1/embeddings`, which is how Qwen3-Embedding-0.6B itself is served.
public final class EndpointEmbedder implements Embedder {
    private static final int BATCH = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI endpoint;
    private final String model;
    private final Optional<String> key;
    private final HttpClient client;

    /// @param base  the server, with or without `/v1` or `/v1/embeddings`
    /// @param model the name that the server knows the model by
    /// @param key   sent as a bearer token
    /// @throws ShoptraceException when `base` is no HTTP address
    public EndpointEmbedder(String base, String model, Optional<String> key) throws ShoptraceException {
        this.endpoint = endpoint(base);
        this.model = model;
        this.key = key;
        this.client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ShoptraceException {
        List<float[]> vectors = new ArrayList<>();
        for (int start = 0; start < texts.size(); start += BATCH) {
            vectors.addAll(request(texts.subList(start, Math.min(start + BATCH, texts.size()))));
        }
        return vectors;
    }

    private static URI endpoint(String base) throws ShoptraceException {
        String address = base.replaceAll("/+$", "");
        if (!address.endsWith("/embeddings")) {
            address += address.endsWith("/v1") ? "/embeddings" : "/v1/embeddings";
        }
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // answered below, like every other text that is no address
        }
        throw new ShoptraceException("the endpoint is no HTTP address", base, "Give one such as http://localhost:8000");
    }

    private List<float[]> request(List<String> texts) throws ShoptraceException {
        SequencedMap<String, Json> body = new LinkedHashMap<>();
        body.put("model", Json.of(model));
        body.put("input", Json.texts(texts));
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonWriter.compact(new Json.Obj(body))));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                String said = response.body().substring(0, Math.min(200, response.body().length()));
                throw failure(
                        "answered with status " + response.statusCode() + ", " + said, "Check the model's name and SHOPTRACE_API_KEY");
            }
            return vectors(JsonReader.read(response.body()), texts.size());
        } catch (IOException e) {
            throw failure("does not answer, " + e, "Check that the server runs and can be reached", e);
        } catch (JsonSyntaxException e) {
            throw failure("did not answer with JSON, " + e.getMessage(), "Check the address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("cancelled").initCause(e);
        }
    }

    /// The vectors in the order of the input; servers may answer in another, and say so by `index`.
    private List<float[]> vectors(Json answer, int count) throws ShoptraceException {
        float[][] vectors = new float[count][];
        List<Json> data = answer instanceof Json.Obj object ? object.items("data") : List.of();
        for (int i = 0; i < data.size(); i++) {
            if (!(data.get(i) instanceof Json.Obj item)) {
                throw failure("did not answer with embeddings", "Check the address");
            }
            double index = item.get("index").orElse(Json.NULL) instanceof Json.Num number ? number.asDouble() : i;
            if (index >= 0 && index < count) {
                vectors[(int) index] = vector(item.items("embedding"));
            }
        }
        int length = vectors.length == 0 || vectors[0] == null ? 0 : vectors[0].length;
        if (length == 0 || Arrays.stream(vectors).anyMatch(vector -> vector == null || vector.length != length)) {
            throw failure("did not answer one vector of one length for each of " + count + " titles", "Check the model");
        }
        if (Arrays.stream(vectors).anyMatch(vector -> !hasDirection(vector))) {
            throw failure("answered a vector without a direction: all zeros, or no finite number", "Check the model");
        }
        return List.of(vectors);
    }

    /// A cosine with such a vector is no number, and every title would silently count as unlike.
    private static boolean hasDirection(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        return squares > 0 && Double.isFinite(squares);
    }

    private float[] vector(List<Json> numbers) throws ShoptraceException {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            if (!(numbers.get(i) instanceof Json.Num number)) {
                throw failure("answered a vector that holds more than numbers", "Check the model");
            }
            vector[i] = (float) number.asDouble();
        }
        return vector;
    }

    private ShoptraceException failure(String what, String remedy) {
        return new ShoptraceException("the embeddings endpoint " + what, endpoint + ", model " + model, remedy);
    }

    private ShoptraceException failure(String what, String remedy, Throwable cause) {
        return new ShoptraceException("the embeddings endpoint " + what, endpoint + ", model " + model, remedy, cause);
    }
}
