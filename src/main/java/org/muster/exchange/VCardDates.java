package org.muster.exchange;

import com.google.api.services.people.v1.model.Date;
import ezvcard.property.DateOrTimeProperty;
import ezvcard.util.PartialDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import org.muster.contacts.Dates;

/** Dates of vCards in the form {@link Dates} reads. */
final class VCardDates {
    private VCardDates() {}

    static String text(DateOrTimeProperty property) {
        if (property.getDate() != null) {
            return text(property, property.getDate());
        }
        PartialDate partial = property.getPartialDate();
        if (partial != null && partial.hasDateComponent()) {
            return Dates.write(new Date().setYear(partial.getYear()).setMonth(partial.getMonth()).setDay(partial.getDate()));
        }
        return property.getText() == null ? "" : property.getText();
    }

    private static String text(DateOrTimeProperty property, Temporal date) {
        int year = date.get(ChronoField.YEAR);
        // Apple's way to write a birthday without its year
        String omitted = property.getParameter("X-APPLE-OMIT-YEAR");
        boolean yearless = omitted != null && omitted.equals(Integer.toString(year));
        return Dates.write(new Date().setYear(yearless ? 0 : year).setMonth(date.get(ChronoField.MONTH_OF_YEAR)).setDay(date.get(ChronoField.DAY_OF_MONTH)));
    }
}
