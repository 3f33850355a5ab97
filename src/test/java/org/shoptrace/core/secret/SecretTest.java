package org.shoptrace.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.ShoptraceException;

/// Secrets are used and not told.
class SecretTest {
    private static Optional<Secret> of(String value) throws ShoptraceException {
        return Secret.of(Map.of("KEY", value), "KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-1", " sk-1 ", "sk-1\n", "\r\nsk-1\r\n", "\uFEFFsk-1", "\u00A0sk-1\t"})
    void whatStandsAroundAKeyDoesNotCount(String value) throws Exception {
        assertEquals("sk-1", of(value).orElseThrow().reveal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n"})
    void whatIsBlankIsNoKey(String value) throws Exception {
        assertEquals(Optional.empty(), of(value));
        assertEquals(Optional.empty(), Secret.of(Map.of(), "KEY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-\nSECRET", "sk-é-SECRET", "sk SECRET", "sk\u0000SECRET", "sk-\uD83D\uDE00SECRET", "sk\u0085SECRET"})
    void whatCannotBeSentIsRefusedByTheNameOfItsVariable(String value) {
        String message = assertThrows(ShoptraceException.class, () -> of(value)).getMessage();
        assertTrue(message.contains("KEY"), message);
        assertFalse(message.contains("SECRET") || message.contains("sk"), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aSecretDoesNotTellItself() throws Exception {
        Secret secret = of("sk-SECRET").orElseThrow();
        assertFalse(secret.toString().contains("SECRET"));
        assertFalse(Optional.of(secret).toString().contains("SECRET"));
        assertEquals("Bearer … and …", secret.hiddenIn("Bearer sk-SECRET and sk-SECRET"));
        assertEquals("a … b", Secret.hiddenIn("a sk-SECRET b", Map.of(Secret.API_KEY, "sk-SECRET\n")));
        assertEquals("a b", Secret.hiddenIn("a b", Map.of(Secret.API_KEY, " ")));
    }

    @ParameterizedTest
    @CsvSource({
            "http://localhost:8000/v1, http://localhost:8000/v1",
            "see http://me:pass@host/v1., see http://…@host/v1.",
            "endpoint:https://token@host:1/v1, endpoint:https://…@host:1/v1",
            "endpoint:http://host/?api_key=sk-1&x=2, endpoint:http://host/?api_key=…&x=…",
            "http://host/?sk-1, http://host/?…",
            "http://host/a#token=1, http://host/a#token=…",
            "http://me:pa/ss@host/x, http://…@host/x",
            "http://me:p@ss@host/x, http://…@host/x",
            "http://host/@user/x, http://host/@user/x",
            "http://[::1]:8000/a@b, http://[::1]:8000/a@b",
            "a file.json?x=1, a file.json?x=1",
            "'endpoint:http://h:99999/;k=sk-SECRET,m', endpoint:http://h:99999/;…",
            "http://h:1;k=SECRET/v1, http://h:1;…/v1",
            "http://h/v1;key=SECRET/embeddings, http://h/v1;…/embeddings",
            "http://h/key=SECRET/v1?x=1, http://h/key=…/v1?x=…",
            "http://h/v1%3Bk%3dSECRET, http://h/v1%3B…",
            "http://h/sk-SECRET/v1, http://h/…/v1",
            "http://me:p@h/SK-SECRET/v1, http://…@h/…/v1",
            "http://h/api_key/hunter2/v1, http://h/api_key/…/v1",
            "http://h/aB3dE5fG7hI9jK1L/v1, http://h/…/v1",
            "http://h/3f9a0c1d2e4b5a697887, http://h/…",
            "http://h/550e8400-e29b-41d4-a716-446655440000/v1, http://h/…/v1",
            "http://h/bot123456:AAExq9ZkLm3PqR7sTuVw/x, http://h/…/x",
            "http://h/openai/deployments/text-embedding-3-small/embeddings, http://h/openai/deployments/text-embedding-3-small/embeddings",
            "http://h/Qwen/Qwen3-Embedding-0.6B, http://h/Qwen/Qwen3-Embedding-0.6B",
            "http://h/meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo, http://h/meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo",
            "http://h/models/gpt-4o-mini-2024-07-18, http://h/models/gpt-4o-mini-2024-07-18",
            "http://h/sentence-transformers/all-MiniLM-L6-v2, http://h/sentence-transformers/all-MiniLM-L6-v2",
            "'--a http://u:p@h --b ftp://q@w', '--a http://…@h --b ftp://…@w'",
    })
    void addressesAreToldWithoutWhatTheyCarryBesides(String text, String masked) {
        assertEquals(masked, Addresses.masked(text));
    }

    @Test
    void longTextsAreMaskedWithoutEnd() {
        String many = "http://a:b@c?d=e ".repeat(20_000);
        assertEquals("http://…@c?d=… ".repeat(20_000), Addresses.masked(many));
        assertEquals(Addresses.masked("http://" + "a".repeat(1_000_000)).length(), 1_000_007);
        assertEquals("y".repeat(200) + "…", ServerText.shown("\u001b[31m" + "y".repeat(1_000_000), Optional.empty()));
        assertEquals("", ServerText.shown("\u001b]" + "y".repeat(1_000_000), Optional.empty()));
    }
}
