package org.muster.ui.jobs;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Contacts, changes and outcomes for tests of the window. */
public final class Some {
    public static final FieldMask LOADED = FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS, PersonField.PHONE_NUMBERS, PersonField.BIOGRAPHIES, PersonField.EMAIL_ADDRESSES);

    private Some() {}

    public static Person person(String given, String company) {
        Person person = new Person().setNames(new ArrayList<>(List.of(new Name().setDisplayName(given).setGivenName(given))));
        return company.isEmpty() ? person : person.setOrganizations(new ArrayList<>(List.of(new Organization().setName(company))));
    }

    public static Contact contact(int number, String version, Person person) {
        Source source = new Source().setType("CONTACT").setEtag(version).setUpdateTime("2026-11-21T12:07:30Z");
        return new Contact(person.setResourceName("people/c" + number).setEtag("e" + version).setMetadata(new PersonMetadata().setSources(List.of(source))), LOADED);
    }

    public static Change.Update company(int number, String name, String before, String after) {
        return new Change.Update(contact(number, "1", person(name, before)), person(name, after), FieldMask.of(PersonField.ORGANIZATIONS));
    }

    public static ChangeSet companies(String title, int count, String... names) {
        return new ChangeSet(title, IntStream.range(0, count).mapToObj(i -> company(i, i < names.length ? names[i] : "Contact " + i, "Old & Co.", "ACME")).toList(), LOADED);
    }

    public static ChangeSet creates(String title, int count) {
        return new ChangeSet(title, IntStream.range(0, count).mapToObj(i -> new Change.Create(person("New " + i, ""), "row " + (i + 2))).toList(), LOADED);
    }

    public static ApiError error(ErrorCause cause, String message) {
        return new ApiError(cause, 400, "INVALID_ARGUMENT", "", message);
    }

    public static Outcome outcome(ChangeSet set, int row, OutcomeState state, ApiError error) {
        return new Outcome(row, set.changes().get(row), state, Optional.ofNullable(error), Optional.empty());
    }

    public static Outcome conflict(ChangeSet set, int row, Contact theirs) {
        return new Outcome(row, set.changes().get(row), OutcomeState.CONFLICT, Optional.of(error(ErrorCause.STALE_ETAG, "Request person.etag is different than the current person.etag.")), Optional.of(theirs));
    }
}
