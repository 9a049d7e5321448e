package org.muster;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house. Each rule says why it is there; a room that is still empty holds trivially. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {
    private static final String ROOT = "org.muster";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);
    private static final JavaClasses MAIN = ALL.that(describe("are no tests", type -> type.getSource().map(source -> !source.getUri().getPath().contains("/test-classes/")).orElse(true)));

    /** Which rooms each room may know. Whoever adds a room adds it here, with its reason. */
    private static final Map<String, Room> ROOMS = Map.ofEntries(
            room("texts", "it only reads bundles, so that every room can use it"),
            room("contacts", "what a contact is does not depend on what is done with it", "texts"),
            room("changes", "what is to be done can be said and previewed without doing it", "texts", "contacts"),
            room("people", "the gateway translates between Google and contacts and decides nothing", "texts", "contacts"),
            room("jobs", "the one engine that writes must not know who asks, who watches or where its journal is", "texts", "contacts", "changes", "people"),
            room("accounts", "signing in has nothing to do with what is done afterwards", "texts", "contacts", "people"),
            room("store", "what is kept on disk must be readable without a server or a window", "texts", "contacts", "changes", "people", "jobs"),
            room("exchange", "importers and exporters produce and read changes; they never talk to Google", "texts", "contacts", "changes"),
            room("practice", "a stand-in for Google that shared our code would share our mistakes"),
            room("ui", "the window must work the same on any server, so it cannot know the practice one; nor the terminal, its twin",
                    "texts", "contacts", "changes", "people", "jobs", "accounts", "store", "exchange"),
            room("cli", "the terminal must run where there is no JavaFX", "texts", "contacts", "changes", "people", "jobs", "accounts", "store", "exchange"),
            room("app", "start-up is the one place where everything is wired",
                    "texts", "contacts", "changes", "people", "jobs", "accounts", "store", "exchange", "practice", "ui", "cli"));

    private record Room(Set<String> mayKnow, String reason) {}

    private static Map.Entry<String, Room> room(String name, String reason, String... mayKnow) {
        return Map.entry(name, new Room(Set.of(mayKnow), reason));
    }

    static Stream<Arguments> rooms() {
        return ROOMS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void aRoomKnowsOnlyTheRoomsItMay(String name, Room room) {
        String[] allowed = Stream.concat(Stream.of(name), room.mayKnow().stream()).map(known -> ROOT + "." + known + "..").toArray(String[]::new);
        DescribedPredicate<JavaClass> elsewhere = resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed)));
        noClasses().that().resideInAPackage(ROOT + "." + name + "..")
                .should().dependOnClassesThat(elsewhere.as("are in a room other than " + new TreeSet<>(room.mayKnow())))
                .because(room.reason()).allowEmptyShould(true).check(MAIN);
    }

    @Test
    void everyRoomIsInTheTable() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : MAIN) {
            String rest = type.getPackageName().substring(ROOT.length());
            if (!rest.isEmpty()) {
                found.add(rest.substring(1).split("\\.")[0]);
            }
        }
        assertThat(ROOMS.keySet()).as("a room that is not in the table of this test has no walls; add it there, with its reason").containsAll(found);
    }

    @Test
    void onlyTheMainClassStandsOutsideTheRooms() {
        classes().that().resideInAPackage(ROOT).should().haveSimpleName("Main")
                .because("what stands outside the rooms is behind no wall").check(MAIN);
    }

    @Test
    void roomsDoNotKnowEachOtherInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles()
                .because("a circle of rooms is one room that nobody can test alone").allowEmptyShould(true).check(MAIN);
    }

    @Test
    void screensDoNotKnowEachOtherInCircles() {
        slices().matching(ROOT + ".ui.(*)..").should().beFreeOfCycles()
                .because("a screen must open in a test without all the others").allowEmptyShould(true).check(MAIN);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackages(ROOT + ".ui..", ROOT + ".app..", ROOT)
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.ikonli..")
                .because("everything but the window must run and be tested without a toolkit").allowEmptyShould(true).check(MAIN);
    }

    @Test
    void onlyTheStoreAndThePracticeAccountSpeakSql() {
        noClasses().that().resideOutsideOfPackages(ROOT + ".store..", ROOT + ".practice..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("where and how things are kept is the business of one room; the practice account keeps its own, for it knows none of ours")
                .allowEmptyShould(true).check(MAIN);
    }

    @Test
    void theStoreKnowsOfTheGatewayOnlyItsErrors() {
        DescribedPredicate<JavaClass> more = resideInAPackage(ROOT + ".people..").and(describe("are no error values", type -> !Set.of("ApiError", "ErrorCause").contains(type.getSimpleName())));
        noClasses().that().resideInAPackage(ROOT + ".store..").should().dependOnClassesThat(more)
                .because("why a contact was refused is kept with it; asking a server anything is not the business of a database").allowEmptyShould(true).check(MAIN);
    }

    @Test
    void onlyTheGatewayCallsThePeopleApi() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".people..")
                .should().dependOnClassesThat().resideInAPackage("com.google.api.services.people.v1")
                .because("limits, errors and time-outs of Google's API are handled once; the model classes may travel").allowEmptyShould(true).check(MAIN);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal()
                .because("state that belongs to nobody is shared by every window, account and test").allowEmptyShould(true).check(MAIN);
    }

    @Test
    void nothingStaticHoldsWhatChanges() {
        noFields().that().areStatic().should().haveRawType(describe("a type made to be changed", ArchitectureTest::madeToBeChanged))
                .because("a final field does not make a map constant; declare Map or List and fill it with of(…) or copyOf(…)").allowEmptyShould(true).check(MAIN);
    }

    private static boolean madeToBeChanged(JavaClass type) {
        boolean concreteCollection = !type.isInterface() && !type.isEnum() && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
        return concreteCollection
                || type.getPackageName().startsWith("java.util.concurrent")
                || type.isAssignableTo(Properties.class)
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(StringBuilder.class)
                || type.getName().startsWith("javafx.beans.property");
    }

    @Test
    void onlyProgramsWithATerminalPrint() {
        DescribedPredicate<JavaClass> terminal = resideInAnyPackage(ROOT + ".app..", ROOT + ".cli..", ROOT)
                .or(describe("are the practice server's own main", type -> type.getName().equals(ROOT + ".practice.PracticeMain")));
        noClasses().that(not(terminal)).should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .because("people who click an icon see no terminal, and what goes there reaches no log").allowEmptyShould(true).check(MAIN);
    }

    @Test
    void stackTracesGoToTheLog() {
        noClasses().should().callMethodWhere(describe("prints a stack trace", call -> call.getTarget().getName().equals("printStackTrace")))
                .because("the log is where a bug is looked for; people get a sentence").allowEmptyShould(true).check(MAIN);
    }

    @Test
    void nobodySleeps() {
        noClasses().that().doNotHaveFullyQualifiedName(ROOT + ".practice.HttpFront")
                .should().callMethodWhere(describe("sleeps", call -> call.getTarget().getName().equals("sleep")))
                .because("sleeping is either too short or too long; wait for what is awaited (only the practice server plays a slow Google on purpose)")
                .check(ALL);
    }

    @Test
    void everythingLogsThroughSlf4j() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "ch.qos.logback..")
                .because("there is one log, and one place where it is set up").allowEmptyShould(true).check(MAIN);
    }
}
