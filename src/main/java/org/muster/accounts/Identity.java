package org.muster.accounts;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.Timeouts;

/**
 * Whose account it is.
 *
 * @param person the resource name behind {@code people/me}: the same however often somebody signs in
 * @param name what people call the owner, or else the owner's e-mail address; empty when the sign-in does not allow to see either
 */
record Identity(String person, String name) {
    private static final String ME = "people/me";
    private static final Timeouts PATIENCE = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    /**
     * Asks the API, which tells anybody who may read contacts (People API, {@code people.getBatchGet}).
     *
     * @return empty when there is no usable answer: then nobody knows
     */
    static Optional<Identity> ask(URI api, String accessToken) {
        GooglePeopleGateway gateway = new GooglePeopleGateway(api, new FixedToken(accessToken), PATIENCE);
        Answer<Map<String, Answer<Contact>>> answer = gateway.batchGet(List.of(ME), FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES), Set.of());
        return answer instanceof Answer.Ok<Map<String, Answer<Contact>>>(Map<String, Answer<Contact>> found)
                        && found.get(ME) instanceof Answer.Ok<Contact>(Contact me)
                        && !me.resourceName().equals(ME)
                ? Optional.of(new Identity(me.resourceName(), me.displayName()))
                : Optional.empty();
    }
}
