package org.muster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every FXML file takes its words from a bundle, and everything in it that takes the focus has a name for screen readers. */
class FxmlTest {
    @Test
    void ourFilesHaveKeysForWordsAndNamesForControls() {
        Project project = Project.ours();
        assertThat(project.fxml().stream().flatMap(file -> FxmlAudit.problems(file.toString(), Project.read(file), project.controllerOf(file)).stream())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<Label text=\"Hello\"/>",
        "<TextField accessibleText=\"%a\" promptText=\"Search\"/>",
        "<Button accessibleText=\"Close\"/>",
        "<Tooltip text=\"Grüße\"/>",
        "<Button text=\"%a\"><tooltip><Tooltip><text>Close</text></Tooltip></tooltip></Button>",
        "<ComboBox accessibleText=\"%a\"><items><String fx:value=\"Work\"/></items></ComboBox>",
        "<Label text=\"漢字\"/>",
    })
    void seesWordsThatAreNoKeys(String content) {
        assertThat(audit(content, "")).singleElement().asString().contains("words", "%key");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<Button/>",
        "<Button text=\"\"/>",
        "<Button fx:id=\"close\"><graphic><FontIcon iconLiteral=\"fth-x\"/></graphic><tooltip><Tooltip text=\"%close\"/></tooltip></Button>",
        "<TextField promptText=\"%search\"/>",
        "<TextField text=\"%filled\"/>",
        "<CheckBox/>",
        "<ComboBox fx:id=\"kind\"/>",
        "<ToggleButton/>",
        "<TableView fx:id=\"table\"><columns><TableColumn text=\"%name\"/></columns></TableView>",
        "<ListView/>",
        "<MenuButton><items><MenuItem text=\"%a\"/></items></MenuButton>",
        "<Hyperlink/>",
        "<VBox><Label text=\"%kind\" labelFor=\"$other\"/><ComboBox fx:id=\"kind\"/></VBox>",
    })
    void seesControlsWithoutAName(String content) {
        assertThat(audit(content, "closed.setText(words); kindest.setAccessibleText(words); table.setItems(x);"))
                .singleElement().asString().contains("no name for screen readers");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<Button text=\"%close\"/>",
        "<Button text=\"${controller.words}\"/>",
        "<Button accessibleText=\"%close\" text=\"×\"/>",
        "<Button><accessibleText>%close</accessibleText></Button>",
        "<VBox><Label text=\"%kind\" labelFor=\"$kind\"/><ComboBox fx:id=\"kind\"/></VBox>",
        "<TextField accessibleText=\"%search\" promptText=\"%search\"/>",
        "<Button fx:id=\"retry\"/>",
        "<ListView fx:id=\"list\"/>",
        "<Label text=\"\"/>",
        "<Hyperlink text=\"console.cloud.google.com\"/>",
        "<Separator/>",
        "<Integer fx:value=\"0x1F\"/>",
    })
    void isContentWithWhatIsRight(String content) {
        assertThat(audit(content, "retry.setText(words.get(\"retry\", 3)); list.accessibleTextProperty().bind(title);")).isEmpty();
    }

    private static List<String> audit(String content, String controller) {
        return FxmlAudit.problems("Sample.fxml", "<?xml version=\"1.0\"?><?import javafx.scene.control.*?><VBox xmlns:fx=\"http://javafx.com/fxml\">" + content + "</VBox>", controller);
    }
}
