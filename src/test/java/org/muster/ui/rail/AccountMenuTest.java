package org.muster.ui.rail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.contacts.ContactBook;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.people.GooglePeopleGateway;
import org.muster.ui.PracticeControls;
import org.muster.ui.Screens;
import org.muster.ui.main.RecordingScreens;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What stands at the top of the rail for each kind of account. */
@ExtendWith(ApplicationExtension.class)
class AccountMenuTest {
    private static final Screens.AccountChoice SERVER = new Screens.AccountChoice("endpoint:x", "people.example.org:8080", Optional.of("people.example.org:8080"), true);
    private static final Screens.AccountChoice GOOGLE = new Screens.AccountChoice("google-1", "ada@example.org", Optional.empty(), true);

    private AccountMenu server;
    private AccountMenu google;

    @Start
    void start(Stage stage) {
        server = menu(SERVER);
        google = menu(GOOGLE);
        stage.setScene(new Scene(new javafx.scene.layout.VBox(server.view(), google.view())));
        stage.show();
    }

    private static AccountMenu menu(Screens.AccountChoice account) {
        RecordingScreens screens = new RecordingScreens() {
            @Override
            public Optional<PracticeControls> practice() {
                return Optional.empty();
            }
        };
        screens.accounts = List.of(account);
        try (JobService jobs = new LaneJobService(new MemoryJournal(), JobSettings.standard())) {
            JobService.Lane lane = new JobService.Lane(account.id(), GooglePeopleGateway.withToken(java.net.URI.create("http://127.0.0.1:1/"), () -> ""), new ContactBook());
            return new AccountMenu(new Workspace(account.name(), lane, jobs, new VirtualThreads(), Clock.systemUTC()), screens, new Theme());
        }
    }

    private static List<String> words(AccountMenu menu) {
        MenuButton button = (MenuButton) menu.view();
        return button.getGraphic().lookupAll(".label").stream().map(n -> ((Label) n).getText()).toList();
    }

    @Test
    void anotherServerIsNotCalledGoogle() {
        assertThat(words(server)).contains("Other server", "people.example.org:8080").doesNotContain("Google account");
    }

    @Test
    void googleIs() {
        assertThat(words(google)).contains("ada@example.org", "Google account");
    }
}
