package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Launcher launcher = new Launcher(new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void aWrongOptionIsNamed() {
        assertThat(launcher.run(List.of("--date-dir", "x"))).isEqualTo(1);
        assertThat(said()).contains("--date-dir").contains("--help");
    }

    @Test
    void anEndpointMustBeAServersAddress() {
        assertThat(launcher.run(List.of("--endpoint", "people.googleapis.com"))).isEqualTo(1);
        assertThat(said()).contains("--endpoint", "without user name");
    }

    @Test
    void aDataFolderThatCannotBeIsSaidSo(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(launcher.run(List.of("--tour", file.resolve("tour").toString()))).isEqualTo(2);
        assertThat(said()).contains("--data-dir");
    }

    @Test
    void theUsualPlaceIsTheSystems() {
        Path home = Path.of("/home/ada");
        assertThat(DataFolder.usual(Map.of(), home, "Linux")).isEqualTo(home.resolve(".local/share/muster"));
        assertThat(DataFolder.usual(Map.of("XDG_DATA_HOME", "/data"), home, "Linux")).isEqualTo(Path.of("/data/muster"));
        assertThat(DataFolder.usual(Map.of(), home, "Mac OS X")).isEqualTo(home.resolve("Library/Application Support/Muster"));
        assertThat(DataFolder.usual(Map.of(), home, "Windows 11")).isEqualTo(home.resolve("AppData/Roaming/Muster"));
    }

    @Test
    void onlyLinuxCanLackADisplay() {
        assertThat(Launcher.displayThere(Map.of(), "Linux")).isFalse();
        assertThat(Launcher.displayThere(Map.of("DISPLAY", ":0"), "Linux")).isTrue();
        assertThat(Launcher.displayThere(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux")).isTrue();
        assertThat(Launcher.displayThere(Map.of(), "Mac OS X")).isTrue();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
