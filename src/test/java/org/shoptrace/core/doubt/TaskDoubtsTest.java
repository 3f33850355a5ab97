package org.shoptrace.core.doubt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.doubt.Doubt.Kind;
import org.shoptrace.core.doubt.SplitLeaks.Leak;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.task.Task;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

class TaskDoubtsTest {
    /// Counts that were made with another program on the public files: values with absent words, of all values, and the
    /// tasks that have one; targets of which only the title is asked, of all targets.
    @NeedsShared
    @ParameterizedTest
    @CsvSource({"product, 62, 562, 53, 11, 250", "shop, 142, 1605, 91, 18, 736", "voucher, 177, 1594, 116, 84, 714"})
    void countsAreThoseOfAnotherProgram(String file, int absent, int values, int tasks, int titles, int targets) throws Exception {
        TaskDoubts doubts = TaskDoubts.of(tasks(file));
        assertEquals(absent, doubts.of(Kind.WORDS_ABSENT).size());
        assertEquals(values, doubts.lookedAt(Kind.WORDS_ABSENT));
        assertEquals(tasks, doubts.queries(EnumSet.of(Kind.WORDS_ABSENT)).size());
        assertEquals(titles, doubts.of(Kind.TITLE_ONLY).size());
        assertEquals(targets, doubts.lookedAt(Kind.TITLE_ONLY));
    }

    @NeedsShared
    @Test
    void eighteenVouchersOfThePublicTasksAreNotNeeded() throws Exception {
        TaskDoubts doubts = TaskDoubts.of(tasks("voucher"));
        assertEquals(18, doubts.of(Kind.NEEDLESS_VOUCHER).size());
        assertEquals(250, doubts.lookedAt(Kind.NEEDLESS_VOUCHER));
        assertEquals(0, TaskDoubts.of(tasks("shop")).lookedAt(Kind.NEEDLESS_VOUCHER));
    }

    @Test
    void saysWhichWordsAreAbsentAndFromWhichConstraint() throws Exception {
        Task task = task("{'query':'a shirt in Extra small','reward':{'product_id':'1','sku_options':[{'size':'int:xs'}],"
                + "'attributes':[{'fit':['Small','loose']}]}}");
        List<Doubt> doubts = TaskDoubts.of(List.of(task)).doubts();
        assertEquals(List.of("size: int:xs", "fit: loose"), doubts.stream().map(Doubt::constraint).toList());
        assertEquals("the query does not say int, xs", doubts.getFirst().text());
        assertEquals(1, doubts.getFirst().reward().orElseThrow());
    }

    /// Counted on the public files with another program.
    @NeedsShared
    @ParameterizedTest
    @CsvSource({"product, 4, 70, 4", "shop, 7, 25, 6", "voucher, 2, 27, 2"})
    void coloursOfThePublicTasksThatContradictTheirQuery(String file, int contradicted, int targets, int tasks) throws Exception {
        TaskDoubts doubts = TaskDoubts.of(tasks(file));
        assertEquals(contradicted, doubts.of(Kind.COLOUR_CONTRADICTED).size());
        assertEquals(targets, doubts.lookedAt(Kind.COLOUR_CONTRADICTED));
        assertEquals(tasks, doubts.queries(EnumSet.of(Kind.COLOUR_CONTRADICTED)).size());
    }

    @NeedsShared
    @Test
    void aBeigePoloShirtWhoseTitleSaysWhiteIsDoubtful() throws Exception {
        Doubt doubt = TaskDoubts.of(tasks("product")).of(Kind.COLOUR_CONTRADICTED).getFirst();
        assertTrue(doubt.task().query().startsWith("Looking for a men's polo shirt in beige"), doubt.task().query());
        assertTrue(doubt.constraint().startsWith("TGY White Polo Shirt"), doubt.constraint());
        assertEquals("the query asks for beige, and its title says white", doubt.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                    // a known label error: beige or white is asked, the title is black
                    "a bag in beige or white | {'product_id':'1','title':['Bag black']} | the query asks for white, beige, and its title"
                            + " says black",
                    "a red lamp | {'product_id':'1','title':['Lamp'],'sku_options':[{'color_family':'navy blue'}]} | the query asks for"
                            + " red, and its variant is blue",
                    "a navy lamp | {'product_id':'1','title':['Lamp Blue/Grey'],'sku_options':[{'color_family':'blue'}]} |",
                    "a grey lamp | {'product_id':'1','title':['Lamp'],'attributes':[{'colour':['Gray','black']}]} |",
                    "a white lamp | {'product_id':'1','title':['Lamp cream gold']} |",
                    "a lamp that is colored | {'product_id':'1','title':['Lamp black']} |",
                    "a lamp\\n\\nMy budget is white | {'product_id':'1','title':['Lamp black']} |"})
    void anOnlyTargetIsHeldAgainstAllColoursOfItsQuery(String query, String reward, String text) throws Exception {
        assertEquals(Optional.ofNullable(text), colour("{'query':'" + query + "','reward':" + reward + "}"));
    }

