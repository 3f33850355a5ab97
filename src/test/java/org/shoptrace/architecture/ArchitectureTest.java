package org.shoptrace.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.awt.image.RenderedImage;
import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.WritableValue;
import javafx.scene.Node;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.diagnose.KeptFindings;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.takeover.TakeOverDrafts;
import org.shoptrace.core.takeover.TakeOverStore;
import org.shoptrace.core.trajectory.RunWriter;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The layers and habits of the code, each with its reason. ArchUnit fails a rule that matches no class
/// (`archRule.failOnEmptyShould`, its default), so a rule cannot go stale.
class ArchitectureTest {
    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.shoptrace");

    static Stream<ArchRule> rules() {
        return Stream.of(layers(), window(), files(), habits()).flatMap(rules -> rules);
    }

    private static Stream<ArchRule> layers() {
        return Stream.of(
                classes().that().resideInAPackage("org.shoptrace.core.markup..")
                        .should().onlyDependOnClassesThat().resideInAnyPackage(
                                "java..", "javax.xml..", "org.w3c.dom..", "org.xml.sax..", "org.jspecify..", "org.shoptrace.core.markup..")
                        .because("writing HTML and SVG knows nothing of what is written (ADR 0027)"),
                classes().that().resideInAPackage("org.shoptrace.core.table..")
                        .should().onlyDependOnClassesThat().resideInAnyPackage(
                                "java..", "org.jspecify..", "org.shoptrace.core.table..", "org.shoptrace.core.markup..",
                                "org.shoptrace.core.json..", "org.shoptrace.model.json..")
                        .because("a table knows columns and cells, not the evaluation that fills them (ADR 0027)"),
                classes().that().resideInAPackage("org.shoptrace.core.chart..")
                        .should().onlyDependOnClassesThat().resideInAnyPackage(
                                "java..", "javax.imageio..", "org.w3c.dom..", "org.jspecify..", "org.shoptrace.core.chart..",
                                "org.shoptrace.core.markup..", "org.shoptrace.core.statistics..")
                        .because("a chart knows shares, counts and intervals, not the evaluation that they are of (ADR 0027)"),
                classes().that().resideInAPackage("org.shoptrace.model..")
                        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.shoptrace.model..", "org.jspecify..")
                        .because("the model is values that every layer shares: it needs the JDK and nothing else"),
                noClasses().that().resideInAPackage("org.shoptrace.core..")
                        .should().dependOnClassesThat()
                        .resideInAnyPackage("org.shoptrace.ui..", "org.shoptrace.app..", "javafx..", "picocli..")
                        .because("everything that Shoptrace can do must work without a window, from a terminal and in a test"),
                noClasses().that().resideOutsideOfPackages("org.shoptrace.core.sandbox.lucene..", "org.shoptrace.core.search.lucene..")
                        .should().dependOnClassesThat().resideInAPackage("org.apache.lucene..")
                        .because(
                                "the sandbox is one port, where parity with the reference is proved once; so is the search over runs (ADR"
                                        + " 0016)"),
                noClasses().that().resideInAPackage("org.shoptrace.core.search..")
                        .should().dependOnClassesThat().resideInAPackage("org.shoptrace.core.sandbox.lucene..")
                        .because("the index of runs has nothing of the reference's analysis and ranking"),
                noClasses().that().resideOutsideOfPackages("org.shoptrace.core.json..")
                        .should().dependOnClassesThat().resideInAPackage("tools.jackson..")
                        .because("JSON text is read and written in one place, so that nothing is lost twice"),
                noClasses().that().doNotHaveFullyQualifiedName("org.shoptrace.app.Logging")
                        .should().dependOnClassesThat().resideInAPackage("java.util.logging..")
                        .because("logging goes through SLF4J; one class sets the backend up"),
                noClasses().that().resideInAPackage("org.shoptrace.core.agent..")
                        .should().dependOnClassesThat().resideInAnyPackage(
                                "org.shoptrace.model.task..", "org.shoptrace.core.task..", "org.shoptrace.model.score..",
                                "org.shoptrace.core.score..")
                        .because("an agent that could see the task would know the answer"),
                classes().that().resideInAPackage("org.shoptrace.core.agent.scripted..")
                        .should().onlyDependOnClassesThat().resideInAnyPackage(
                                "java..", "org.jspecify..", "org.shoptrace.model.json..", "org.shoptrace.model.trajectory..",
                                "org.shoptrace.model.catalog..", "org.shoptrace.core.json..", "org.shoptrace.core.agent..")
                        .because("the shopper sees the query and the tools' answers, not the sandbox behind them"),
                slices().matching("org.shoptrace.(model|core|ui).(*)..").should().beFreeOfCycles()
                        .because("a package that can be read alone can be changed alone"));
    }

