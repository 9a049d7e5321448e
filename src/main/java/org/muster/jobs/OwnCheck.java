package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.muster.changes.Checks;
import org.muster.changes.Finding;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.PeopleGateway;

/**
 * Finds out from what was sent, by the documented rules, why Google may have refused a contact. Google's own words stay with the error and
 * decide nothing. The account's labels are read once per job, when first needed.
 */
final class OwnCheck {
    private final PeopleGateway gateway;
    private Checks checks;
    private boolean labelsKnown;

    OwnCheck(PeopleGateway gateway) {
        this.gateway = gateway;
    }

    /** What is wrong with {@code body} under {@code mask}, if these rules can tell. */
    Optional<ErrorCause> cause(Person body, FieldMask mask) {
        List<Finding> findings = checks().check(body, mask);
        return findings.stream().filter(Finding::blocks).map(this::cause).flatMap(Optional::stream).findFirst();
    }

    /** {@code error} with the finer cause, when it is but "not accepted". */
    ApiError refine(ApiError error, Person body, FieldMask mask) {
        boolean labelsAtStake = mask.contains(PersonField.MEMBERSHIPS) && (error.cause() == ErrorCause.NOT_FOUND || error.cause() == ErrorCause.FORBIDDEN);
        if (error.cause() != ErrorCause.INVALID && !labelsAtStake) {
            return error;
        }
        Optional<ErrorCause> finer = cause(body, mask).filter(c -> error.cause() == ErrorCause.INVALID || c == ErrorCause.BAD_LABEL);
        return finer.map(c -> new ApiError(c, error.httpStatus(), error.status(), error.reason(), error.message())).orElse(error);
    }

    private Optional<ErrorCause> cause(Finding finding) {
        return switch (finding.code()) {
            case MORE_THAN_ONE -> Optional.of(ErrorCause.SINGLETON);
            case TOO_LONG, TOO_BIG, TOO_MANY_VALUES -> Optional.of(ErrorCause.TOO_LONG);
            case EMPTY, NOTHING_LEFT -> Optional.of(ErrorCause.EMPTY_CONTACT);
            case UNKNOWN_LABEL, LABEL_NOT_ASSIGNABLE -> labelsKnown ? Optional.of(ErrorCause.BAD_LABEL) : Optional.empty();
            case NO_SUCH_DATE, NOT_ACCEPTED, HALF_CHARACTER -> Optional.of(ErrorCause.INVALID);
            // Google takes any text for an e-mail address; the others are about files and grids.
            case NOT_AN_EMAIL, AMBIGUOUS_DATE, LABEL_UNDECIDED, ALREADY_THERE, ON_ITS_WAY, REPEATED -> Optional.empty();
        };
    }

    private Checks checks() {
        if (checks == null) {
            Collection<Label> labels = List.of();
            if (gateway.labels() instanceof Answer.Ok<List<Label>>(List<Label> known)) {
                labels = known;
                labelsKnown = true;
            }
            checks = Checks.forNew(labels);
        }
        return checks;
    }
}
