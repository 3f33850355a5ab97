package org.shoptrace.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Overrule;
import org.shoptrace.model.annotation.Stamp;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ConstraintMatrix;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.NotCompared;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.model.trajectory.Step;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RunPageTest {
    /// Everything that a hostile title or model could try, in every place where a text may stand.
    private static final String EVIL = "</style></title></div><script>alert(1)</script><img src=x onerror=alert(1)> \""
            + " onmouseover=\"alert(1)\" "
            + "<a href=\"javascript:alert(1)\">x</a> <base href=http://evil> ]]> --> &lt;b&gt; \u202Egpj.exe \u2066x\u2069 \u0000 \uD800 😀";
    private static final Place PLACE = new Place(1, OptionalInt.of(1));

    private static Run run(String text) throws Exception {
        String key = key(text);
        Json.Obj hit = Json.Obj.EMPTY.with("product_id", Json.of(text)).with("shop_id", Json.of(text)).with("title", Json.of(text))
                .with("price_text", Json.of(text)).with("service", Json.texts(List.of(text)));
        Json.Obj view = Json.Obj.EMPTY.with("product_id", Json.of("7")).with("description", Json.of(text))
                .with("short_description", Json.of(text))
                .with("attributes", Json.Obj.EMPTY.with(key, Json.texts(List.of(text))))
                .with("sku_options", Json.Obj.EMPTY.with("1", Json.Obj.EMPTY.with(key, Json.of(text))));
        Json calls = new Json.Arr(List.of(
                call("find_product", text, new Json.Arr(List.of(hit))), call("view_product_information", text, new Json.Arr(List.of(view))),
                call(text, text, Json.Obj.EMPTY.with(key, Json.of(text))), call("terminate", text, Json.of(text)), Json.of(text)));
        Json.Obj message = Json.Obj.EMPTY.with("user", Json.of(text)).with("think", Json.of(text)).with("tool_call", calls).with("response",
                Json.of(text));
        Json.Obj step = Json.Obj.EMPTY
                .with("completion", Json.Obj.EMPTY.with("message", message).with("reasoning_content", Json.of("r" + text)))
                .with("extra_info", Json.Obj.EMPTY.with("query", Json.of(text)));
        byte[] line = JsonWriter.compact(new Json.Arr(List.of(step))).getBytes(StandardCharsets.UTF_8);
        return RunCodec.decode(line, 0, line.length,
                new RunSource(Path.of(text.replaceAll("[^ -~]", "?").replace('/', '_').substring(0, Math.min(60, text.length()))), 3),
                text);
    }

    /// A key with half a character is not read.
    private static String key(String text) {
        return text.replace("\uD800", "");
    }

    private static Json call(String name, String text, Json result) {
        return Json.Obj.EMPTY.with("name", Json.of(name)).with("parameters", Json.Obj.EMPTY.with(key(text), Json.of(text))).with("result",
                result);
    }

    private static Diagnosis diagnosis(Run run, String text) {
        ConstraintMatrix.Cell cell = new ConstraintMatrix.Cell(
                ConstraintVerdict.Kind.SKU, text, text, Optional.of(false), text, OptionalInt.of(1), Optional.of(NearMiss.Kind.ALIAS));
        ConstraintMatrix matrix = new ConstraintMatrix(List.of(
                new ConstraintMatrix.Row(text, text, text, 1, List.of(new ConstraintMatrix.Fit(true, List.of(cell), List.of())))));
        return new Diagnosis(
                run.id(), run.source(), run.model(), run.query(), Optional.empty(), Optional.empty(),
                Optional.of(new FailureClass(
                        Stage.VIEWED_NOT_CHOSEN, Fault.WRONG_VARIANT, List.of(Evidence.at(Optional.of(PLACE), text)),
                        Optional.of(new FailureClass.Second(Fault.SHOP_SPLIT, Evidence.at(Optional.of(PLACE), "besides " + text))))),
                List.of(), List.of(), matrix, List.of(new NearMiss(PLACE, Optional.of(text), text, text, text, NearMiss.Kind.SPELLING)),
                List.of(new HealthFinding(HealthFinding.Kind.EMPTY_WEB, PLACE, text)),
                List.of(new TargetTrack(text, TargetTrack.FirstSight.NEVER, List.of(new TargetTrack.InSearch(
                        PLACE, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(4711), Optional.of(TargetTrack.HiddenBy.SORT), text,
                        OptionalInt.empty())))),
                List.of(claim(text, text, Claim.Verdict.UNOBSERVED), claim("It is " + text + ".", text, Claim.Verdict.OTHER_PRODUCT)),
                new Reexecution(List.of(new Reexecution.Call(PLACE, Reexecution.Outcome.DIFFERENT, text)), text, 2, 1),
                Optional.empty(), new Milestones(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(1)), RunEnding.STOPPED,
                new NotCompared(5, 2));
    }

    private static Claim claim(String sentence, String stated, Claim.Verdict verdict) {
        return new Claim(
                PLACE, new Span(Span.Field.THINK, 0, sentence.length(), sentence), 0, stated, Claim.Kind.PRICE, verdict, List.of(),
                Optional.of(stated), Optional.of(PLACE), stated);
    }

    private static Annotation annotation(Run run, String text) {
        Statement statement = new Statement(
                new LinkedHashSet<>(List.of(text)), text, Optional.empty(),
                new Overrule(Optional.of(Stage.CHOSEN), Optional.empty(), Optional.of(Stage.INVENTED), Optional.empty()),
                List.of(new Span(Span.Field.THINK, 0, text.length(), text)));
        return new Annotation(new Stamp("1", Instant.EPOCH, text), new Subject.OfCall(run.id(), 1, 1), statement, Occasion.UNKNOWN, true);
    }

    private static RunExport export(String text) throws Exception {
        Run run = run(text);
        return RunExport.of(run, new SeenWith(Optional.of("c".repeat(64)), Optional.of(text)))
                .with(diagnosis(run, text)).with(List.of(annotation(run, text)));
    }

    /// The page as elements: it is well-formed on purpose, so that what is element and what is text is beyond doubt.
    private static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page.substring(page.indexOf('\n')))));
    }

    private static List<Element> elements(Document page) {
        NodeList all = page.getElementsByTagName("*");
        return java.util.stream.IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    private static List<String> tags(Document page) {
        return elements(page).stream().map(element -> element.getTagName() + " " + element.getAttribute("class")).toList();
    }

    private static Set<String> shape(Document page) {
        Set<String> shape = new TreeSet<>();
        for (Element element : elements(page)) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                shape.add(element.getTagName() + " " + element.getAttributes().item(i).getNodeName());
            }
            shape.add(element.getTagName());
        }
        return shape;
    }

    @Test
    void hostileTextIsTextAndNothingElse() throws Exception {
        String page = RunPage.of(export(EVIL));
        Document evil = parse(page);
        Document plain = parse(RunPage.of(export("plain")));
        assertEquals(shape(plain), shape(evil), "the same elements with the same attributes, whatever the texts");
        assertEquals(tags(plain), tags(evil));
        for (Element element : elements(evil)) {
            assertFalse(Set.of("script", "img", "base", "iframe", "object", "form", "link").contains(element.getTagName()),
                    element::getTagName);
            assertTrue(element.getAttribute("href").isEmpty() || element.getAttribute("href").startsWith("#"),
                    () -> element.getAttribute("href"));
        }
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "it is still there to read");
        assertTrue(page.codePoints().noneMatch(c -> c == 0x202E || c == 0x2066 || c == 0), "nothing turns the text around");
        assertTrue(page.contains("[U+202E]gpj.exe"));
        assertTrue(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        String style = page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
        assertFalse(style.contains("url(") || style.contains("@import") || style.contains("alert"), "the style is our own");
    }

    @Test
    void imagesStandInThePageAndNothingIsFetched() throws Exception {
        String png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        Run plain = run("x");
        Step step = plain.steps().getFirst();
        List<Picture> pictures = List.of(
                new Picture(Optional.of(1), Optional.empty(), "data:image/png;base64," + png),
                new Picture(Optional.empty(), Optional.of(Interjection.Speaker.USER), "https://example.org/a.png?<script>"),
                new Picture(Optional.empty(), Optional.empty(), "data:image/png;base64,AAAA"),
                new Picture(Optional.empty(), Optional.empty(), "data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4="));
        Run run = new Run(plain.id(), plain.source(), plain.model(), plain.envelope(), List.of(new Step(
                1, step.query(), step.think(), step.calls(), step.response(), step.others(), pictures, step.generation(), step.content(),
                step.reasoning(), step.timestamp(), step.message(), step.source())));
        String text = RunPage.of(RunExport.of(run, new SeenWith(Optional.empty(), Optional.empty())));
        assertTrue(text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""), text);
        List<Element> images = elements(parse(text)).stream().filter(element -> element.getTagName().equals("img")).toList();
        assertEquals(List.of("data:image/png;base64," + png), images.stream().map(image -> image.getAttribute("src")).toList());
        assertTrue(((Element) images.getFirst().getParentNode().getParentNode()).getAttribute("id").equals("step-1-call-1"), text);
        assertTrue(text.contains("An image from the user, which was not fetched: <code>https://example.org/a.png?&lt;script&gt;</code>"),
                text);
        assertEquals(3, text.split("which cannot be read", -1).length, text);
    }

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        Document page = parse(RunPage.of(export("x")));
        Set<String> ids = new TreeSet<>();
        elements(page).forEach(element -> {
            if (!element.getAttribute("id").isEmpty()) {
                assertTrue(ids.add(element.getAttribute("id")), "ids are unique");
            }
        });
        assertTrue(ids.containsAll(Set.of("step-1", "step-1-call-1", "matrix", "targets", "verdict", "annotations", "claims", "health")),
                ids::toString);
        elements(page).stream().map(element -> element.getAttribute("href")).filter(href -> !href.isEmpty())
                .forEach(href -> assertTrue(ids.contains(href.substring(1)), href));
    }

    @Test
    void wrongClaimsComeFirstWithTheirSentences() throws Exception {
        Document page = parse(RunPage.of(export("TEXT")));
        Element section = elements(page).stream().filter(element -> element.getAttribute("id").equals("claims")).findFirst().orElseThrow();
        String words = section.getTextContent();
        assertTrue(words.contains("0 of 2 claims are true and had been shown to it, 1 are wrong, 1 were never shown."), words);
        assertTrue(words.indexOf("✗ " + Claim.Verdict.OTHER_PRODUCT.label()) < words.indexOf(Claim.Verdict.UNOBSERVED.label()), words);
        assertTrue(words.contains("It is TEXT."), words);
        assertTrue(words.contains("it is true of TEXT — step 1, call 1"), words);
        assertEquals(2, section.getElementsByTagName("mark").getLength());
    }

    @Test
    void theSecondFaultTheEndAndWhatWasNotComparedAreSaid() throws Exception {
        String page = RunPage.of(export("TEXT"));
        assertTrue(page.contains("Second fault: Several shops") && page.contains("besides TEXT"), page);
        assertTrue(page.contains("End: Just stops"), page);
        assertTrue(page.contains("2 titles left uncompared"), page);
    }

    @Test
    void hiddenTruthIsNotInTheFile() throws Exception {
        String page = RunPage.of(export("TEXT").hidingTruth(true));
        assertFalse(page.contains("4711") || page.contains(Stage.VIEWED_NOT_CHOSEN.label()) || page.contains(Fault.WRONG_VARIANT.label()));
        assertFalse(page.contains("besides TEXT") || page.contains("uncompared"));
        assertFalse(page.contains("id=\"targets\"") || page.contains("id=\"matrix\"") || page.contains("class=\"card target\"")
                || page.contains("Failed"));
        assertFalse(page.contains("id=\"annotations\"") || page.contains(Stage.CHOSEN.label()));
        assertTrue(page.contains("hidden") && page.contains("id=\"step-1\""));
    }

    @Test
    void longTextsAreFoldedAndWhole() throws Exception {
        String text = "long ".repeat(40_000) + "END";
        String page = RunPage.of(RunExport.of(run(text), SeenWith.UNKNOWN));
        Document parsed = parse(page);
        List<Element> details = elements(parsed).stream().filter(element -> element.getTagName().equals("details")).toList();
        assertTrue(details.size() >= 4, () -> "" + details.size());
        assertTrue(details.stream().noneMatch(element -> element.hasAttribute("open")));
        assertTrue(details.getFirst().getTextContent().endsWith("END"));
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        String page = RunPage.of(RunExport.of(run("x"), SeenWith.UNKNOWN));
        assertTrue(page.contains("Nobody diagnosed this run"));
        String known = RunPage.of(export("x"));
        assertTrue(known.contains("No task is known for this run"));
        assertTrue(known.contains("1 of 2 products in the answers are not in the catalogue"));
        assertTrue(known.contains("c".repeat(64)));
    }
}
