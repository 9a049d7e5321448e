package org.muster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text is missing, unused, or lost in its reader. A failure names the line to write or to remove. */
class TextsTest {
    @TempDir
    Path directory;

    @Test
    void ourTextsAreAllThereAndAllUsed() {
        assertThat(TextAudit.problems(Project.ours(), Set.of())).isEmpty();
    }

    @Test
    void seesAKeyMissingInFxml() throws IOException {
        write("resources/org/muster/ui/a/A.fxml", "<Label text=\"%there\" accessibleText=\"%gone\"/>");
        write("resources/org/muster/ui/texts.properties", "there=There");

        assertThat(audit()).singleElement().asString().contains("missing", "\"gone\"", "A.fxml", "org/muster/ui/a/texts.properties");
    }

    @Test
    void seesAKeyOfFxmlThatIsOnlyInAPackageBeside() throws IOException {
        write("resources/org/muster/ui/a/A.fxml", "<Label text=\"%key\"/>");
        write("resources/org/muster/ui/b/texts.properties", "key=Elsewhere");

        assertThat(audit()).anySatisfy(problem -> assertThat(problem).contains("missing")).anySatisfy(problem -> assertThat(problem).contains("unused"));
    }

    @Test
    void seesAKeyMissingInJava() throws IOException {
        write("src/org/muster/ui/A.java", "class A { private final Texts texts; String a() { return texts.get(b ? \"one\" : \"two\", 3); } }");
        write("resources/org/muster/ui/texts.properties", "one=One");

        assertThat(audit()).singleElement().asString().contains("missing", "\"two\"", "A.java");
    }

    @Test
    void seesAComputedKeyWithoutAnyMatch() throws IOException {
        write("src/org/muster/ui/A.java", "String a() { return Texts.of(A.class).get(\"cause.\" + name() + \".what\"); }");
        write("resources/org/muster/ui/texts.properties", "causes.X.what=One");

        assertThat(audit()).anySatisfy(problem -> assertThat(problem).contains("missing", "cause.*.what"));
    }

    @Test
    void seesAnUnusedKey() throws IOException {
        write("src/org/muster/ui/A.java", "/* \"old\" */ String a() { return Texts.of(A.class).get(\"new\"); } // texts.get(\"old\")");
        write("resources/org/muster/ui/texts.properties", "new=New\nold=Old");

        assertThat(audit()).singleElement().asString().contains("unused", "\"old\"");
    }

    @Test
    void seesAKeyThatOnlyAnotherPackageUses() throws IOException {
        write("src/org/muster/ui/a/A.java", "String a(Texts texts) { return texts.get(\"key\"); }");
        write("resources/org/muster/ui/a/texts.properties", "key=Here");
        write("resources/org/muster/ui/b/texts.properties", "key=Dead");
        write("resources/org/muster/ui/texts.properties", "key=Dead, too");

        assertThat(audit()).satisfiesExactlyInAnyOrder(
                problem -> assertThat(problem).contains("unused", "\"key\"", "ui/b/texts.properties"),
                problem -> assertThat(problem).contains("unused", "\"key\"", "ui/texts.properties"));
    }

    @Test
    void seesAKeyOfJavaThatIsOnlyInAPackageBeside() throws IOException {
        write("src/org/muster/ui/a/A.java", "String a(Texts texts) { return texts.get(\"key\"); }");
        write("resources/org/muster/ui/b/texts.properties", "key=Elsewhere");

        assertThat(audit()).anySatisfy(problem -> assertThat(problem).contains("missing")).anySatisfy(problem -> assertThat(problem).contains("unused"));
    }

    @Test
    void followsAClassOfAnotherPackageToItsTexts() throws IOException {
        write("src/org/muster/app/A.java", "import org.muster.ui.main.Window; String a() { return Texts.of(Window.class).get(\"key\"); }");
        write("resources/org/muster/ui/texts.properties", "key=Above the window");

        assertThat(audit()).isEmpty();
    }

    @Test
    void takesComputedKeysForUsed() throws IOException {
        write("src/org/muster/ui/A.java", "String a(Texts texts) { String own = \"part.\" + name(); return texts.has(own) ? texts.get(own) : \"\"; }");
        write("resources/org/muster/ui/texts.properties", "part.a=A\npart.b=B");

        assertThat(audit()).isEmpty();
    }

    @Test
    void seesApostrophesThatGetLost() throws IOException {
        write("src/org/muster/ui/A.java", "String a(Texts texts) { return texts.get(\"a\") + texts.get(\"b\") + texts.get(\"d\"); }");
        write("resources/org/muster/ui/A.fxml", "<Label text=\"%c\"/>");
        write("resources/org/muster/ui/texts.properties", "a=It's\nb=It''s {0}\nc=It''s\nd=A '{'brace'}'");

        assertThat(audit()).satisfiesExactly(
                problem -> assertThat(problem).contains("lost apostrophe", "\"a\""), problem -> assertThat(problem).contains("not for FXML", "\"c\""));
    }

    @Test
    void readsTheFormsInWhichKeysAreWritten() {
        JavaTexts texts = new JavaTexts("""
                private final Texts words = Texts.of(A.class);
                void a(Map<String, String> map) {
                    words.get("plain"); words . get ( "spaced", map.get("not a key") );
                    words.get(x(1, 2) ? "left" : y ? "middle" : "right");
                    words.get(switch (x) { case A -> "first"; case B -> "second"; });
                    words.get("pre." + name() + ".post"); words.get(key); words.get(key + ".end");
                    label.setText(other.get("not ours")); String s = "words.get(";
                }
                """);

        assertThat(texts.keys()).extracting(Pattern::pattern).containsExactly(
                "\\Qplain\\E", "\\Qspaced\\E", "\\Qleft\\E", "\\Qmiddle\\E", "\\Qright\\E", "\\Qfirst\\E", "\\Qsecond\\E", "\\Qpre.\\E.+\\Q.post\\E", ".+\\Q.end\\E");
    }

    private List<String> audit() {
        return TextAudit.problems(new Project(directory.resolve("src"), directory.resolve("resources")), Set.of());
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
