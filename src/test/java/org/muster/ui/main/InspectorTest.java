package org.muster.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.ui.OnFx.fx;
import static org.muster.ui.OnFx.fxGet;
import static org.muster.ui.OnFx.until;

import com.google.api.services.people.v1.model.Organization;
import com.google.gson.JsonObject;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Reading and editing one contact, down to the server and back. */
@ExtendWith(ApplicationExtension.class)
class InspectorTest {
    private static final String LONG_NAME = "von und zu Hohenlohe-Waldenburg-Schillingsfürst-Bartenstein, geborene Gräfin von Landsberg-Velen und Gemen";
    private static final String LONG_TITLE = "Deputy Chair of the Supervisory Board";

    private final Office office = new Office();
    private String ada;

    @Start
    void start(Stage stage) {
        office.given(List.of(People.ada(), People.person("b", "Ben", "Other", "ben@example.org", "", ""),
                People.person("c", "Maximiliana-Theodora", LONG_NAME, "", "", "").setOrganizations(List.of(new Organization().setName("ACME").setTitle(LONG_TITLE)))));
        office.open(stage);
    }

    @BeforeEach
    void load() {
        WaitForAsyncUtils.clearExceptions();
        office.load(3);
        ada = office.named("Ada Lovelace");
        fx(() -> office.window.model().focusedProperty().set(ada));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void edit() {
        fx(office.node("inspector-edit", Button.class)::fire);
    }

    @Test
    void whatIsLongCutsNothingShort(FxRobot robot) {
        fx(() -> office.window.model().focusedProperty().set(office.named("Maximiliana-Theodora " + LONG_NAME)));
        until(() -> robot.lookup(LONG_TITLE).tryQuery().isPresent());
        assertThat(fxGet(() -> robot.lookup(LONG_TITLE).queryAs(Label.class).isTextTruncated())).as("what somebody is").isFalse();
        Hyperlink all = office.node("select-all-matching", Hyperlink.class);
        assertThat(fxGet(all::isTextTruncated)).as("the way to select all, beside the name").isFalse();
        assertThat(fxGet(() -> office.node("selection-what", Label.class).isTextTruncated())).as("which takes what is left").isTrue();
    }

    private TextField input(String id) {
        return office.node("input-" + id, TextField.class);
    }

    @Test
    void editsOneContactAsAChangeSetOfOne(FxRobot robot) {
        edit();
        assertThat(fxGet(() -> office.node("inspector-save", Button.class).isDisabled())).as("nothing to save yet").isTrue();
        fx(() -> input("names-familyName").setText("King"));
        fx(() -> input("organizations-name").requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> office.node("inspector-name", Label.class).getText().equals("Ada King"));
        ChangeSet sent = office.jobs.jobs().getFirst().changes();
        assertThat(sent.changes()).hasSize(1);
        assertThat(((Change.Update) sent.changes().getFirst()).mask()).isEqualTo(FieldMask.of(PersonField.NAMES));
        JsonObject there = office.server.contact(ada);
        assertThat(there.getAsJsonArray("names").get(0).getAsJsonObject().get("familyName").getAsString()).isEqualTo("King");
        assertThat(there.getAsJsonArray("emailAddresses")).hasSize(2);
        until(() -> office.shown().contains("Ada King"));
    }

    @Test
    void whatWasTypedOutlivesARefreshAndAnotherFocus() {
        edit();
        fx(() -> input("names-familyName").setText("Typed"));
        office.load(3);
        assertThat(fxGet(() -> input("names-familyName").getText())).isEqualTo("Typed");
        String ben = office.named("Ben Other");
        fx(() -> office.window.model().focusedProperty().set(ben));
        assertThat(fxGet(() -> input("names-familyName").getText())).isEqualTo("Typed");
        assertThat(fxGet(() -> office.node("inspector-problem", Label.class).getText())).contains("Ada Lovelace");
        fx(office.node("inspector-cancel", Button.class)::fire);
        assertThat(fxGet(() -> office.node("inspector-discard", Button.class).isVisible())).isTrue();
        fx(office.node("inspector-keep", Button.class)::fire);
        assertThat(fxGet(() -> input("names-familyName").getText())).isEqualTo("Typed");
        fx(office.node("inspector-cancel", Button.class)::fire);
        fx(office.node("inspector-discard", Button.class)::fire);
        until(() -> office.node("inspector-name", Label.class).getText().equals("Ben Other"));
        assertThat(office.jobs.jobs()).isEmpty();
    }

    @Test
    void aChangeMadeElsewhereIsComparedAndTheStaleFormGoes() {
        edit();
        fx(() -> input("names-familyName").setText("Mine"));
        office.server.changeElsewhere(ada, person -> person.getAsJsonArray("names").get(0).getAsJsonObject().addProperty("familyName", "Theirs"));
        fx(office.node("inspector-save", Button.class)::fire);
        until(() -> !office.screens.asked.isEmpty());
        assertThat(office.screens.last().screen()).isEqualTo("compare");
        assertThat(((Change.Update) office.screens.compared.change()).after().getNames().getFirst().getFamilyName()).as("what was typed is in the job").isEqualTo("Mine");
        assertThat(fxGet(() -> office.node("inspector-problem", Label.class).getText())).contains("Changed since it was loaded");
        assertThat(fxGet(() -> office.scene.lookup("#input-names-familyName"))).as("an edit of what is not there any more").isNull();
        assertThat(fxGet(() -> office.node("inspector-name", Label.class).getText())).isEqualTo("Ada Theirs");
        assertThat(office.server.contact(ada).getAsJsonArray("names").get(0).getAsJsonObject().get("familyName").getAsString()).isEqualTo("Theirs");
    }

    @Test
    void whatIsRefusedStaysUnderEditWithTheKeyboardWhereItWas() {
        edit();
        office.server.deleteElsewhere(ada);
        fx(() -> input("organizations-name").setText("Mine"));
        fx(() -> input("organizations-name").requestFocus());
        fx(office.node("inspector-save", Button.class)::fire);
        until(() -> office.jobs.jobs().getFirst().snapshot().state().ended() && !office.node("inspector-values", javafx.scene.Node.class).isDisabled());
        assertThat(fxGet(() -> input("organizations-name").getText())).isEqualTo("Mine");
        until(() -> input("organizations-name").isFocused());
    }

    @Test
    void wrongValuesCannotBeSavedAndFieldsNotLoadedAreSaidAndLoaded() {
        fx(office.node("inspector-load-all", Hyperlink.class)::fire);
        until(() -> office.scene.lookup("#inspector-not-loaded") == null);
        edit();
        assertThat(fxGet(() -> input("birthdays-date").getText())).isEqualTo("1815-12-10");
        fx(() -> input("birthdays-date").setText("1815-13-99"));
        assertThat(fxGet(() -> office.node("inspector-save", Button.class).isDisabled())).isTrue();
        assertThat(fxGet(() -> office.node("inspector-problem", Label.class).getText())).isNotEmpty();
        fx(() -> input("birthdays-date").setText("--12-11"));
        assertThat(fxGet(() -> office.node("inspector-save", Button.class).isDisabled())).isFalse();
        fx(() -> input("names-givenName").setText("x".repeat(1100)));
        assertThat(fxGet(() -> office.node("inspector-save", Button.class).isDisabled())).as("longer than Google takes").isTrue();
    }
}