    @Test
    void ofSeveralTargetsOneIsAskedTheColourThatItStates() throws Exception {
        String lamp = "{'product_id':'1','title':['Lamp black'],'sku_options':[{'color':'red'}]}";
        assertEquals(
                Optional.of("the query asks for red, and its title says black"),
                colour("{'query':'a red lamp, a white cup','reward':[" + lamp + ",{'product_id':'2','title':['Cup']}]}"));
        assertEquals(
                Optional.empty(),
                colour("{'query':'a red lamp, a black cup','reward':[" + lamp + ",{'product_id':'2','title':['Cup']}]}"),
                "which product the black is asked of is not known");
        assertEquals(
                Optional.empty(),
                colour("{'query':'a lamp, a white cup','reward':[{'product_id':'1','title':['Lamp"
                        + " black']},{'product_id':'2','title':['Cup']}]}"));
    }

    private static Optional<String> colour(String task) throws Exception {
        return TaskDoubts.of(List.of(task(task))).of(Kind.COLOUR_CONTRADICTED).stream().map(Doubt::text).findFirst();
    }

    @Test
    void aPercentageVoucherIsTurnedBackWithAndWithoutItsCap() throws Exception {
        // 100 less 20 % is 80; less at most 10 it is 90
        assertEquals(1, needless("'discount':0.2,'cap':null,'price_after_voucher':80,'budget':100"));
        assertEquals(0, needless("'discount':0.2,'cap':null,'price_after_voucher':80,'budget':99"));
        assertEquals(1, needless("'discount':0.2,'cap':10,'price_after_voucher':90,'budget':100"));
        assertEquals(0, needless("'discount':0.2,'cap':10,'price_after_voucher':90,'budget':99"));
    }

    @Test
    void duplicatesAreToldByQueryAndByTargets() throws Exception {
        TaskDoubts doubts = TaskDoubts.of(List.of(
                task("{'query':'a','reward':{'product_id':'1','price':[{'less than':[null,5]}]}}"),
                task("{'query':'a','reward':{'product_id':'2','price':[{'less than':[null,5]}]}}"),
                task("{'query':'b','reward':{'product_id':'2','price':[{'less than':[null,5]}]}}"),
                task("{'query':'c','reward':{'product_id':'3'}}")));
        assertEquals(2, doubts.of(Kind.DUPLICATE_QUERY).size());
        assertEquals(List.of("a", "b"), List.copyOf(doubts.queries(EnumSet.of(Kind.DUPLICATE_TARGETS))));
        assertEquals(List.of("c"), List.copyOf(doubts.queries(EnumSet.of(Kind.NO_CONSTRAINT))));
    }