    private static Stream<ArchRule> window() {
        return Stream.of(
                noClasses().that().resideInAPackage("org.shoptrace.ui..")
                        .should().dependOnClassesThat().resideInAnyPackage("org.shoptrace.app..", "picocli..")
                        .because("views are wired from outside"),
                noClasses().that().haveSimpleNameEndingWith("ViewModel")
                        .should().dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..", "org.kordamp..")
                        .because("a view-model never sees a control, so that it can be tested without a toolkit"),
                noClasses().that().resideOutsideOfPackage("org.shoptrace.ui.kit..")
                        .should().callMethod(Platform.class, "runLater", Runnable.class)
                        .because("results are published by the job runner, in one place"),
                noClasses().that().resideOutsideOfPackage("org.shoptrace.ui.kit.control..")
                        .should().dependOnClassesThat().resideInAnyPackage("org.controlsfx..", "impl.org.controlsfx..")
                        .because("what a control of ControlsFX lacks is added once (ADR 0030)"),
                noClasses().that().resideOutsideOfPackages("org.shoptrace.ui.kit..", "org.shoptrace.core..")
                        .should().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.Executors")
                        .because("there is one way to run background work: core.job"),
                methods().that().areDeclaredIn(WorkspaceViewModel.class).and().arePublic()
                        .should().notHaveRawReturnType(void.class).andShould(takeNothingIn())
                        .because(
                                "screens read a mirror of the open workspace, and only the session changes what is open (ADR 0024)"),
                noClasses().that().resideInAPackage("org.shoptrace.ui..")
                        .should().callMethod(Node.class, "setStyle", String.class)
                        .because("spacing, colours and fonts are in app.css"),
                slices().assignedFrom(new Rooms()).should().notDependOnEachOther()
                        .because("rooms meet through kit.Navigator and panes through ui.run, never directly (ADR 0028)"),
                noClasses().that().resideInAPackage("org.shoptrace.ui..").and()
                        .resideOutsideOfPackages("org.shoptrace.ui.shell..", "org.shoptrace.ui.find..", "org.shoptrace.ui.palette..")
                        .should().dependOnClassesThat()
                        .resideInAnyPackage("org.shoptrace.ui.shell..", "org.shoptrace.ui.find..", "org.shoptrace.ui.palette..")
                        .because("the frame of the window is over the rooms, and no room knows it"));
    }

    /// A slice for every package of the window that contributes a room, or a part of one, and what is below it. Which these are nobody
    /// lists: they are those that build something from the surroundings of a room.
    private static final class Rooms implements SliceAssignment {
        private static final String UI = "org.shoptrace.ui.";
        private static final Set<String> ROOMS = MAIN.stream()
                .filter(type -> type.getPackageName().startsWith(UI) && !type.getPackageName().equals(Feature.class.getPackageName()))
                .filter(type -> type.getMethods().stream()
                        .flatMap(method -> method.getRawParameterTypes().stream())
                        .anyMatch(given -> given.isEquivalentTo(Surroundings.class)))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return ROOMS.stream()
                    .filter(room -> (type.getPackageName() + ".").startsWith(room + "."))
                    .findFirst()
                    .map(SliceIdentifier::of)
                    .orElseGet(SliceIdentifier::ignore);
        }

