package org.muster.practice;

/** Refuses contacts past what an account may hold. */
final class ContactCap {
    private final ContactStore contacts;
    private final Switches switches;

    ContactCap(ContactStore contacts, Switches switches) {
        this.contacts = contacts;
        this.switches = switches;
    }

    void check(int more) {
        if ((long) contacts.weighed() + more > switches.contactCap().get()) {
            Switches.Refusal refusal = switches.overflow().get();
            throw new ApiException(refusal.http(), refusal.name(),
                    "The contact could not be created: MY_CONTACTS_OVERFLOW_COUNT");
        }
    }
}
