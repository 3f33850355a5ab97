package org.shoptrace.core.grounding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.model.trajectory.Run;

/// Sentences at the end of recorded runs: each way of saying a thing once true and once not, and what says nothing of a product.
class ClaimSentencesTest {
    @TempDir
    private static Path folder = Path.of("");

    private static Optional<SaidRuns> said = Optional.empty();
    private static final Map<String, List<Run>> RUNS = new HashMap<>();

    @BeforeAll
    static void open() throws Exception {
        said = Optional.of(SaidRuns.open(folder));
        for (String name : List.of("product_alpha", "product_beta", "shop_beta", "voucher_beta", "web_alpha")) {
            RUNS.put(name, SaidRuns.runs(GoldenSet.file("rollout_" + name + ".jsonl.gz")));
        }
    }

    @AfterAll
    static void close() throws Exception {
        said.orElseThrow().close();
    }

    private static Run run(String name, int line) {
        return Optional.ofNullable(RUNS.get(name)).orElseThrow().get(line - 1);
    }

    private static String verdict(Run run, String sentence) throws Exception {
        Map<String, Task> tasks = new HashMap<>();
        GoldenSet.tasks("voucher").forEach(task -> tasks.put(task.query(), task));
        Optional<Voucher> voucher = Optional.ofNullable(tasks.get(run.query().orElse(""))).flatMap(Task::voucher);
        String text = sentence.replace("⏎", "\n");
        List<Claim> claims = said.orElseThrow().last(SaidRuns.with(run, "", text), voucher).stream()
                .filter(claim -> claim.kind() != Claim.Kind.PRODUCT_ID)
                .toList();
        return claims.isEmpty()
                ? "none"
                : claims.stream().anyMatch(claim -> claim.verdict().isWrong())
                        ? "wrong"
                        : "not wrong";
    }