        @Override
        public String getDescription() {
            return "rooms of the window";
        }
    }

    /// A method that gives an answer: it has no parameter but what the question is about, and gives out no property that can be written to.
    private static ArchCondition<JavaMethod> takeNothingIn() {
        return new ArchCondition<>("ask for something and give out nothing that can be written to") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = method.getRawParameterTypes().stream()
                        .allMatch(type -> type.isEquivalentTo(String.class) || type.isEquivalentTo(RunId.class)
                                || type.isEquivalentTo(RunSummary.class));
                boolean writable = method.getRawReturnType().isAssignableTo(WritableValue.class);
                events.add(new SimpleConditionEvent(method, asks && !writable, method.getFullName()));
            }
        };
    }

    /// Every call that puts bytes into a file of a name, or copies or moves one there.
    private static final DescribedPredicate<JavaAccess<?>> WRITING = DescribedPredicate.describe("write to a file", access -> {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return owner.equals("java.nio.file.Files")
                && Set.of("write", "writeString", "newBufferedWriter", "newOutputStream", "newByteChannel", "copy", "createTempFile",
                        "createFile").contains(name)
                || owner.equals("java.nio.channels.FileChannel") && name.equals("open")
                || Set.of("java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile").contains(owner);
    });

    private static Stream<ArchRule> files() {
        return Stream.of(
                noClasses().that().resideOutsideOfPackage("org.shoptrace.core.file..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(
                                // lines are appended, of which a reader takes the whole ones
                                RunWriter.class, TakeOverDrafts.class, TakeOverStore.class, VectorCache.class,
                                KeptFindings.class)))
                        .and().haveNameNotMatching(".*\\.(AnnotationWriter(\\$.*)?|AnnotationFiles|CatalogBuild|RolloutBytes|Remake)")
                        .should().accessTargetWhere(WRITING)
                        .because(
                                "what is written as a whole is written aside, synced and moved, in one place (ADR 0046); the others append"
                                        + " lines, hold a lock, read, or unpack what is thrown away"),
                noClasses().that().resideOutsideOfPackage("org.shoptrace.core.file..")
                        .should().callMethod(ImageIO.class, "write", RenderedImage.class, String.class, File.class)
                        .because("a picture is a file like any other (ADR 0046)"));
    }

    private static Stream<ArchRule> habits() {
        return Stream.of(
                noClasses().that().resideInAnyPackage("org.shoptrace.model..", "org.shoptrace.core..")
                        .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                        .because("what is printed is the command's business; core returns values"),
                noClasses().that().resideInAnyPackage("org.shoptrace.core..", "org.shoptrace.app.command..")
                        .should().callMethod(String.class, "formatted", Object[].class)
                        .orShould().callMethod(String.class, "format", String.class, Object[].class)
                        .because("what is written has the same digits in every language of the machine: String.format(Locale.ROOT, …)"),
                noClasses().should().callMethod(Thread.class, "sleep", long.class)
                        .because("waiting by the clock is slow when it works and wrong when it does not"),
                noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
                        .because("such a name says nothing: name the thing"),
                methods().that().areStatic().should().haveNameNotMatching("getInstance")
                        .because("collaborators come through constructors; there are no singletons to look up"),
                noFields().that().areStatic().should().notBeFinal()
                        .because("static state cannot be seen, replaced or tested"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(MAIN);
    }

    /// A library that nothing uses is no part of the program; and a control that only its own wrapper knows is used by nobody.
    @ParameterizedTest
    @ValueSource(
            strings = {"RangeSlider", "CheckComboBox", "SearchableComboBox", "PopOver", "BreadCrumbBar", "TaskProgressView",
                    "ToggleSwitch", "textfield.CustomTextField", "PropertySheet"})
    void isUsedByTheWindow(String control) {
        List<JavaClass> wrappers = MAIN.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getName().equals("org.controlsfx.control." + control)))
                .toList();
        assertFalse(wrappers.isEmpty(), control);
        assertTrue(
                wrappers.stream()
                        .flatMap(wrapper -> wrapper.getDirectDependenciesToSelf().stream())
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals("org.shoptrace.ui.kit.control")),
                control);
    }

    @Test
    void everyFeatureOfTheWindowIsARoomOfItsOwn() {
        assertTrue(Rooms.ROOMS.contains("org.shoptrace.ui.start") && Rooms.ROOMS.contains("org.shoptrace.ui.runs"),
                Rooms.ROOMS.toString());
    }

    @Test
    void everyPackageIsNullMarkedAndSaysItsPurpose() {
        List<String> unmarked = MAIN.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> p.tryGetPackageInfo().isEmpty()
                        || !p.getPackageInfo().isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(p -> p.getName())
                .sorted()
                .toList();
        assertFalse(MAIN.isEmpty());
        assertEquals(
                List.of(), unmarked, "each package needs a package-info with @NullMarked, its purpose and what it may depend on");
    }
}