    @Test
    void whatSplitsShareIsCountedFromBothSides() throws Exception {
        SequencedMap<String, List<Task>> splits = new LinkedHashMap<>();
        splits.put("train", List.of(
                task("{'query':'Red shoes!','reward':{'product_id':'1'}}"),
                task("{'query':'q','Knowledge_Attribute':'Violin','reward':{'product_id':'5','shop_id':'s9','title':'t'}}")));
        splits.put("test", List.of(
                task("{'query':'red  SHOES','reward':{'product_id':'2'}}"),
                task("{'query':'x','reward':{'product_id':'1'}}"),
                task("{'query':'y','Knowledge_Attribute':'violin','reward':{'product_id':'6','shop_id':'s9','title':'t'}}")));
        splits.put("other", List.of(task("{'query':'z','reward':{'product_id':'9'}}")));
        List<Leak> leaks = SplitLeaks.of(splits, _ -> Optional.empty()).leaks();
        assertEquals(
                List.of(SplitLeaks.Kind.QUERY, SplitLeaks.Kind.PRODUCT, SplitLeaks.Kind.SHOP, SplitLeaks.Kind.ANSWER),
                leaks.stream().map(Leak::kind).toList());
        assertTrue(leaks.stream().allMatch(leak -> leak.a().equals("train") && leak.b().equals("test")));
        assertEquals(Map.of("red shoes", List.of("Red shoes!")), leaks.getFirst().shared());
        Leak product = leaks.get(1);
        assertEquals(List.of(1, 2, 1, 3), List.of(product.tasksA(), product.ofA(), product.tasksB(), product.ofB()));
        assertEquals(List.of("s9"), List.copyOf(leaks.get(2).shared().keySet()));
    }

    @Test
    void queriesThatShareMostOfTheirWordsAreFoundWhateverTheVouchersTermsSay() throws Exception {
        String terms = "\\n\\nMy budget is only `425`, but I have a voucher with the following rules of the shop and all products.";
        SequencedMap<String, List<Task>> splits = new LinkedHashMap<>();
        splits.put("a", List.of(
                task("{'query':'one two three four five six seven eight nine','reward':{'product_id':'1'}}"),
                task("{'query':'alpha beta" + terms + "','reward':{'product_id':'2'}}")));
        splits.put("b", List.of(
                task("{'query':'Nine, eight seven six five four three two ten','reward':{'product_id':'3'}}"),
                task("{'query':'one two three four five six seven other words','reward':{'product_id':'4'}}"),
                task("{'query':'gamma delta" + terms + "','reward':{'product_id':'5'}}")));
        List<Leak> leaks = SplitLeaks.of(splits, _ -> Optional.empty()).leaks();
        assertEquals(List.of(SplitLeaks.Kind.SIMILAR_QUERY), leaks.stream().map(Leak::kind).toList());
        assertEquals(
                Map.of("one two three four five six seven eight nine", List.of("Nine, eight seven six five four three two ten")),
                leaks.getFirst().shared(), "eight of ten words are in both");
        assertEquals(List.of(1, 1), List.of(leaks.getFirst().tasksA(), leaks.getFirst().tasksB()));
    }

    /// Counted with another program: targets of product and shop tasks that are targets of voucher tasks too.
    @NeedsShared
    @Test
    void thePublicTasksOfDifferentIntentsShareTargets() throws Exception {
        SequencedMap<String, List<Task>> splits = new LinkedHashMap<>();
        for (String file : List.of("product", "shop", "voucher")) {
            splits.put(file, tasks(file));
        }
        List<Leak> leaks = SplitLeaks.of(splits, GoldenSet.products()::product).leaks();
        List<String> products = leaks.stream()
                .filter(leak -> leak.kind() == SplitLeaks.Kind.PRODUCT)
                .map(leak -> leak.a() + "-" + leak.b() + " " + leak.shared().size() + " " + leak.tasksA() + " " + leak.tasksB())
                .toList();
        assertEquals(List.of("product-voucher 7 7 7", "shop-voucher 18 6 6"), products);
        assertTrue(leaks.stream().noneMatch(leak -> leak.kind() == SplitLeaks.Kind.QUERY || leak.kind() == SplitLeaks.Kind.ANSWER));
    }

    private static long needless(String terms) throws Exception {
        Task task = task("{'query':'q','reward':[{'product_id':'1','price':[{'less than':[null,5]}]}],'voucher':{'voucher_type':'platform',"
                + "'threshold':1,'discount_type':'percentage'," + terms + "}}");
        return TaskDoubts.of(List.of(task)).of(Kind.NEEDLESS_VOUCHER).size();
    }

    private static List<Task> tasks(String file) throws Exception {
        return new ArrayList<>(
                TaskFileReader.read(SharedFiles.require("data/tasks/synthesize_" + file + "_test.jsonl")).tasks());
    }

    private static Task task(String json) throws Exception {
        return TaskCodec.decode(JsonReader.read(json.replace('\'', '"')));
    }
}
