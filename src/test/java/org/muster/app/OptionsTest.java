package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.EndpointAccount;
import picocli.CommandLine;

class OptionsTest {
    private static Options parsed(String... args) throws Options.Wrong {
        Options options = new Options();
        Options.line(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        options.check();
        return options;
    }

    @Test
    void withoutAnyTheWindowOpensOnThePracticeAccount() throws Exception {
        Options none = parsed();
        assertThat(none.dataDir()).isEmpty();
        assertThat(none.endpoint()).isEmpty();
        assertThat(none.tour()).isEmpty();
        assertThat(none.theme()).isEqualTo(Options.ThemeName.system);
    }

    @Test
    void saysWhatWasGiven() throws Exception {
        Options all = parsed("--data-dir", "here", "--endpoint=https://people.example.org/", "--tour", "there", "--theme", "DARK");
        assertThat(all.dataDir()).contains(Path.of("here"));
        assertThat(all.endpoint().map(EndpointAccount::root).map(Object::toString)).contains("https://people.example.org/");
        assertThat(all.tour()).contains(Path.of("there"));
        assertThat(all.theme()).isEqualTo(Options.ThemeName.dark);
    }

    @Test
    void anAddressMayLackItsLastSlash() throws Exception {
        assertThat(parsed("--endpoint", "http://127.0.0.1:8080").endpoint().map(EndpointAccount::root).map(Object::toString)).contains("http://127.0.0.1:8080/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"people.googleapis.com", "ftp://people.example.org/", "https://ada:secret@people.example.org/", "https://people.example.org/?key=secret", "http://", "no address"})
    void whatIsNoAddressIsRefusedAndNotRepeated(String address) {
        assertThatThrownBy(() -> parsed("--endpoint", address)).isInstanceOf(Options.Wrong.class)
                .hasMessageContaining("--endpoint").hasMessageContaining("https://").message().doesNotContain("secret");
    }

    @Test
    void aLookThatIsNoneIsRefused() {
        assertThatThrownBy(() -> parsed("--theme", "pink")).isInstanceOf(CommandLine.ParameterException.class).hasMessageContaining("pink");
    }
}
