package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

class RetriesTest {
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES);
    private static final FieldMask BOTH = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES);

    private final ContactBook book = new ContactBook();

    private static Contact contact(String etag, String given, String email) {
        return new Contact(person(given, email).setResourceName("people/c1").setEtag(etag), BOTH);
    }

    private static Person person(String given, String email) {
        return new Person().setNames(List.of(new Name().setGivenName(given))).setEmailAddresses(List.of(new EmailAddress().setValue(email)));
    }

    private static Outcome outcome(Change change, OutcomeState state, ErrorCause cause) {
        return new Outcome(0, change, state, Optional.ofNullable(cause).map(c -> new ApiError(c, 400, "", "", "")), Optional.empty());
    }

    private final Change.Update rename = new Change.Update(contact("old", "ada", "a@example.org"), person("Ada", "a@example.org"), NAMES);
    private final Change.Create create = new Change.Create(person("New", "n@example.org"), "row 2");

    @ParameterizedTest
    @EnumSource(value = OutcomeState.class, names = {"FAILED", "SKIPPED"}, mode = EnumSource.Mode.EXCLUDE)
    void onlyWhatIsKnownNotToHaveHappenedIsSentAgain(OutcomeState state) {
        assertThat(Retries.of(outcome(create, state, null), book)).isEmpty();
        assertThat(Retries.of(outcome(rename, state, null), book)).isEmpty();
    }

    @Test
    void whatFailedOrWasSkippedIsSentAsItWas() {
        assertThat(Retries.of(outcome(create, OutcomeState.FAILED, ErrorCause.INVALID), book)).containsSame(create);
        assertThat(Retries.of(outcome(create, OutcomeState.SKIPPED, null), book)).containsSame(create);
        assertThat(Retries.of(outcome(rename, OutcomeState.FAILED, ErrorCause.INVALID), book)).containsSame(rename);
    }

    @Test
    void aFailureThatMayHaveBeenCarriedOutIsNotSentBlindly() {
        assertThat(Retries.of(outcome(create, OutcomeState.FAILED, ErrorCause.NO_ANSWER), book)).isEmpty();
        assertThat(Retries.of(outcome(create, OutcomeState.FAILED, ErrorCause.SERVER), book)).isEmpty();
    }

    @Test
    void whatTheServerCouldNotDoMayBeSentAfterALook() {
        assertThat(Retries.afterLook(outcome(create, OutcomeState.FAILED, ErrorCause.SERVER))).isTrue();
        assertThat(Retries.afterLook(outcome(create, OutcomeState.FAILED, ErrorCause.INVALID))).isFalse();
        assertThat(Retries.afterLook(outcome(create, OutcomeState.UNKNOWN, ErrorCause.SERVER))).as("that one is looked for by its own button").isFalse();
    }

    @Test
    void aPhotoIsGivenAgainToWhoIsThereByNow() {
        Change.SetPhoto photo = new Change.SetPhoto("people/c1", "00", "Ada");
        assertThat(Retries.of(outcome(photo, OutcomeState.FAILED, ErrorCause.NOT_FOUND), book)).contains(photo);
        assertThat(Retries.of(outcome(photo, OutcomeState.FAILED, ErrorCause.PHOTO_LOST), book)).contains(photo);
    }

    @Test
    void whoIsGoneIsNotRetried() {
        assertThat(Retries.possible(outcome(rename, OutcomeState.FAILED, ErrorCause.NOT_FOUND))).isFalse();
    }

    @Test
    void anUpdateIsPutOntoTheNewerContact() {
        book.replaceAll(List.of(contact("new", "ada", "other@example.org")));
        assertThat(Retries.of(outcome(rename, OutcomeState.FAILED, ErrorCause.INVALID), book)).containsInstanceOf(Change.Update.class).get().satisfies(change -> {
            Change.Update update = (Change.Update) change;
            assertThat(update.before().etag()).isEqualTo("new");
            assertThat(update.mask()).isEqualTo(NAMES);
            assertThat(update.after().getNames().getFirst().getGivenName()).isEqualTo("Ada");
            assertThat(update.after().getEmailAddresses().getFirst().getValue()).isEqualTo("other@example.org");
        });
    }

    @Test
    void anUpdateOfWhatChangedMeanwhileStaysBasedOnWhatWasSeen() {
        book.replaceAll(List.of(contact("new", "Augusta", "a@example.org")));
        assertThat(Retries.of(outcome(rename, OutcomeState.FAILED, ErrorCause.INVALID), book)).containsSame(rename);
    }

    @Test
    void aNewerContactWithoutTheFieldLoadedIsNoBase() {
        book.replaceAll(List.of(new Contact(person("ada", "x@example.org").setResourceName("people/c1").setEtag("new"), FieldMask.of(PersonField.EMAIL_ADDRESSES))));
        assertThat(Retries.of(outcome(rename, OutcomeState.SKIPPED, null), book)).containsSame(rename);
    }
}