    /// A phone case, 3104493280, that the run viewed last: blue, of tpu, for 95.4, of shop 700138, brand oem, 712 sold, shipped free.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "3104493280 is a blue phone case. | not wrong", "3104493280 is a green phone case. | wrong",
                    "It comes in blue. | not wrong", "It comes in purple. | wrong",
                    "I found a case for you:⏎- **Product ID:** 3104493280⏎- **Color:** Blue⏎- **Price:** 95.40 PHP | not wrong",
                    "I found a case for you:⏎- **Product ID:** 3104493280⏎- **Color:** Gold (as per user request) | wrong",
                    "The case material of 3104493280 is TPU. | not wrong", "The case material of 3104493280 is aluminum. | wrong",
                    "3104493280 is from the oem brand. | not wrong", "3104493280 is from the Spigen brand. | wrong",
                    "3104493280 is sold by shop 700138. | not wrong", "3104493280 is sold by shop 700183. | wrong",
                    "3104493280 has 712 pieces sold. | not wrong", "3104493280 has 721 pieces sold. | wrong",
                    "3104493280 offers free shipping. | not wrong", "3104493280 offers cash on delivery. | wrong",
                    "3104493280 does not offer cash on delivery. | not wrong", "3104493280 comes without free shipping. | wrong",
                    "I chose 3104493280 (95.4 pesos) and the silk collar (2,085 pesos). | not wrong",
                    "I chose 3104493280 (95.4 pesos); the price (2,085 pesos) is low. | wrong",
                    "This case costs about 95 pesos. | not wrong", "This case costs about 70 pesos. | wrong",
                    "3104493280 costs less than 100 PHP. | not wrong", "3104493280 costs less than 90 PHP. | wrong",
                    "3104493280 is priced between 90 and 100 pesos. | not wrong", "3104493280 is priced between 100 and 120 pesos. | wrong",
                    "3104493280 has a nature theme. | not wrong", "3104493280 has a sports theme. | wrong",
                    "`| Product | Color | Theme |⏎|---|---|---|⏎| 3104493280 | Blue | Nature |` | not wrong",
                    "`| Product | Color | Theme |⏎|---|---|---|⏎| 3104493280 | Pink | Nature |` | wrong",
                    "3104493280 is made of leather. | not wrong", "3104493280 has a scent: lavender. | not wrong",
                    "3104493280 is compatible with Apple phones. | not wrong", "3104493280 is compatible with Samsung phones. | wrong",
                    "3104493280 is within the range of 90 to 100 pesos. | not wrong",
                    "3104493280 is out of the range of 90 to 100 pesos. | wrong",
                    "3104493280 comes in matte purple. | wrong", "It is by Spigen. | none",
                    "You asked for a purple phone case. | none", "Would you like 3104493280 in purple? | none",
                    "If 3104493280 were purple, it would cost 120 pesos. | none", "3104493280 was 120 pesos before the sale. | none",
                    "The price of 3104493280 suits you. | none"})
    void aSentenceAboutAProductIsHeldAgainstIt(String sentence, String expected) throws Exception {
        assertEquals(expected, verdict(run("product_beta", 7), sentence));
    }

    /// The run viewed 379958174 for 1076 and recommends 37995817492, one of its neighbours, for 860.8.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "379958174 comes in single size. | not wrong", "379958174 comes in queen size. | wrong",
                    "It costs 860.8 pesos. | not wrong", "It costs 1076 pesos. | wrong",
                    "The Home de Luxe set costs 860.80 PHP. | not wrong", "The Home de Luxe set costs 1,076 PHP. | wrong",
                    "37995817492 is cheaper than 379958174. | not wrong", "379958174 is cheaper than 37995817492. | wrong",
                    "379958174 and 37995817492 cost 1076 and 860.8 pesos respectively. | not wrong",
                    "379958174 and 37995817492 cost 860.8 and 1076 pesos respectively. | wrong",
                    "379958174 and 37995817492 are from the same shop. | not wrong",
                    "379958174 and 37995817492 are from different shops. | wrong",
                    "379958174 and 37995817492 are not from different shops. | not wrong",
                    "379958174 and 37995817492 are not from the same shop. | wrong",
                    "379958174 is not the cheapest, 37995817492 is the cheapest. | not wrong",
                    "The total of 379958174 and 37995817492 is 1936.8 PHP. | not wrong",
                    "The total of 379958174 and 37995817492 is 1900 PHP. | wrong",
                    "I recommend one item. | not wrong", "I recommend three items. | wrong",
                    "379958174 is the only item that I saw from shop 700108. | wrong",
                    "37995817492 is 215.2 pesos cheaper than 379958174. | not wrong",
                    "10% of 860.8 is 86.08. | not wrong", "10% of 860.8 is 96.08. | wrong",
                    "1076 + 860.8 = 1936.8 | not wrong", "1076 + 860.8 = 1946.8 | wrong"})
    void ofSeveralThatFitTheRecommendedOneIsMeant(String sentence, String expected) throws Exception {
        assertEquals(expected, verdict(run("product_alpha", 4), sentence));
    }

    /// Answers of several lines in the ways of real agents, of what the runs recommend: a watch with a leather strap, solar lights and
    /// sandals for children, two pairs of sandals, an essence of 1000 ml that is sold as a single item.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "web_alpha | 1 | 2955412185 has a leather strap. | not wrong",
                    "web_alpha | 1 | 2955412185 comes with a black metal strap. | wrong",
                    "web_alpha | 1 | 2955412185 features a round case. | not wrong",
                    "web_alpha | 1 | 2955412185 features a square case. | wrong",
                    "web_alpha | 1 | 2955412185 - Strap material: Nylon | wrong",
                    "web_alpha | 1 | 2955412185 is a watch for men. | not wrong",
                    "web_alpha | 1 | 2955412185 is a women's watch. | wrong",
                    "web_alpha | 1 | **Watch** (2955412185)⏎The cups are easy to read.⏎- Case Shape: Square | wrong",
                    "web_alpha | 1 | 2955412185 is a watch. Some of them come in white color. | none",
                    "voucher_beta | 8 | **Solar lights** (ID: 4800414789)⏎- Plug Type: 2 pin⏎- Power usage: 2000-3000 | not wrong",
                    "voucher_beta | 8 | **Solar lights** (ID: 4800414789)⏎- power usage from 1 to 500 | wrong",
                    "voucher_beta | 8 | 4800414789 has an input voltage of 12V. | not wrong",
                    "voucher_beta | 8 | 4800414789 has an input voltage of 220V. | wrong",
                    "voucher_beta | 8 | Sizes 24-35 of 4967642205 are offered according to the title. | not wrong",
                    "voucher_beta | 4 | **1. New Korean fashion ankle buckle sandals** - 114 PHP⏎- Color: Purple⏎"
                            + "**2. Flipflop one finger slipper** - 178 PHP⏎- Color: Brown⏎- Material: Rubber | not wrong",
                    "voucher_beta | 4 | **1. New Korean fashion ankle buckle sandals** - 114 PHP⏎- Color: Purple⏎"
                            + "**2. Flipflop one finger slipper** - 178 PHP⏎- Color: Purple | wrong",
                    "voucher_beta | 4 | 2794832902 is made by Havaianas. | wrong",
                    "voucher_beta | 4 | 2794832902:⏎* Brand - Fashion Angel⏎* Brown, EU 41 | not wrong",
                    "voucher_beta | 4 | 2794832902:⏎* Brand - Nike | wrong", "voucher_beta | 4 | 2794832902:⏎- EU 38 | wrong",
                    "voucher_beta | 4 | 2794832902:⏎- Black | wrong", "voucher_beta | 4 | 2794832902:⏎- 178 PHP (> 100 PHP) | not wrong",
                    "voucher_beta | 4 | `| Product | Price (PHP) | Sold |⏎|---|---|---|⏎| 2794832902 | 178.0 | 166 |` | not wrong",
                    "voucher_beta | 4 | `| Product | Price (PHP) | Sold |⏎|---|---|---|⏎| 2794832902 | 114.0 | 166 |` | wrong",
                    "voucher_beta | 4 | `| Product | Price (PHP) | Sold |⏎|---|---|---|⏎| 2794832902 | 178.0 | 7777 |` | wrong",
                    "voucher_beta | 4 | `| Product | Price (PHP) | Shop ID |⏎|---|---|---|⏎| 2794832902 | 178.0 | 777777 |` | wrong",
                    "shop_beta | 3 | 4605911008: sold as: Single item | not wrong",
                    "shop_beta | 3 | 4605911008: sold as: Multi-pack | wrong",
                    "shop_beta | 3 | 4605911008 has a volume of 50ml. | wrong"})
    void anAnswerIsReadAsAgentsWriteIt(String file, int line, String sentence, String expected) throws Exception {
        assertEquals(expected, verdict(run(file, line), sentence));
    }

    /// Two shirts, 3452303639 (the HRM one, white, XXL, crew neck, 226 pesos, 117 sold) and 859526299 (the NBA one, navy blue, XL, o-neck,
    /// 261 pesos, 296 sold, cash on delivery), of a budget of 353 with a voucher of 28 % from 301 pesos on.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "With the voucher you pay 350.64 pesos, leaving 2.36 pesos of your budget. | not wrong",
                    "With the voucher you pay 350.64 pesos, leaving 12.36 pesos of your budget. | wrong",
                    "With the voucher you pay 340.64 pesos, leaving 2.36 pesos of your budget. | wrong",
                    "The total exceeds 301, so the voucher applies. | not wrong",
                    "The total stays below 301, so the voucher does not apply. | wrong",
                    "The total is below the threshold of 301. | wrong", "The total reaches the voucher's threshold. | not wrong",
                    "With the voucher this is within the 353 budget; without it, it is 134 over. | not wrong",
                    "The total is below your budget even without the voucher. | wrong",
                    "Without the voucher the total exceeds your budget. | not wrong",
                    "Even with the voucher the total is over your budget. | wrong",
                    "The basket is 20 pesos over budget even with the voucher. | wrong",
                    "After the voucher the basket is 2.36 pesos under your budget. | not wrong",
                    "After the voucher the basket is 20 pesos under your budget. | wrong",
                    "Without the voucher, it comes to 487 pesos. | not wrong", "Without the voucher, it would cost 387 pesos. | wrong",
                    "Of your 353 pesos 2.36 are left. | none", "The NBA shirt alone is below the threshold. | none"})
    void aBasketIsHeldAgainstBudgetAndThreshold(String sentence, String expected) throws Exception {
        assertEquals(expected, verdict(run("voucher_beta", 6), sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "voucher_beta | 6 | 859526299 supports cash on delivery while the white one does not. | not wrong",
                    "voucher_beta | 6 | 859526299 does not support cash on delivery while the white one does. | wrong",
                    "voucher_beta | 6 | The NBA shirt is size XL, whereas the HRM shirt is XXL with a crew neck. | not wrong",
                    "voucher_beta | 6 | The NBA shirt is size XXL, whereas the HRM shirt is XL with a crew neck. | wrong",
                    "voucher_beta | 6 | The NBA shirt costs 261 pesos compared to 226 for the HRM shirt. | not wrong",
                    "voucher_beta | 6 | The HRM shirt costs 261 pesos, but the NBA shirt costs 226. | wrong",
                    "voucher_beta | 6 | The HRM shirt (226 pesos) and the NBA shirt (261 pesos) are of one shop. | not wrong",
                    "voucher_beta | 6 | The HRM shirt (261 pesos) and the NBA shirt (226 pesos) fit. | wrong",
                    "voucher_beta | 6 | The white shirt sold 117 pieces and the navy blue one 296. | not wrong",
                    "voucher_beta | 6 | The white shirt sold 296 pieces and the navy blue one 117. | wrong",
                    "voucher_beta | 6 | Unlike the white shirt, 859526299 is in navy blue. | none",
                    "voucher_beta | 6 | 3452303639 is white and the other one is navy blue. | not wrong",
                    "product_beta | 7 | I considered a red phone case but chose 3104493280, which is blue. | not wrong",
                    "product_beta | 7 | I considered a blue phone case but chose 3104493280, which is red. | wrong",
                    "product_beta | 7 | I rejected a case for 35 pesos and took 3104493280 for 95.4 pesos. | not wrong",
                    "product_beta | 7 | Instead of a leather case I chose 3104493280, which is made of TPU. | none"})
    void everyClauseIsOfItsOwnSubject(String file, int line, String sentence, String expected) throws Exception {
        assertEquals(expected, verdict(run(file, line), sentence));
    }

    /// Three that are recommended: 4569473654 for 778, 5013862740 for 479 and 4726339115 for 1228.36 pesos.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "voucher_beta | 1 | 5013862740 is the cheapest of the three items. | not wrong",
                    "voucher_beta | 1 | 4726339115 is the cheapest of the three items. | wrong",
                    "voucher_beta | 1 | 4726339115 is the most expensive of the three. | not wrong",
                    "voucher_beta | 1 | 4569473654 is the dearest of the three. | wrong",
                    "voucher_beta | 1 | 5013862740 is the cheapest of the six. | none",
                    "product_beta | 7 | 3104493280 is not leather but plastic. | not wrong",
                    "product_beta | 7 | 3104493280 is not a blue case. | wrong",
                    "product_alpha | 4 | 379958174⏎- Price: 1,076 PHP - Size: single | not wrong",
                    "product_alpha | 4 | 379958174⏎- Price: 1,076 PHP - Size: queen | wrong",
                    "product_alpha | 4 | 379958174: the materials and: polyester | none"})
    void fewAreComparedAndKeysAreToldApart(String file, int line, String sentence, String expected) throws Exception {
        assertEquals(expected, verdict(run(file, line), sentence));
    }

    @Test
    void thoughtsPonderAndStateLess() throws Exception {
        Run run = run("product_beta", 7);
        List<String> none = List.of(
                "The user wants a purple phone case under 50 PHP.", "I should check whether 3104493280 is purple.",
                "Requirements:\n- Color: purple\n- Price: 50 PHP", "Maybe 3104493280 is purple.");
        for (String thought : none) {
            assertEquals(
                    List.of(), said.orElseThrow().last(SaidRuns.with(run, thought, ""), Optional.empty()).stream()
                            .filter(claim -> claim.kind() != Claim.Kind.PRODUCT_ID)
                            .toList(),
                    thought);
        }
        assertEquals(
                List.of(true),
                said.orElseThrow().last(SaidRuns.with(run, "3104493280 is purple, so it fits.", ""), Optional.empty()).stream()
                        .filter(claim -> claim.kind() == Claim.Kind.ATTRIBUTE)
                        .map(claim -> claim.verdict().isWrong())
                        .toList());
    }
}
