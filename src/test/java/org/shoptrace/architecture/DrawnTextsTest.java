package org.shoptrace.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// Every text that the window draws goes through `core.markup.DrawnText`, because any may come from a file (ADR 0047).
class DrawnTextsTest {
    private static final Set<Class<?>> MADE_BY_TEXTS = Set.of(Label.class, Hyperlink.class, Tooltip.class, Text.class);

    /// Controls that screens make themselves: what they are given is a literal or has been asked for by `Texts.drawn`.
    private static final Pattern CONTROL = Pattern.compile(
            "new (Button|ToggleButton|CheckBox|RadioButton|MenuButton|MenuItem|Menu|TitledPane|Tab)(?:<>)?\\(");
    private static final Pattern HARMLESS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|(?:Texts\\.drawn|DrawnText\\.of)\\(.*",
            Pattern.DOTALL);

    @Test
    void textsAreMadeAndChangedInOnePlace() {
        noClasses().that().resideInAPackage("org.shoptrace.ui..").and()
                .resideOutsideOfPackages("org.shoptrace.ui.kit", "org.shoptrace.ui.kit.chart")
                .should().callCodeUnitWhere(describe("gives a text to what draws it", DrawnTextsTest::givesText))
                .because("kit.Texts makes labels, links, tips and pieces of text, and changes them (ADR 0047)")
                .check(ArchitectureTest.MAIN);
    }

    private static boolean givesText(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        boolean text = !target.getRawParameterTypes().isEmpty() && target.getRawParameterTypes().getFirst().isEquivalentTo(String.class);
        if (target.getName().equals("<init>")) {
            return text && MADE_BY_TEXTS.stream().anyMatch(owner::isEquivalentTo);
        }
        boolean draws = owner.isAssignableTo(Labeled.class) || owner.isAssignableTo(Tooltip.class) || owner.isAssignableTo(Text.class);
        return draws && (target.getName().equals("setText") || target.getName().equals("textProperty") && binds(call));
    }

    /// Whether the property that is asked for in this line is bound there; to read it is no harm.
    private static boolean binds(JavaCall<?> call) {
        return call.getOriginOwner().getMethodCallsFromSelf().stream()
                .anyMatch(other -> other.getLineNumber() == call.getLineNumber() && other.getOrigin().equals(call.getOrigin())
                        && other.getName().startsWith("bind") && other.getTargetOwner().getName().contains("StringProperty"));
    }

    @Test
    void controlsAreGivenTextsThatCanBeDrawn() throws IOException {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/shoptrace/ui"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
                String source = Files.readString(file);
                Matcher made = CONTROL.matcher(source);
                while (made.find()) {
                    looked++;
                    String first = firstArgument(source, made.end()).strip();
                    if (!first.isEmpty() && !HARMLESS.matcher(first).matches()) {
                        wrong.add(file + ": " + made.group() + first + ", which should be Texts.drawn(" + first + ")");
                    }
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(looked > 50, "controls that were looked at: " + looked);
    }

    private static String firstArgument(String source, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && depth-- == 0 || c == ',' && depth == 0) {
                return source.substring(start, i);
            }
        }
        return source.substring(start);
    }
}
