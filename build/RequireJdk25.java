import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Stops the build with plain words where no JDK 25 can be found. Runs as a single source file on whatever Java runs
 * Maven (17 or newer), before the toolchain is chosen; looks where Maven's toolchain discovery looks.
 */
public final class RequireJdk25 {

    public static void main(String[] args) {
        Set<Path> candidates = candidates();
        for (Path home : candidates) {
            if (isJdk25(home)) {
                return;
            }
        }
        System.err.println("PlantDeck is built with a JDK 25 and none was found (looked in " + candidates.size()
                + " places: JAVA_HOME, JAVA25_HOME, the usual folders of this system).");
        System.err.println("Install one and run mvn again, for example Eclipse Temurin 25: package temurin-25-jdk on"
                + " Debian and Ubuntu, `brew install temurin@25` on macOS, `winget install"
                + " EclipseAdoptium.Temurin.25.JDK` on Windows.");
        System.err.println("If it lives elsewhere, set JAVA25_HOME to its folder or list it in"
                + " ~/.m2/toolchains.xml.");
        System.exit(1);
    }

    private static Set<Path> candidates() {
        Set<Path> homes = new LinkedHashSet<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("JAVA\\d*_HOME(_.*)?|JDK_?\\d*(_HOME)?.*") && !variable.getValue().isBlank()) {
                homes.add(Path.of(variable.getValue()));
            }
        }
        homes.add(Path.of(System.getProperty("java.home")));
        Path user = Path.of(System.getProperty("user.home"));
        addChildren(homes, Path.of("/usr/lib/jvm"), "");
        addChildren(homes, Path.of("/usr/java"), "");
        addChildren(homes, Path.of("/opt"), "");
        addChildren(homes, Path.of("/Library/Java/JavaVirtualMachines"), "Contents/Home");
        addChildren(homes, user.resolve("Library/Java/JavaVirtualMachines"), "Contents/Home");
        addChildren(homes, user.resolve(".sdkman/candidates/java"), "");
        addChildren(homes, user.resolve(".jdks"), "");
        addChildren(homes, user.resolve(".jbang/cache/jdks"), "");
        addChildren(homes, user.resolve(".asdf/installs/java"), "");
        addChildren(homes, user.resolve(".gradle/jdks"), "");
        String programs = System.getenv("ProgramFiles");
        if (programs != null) {
            for (String vendor : new String[] {"Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto",
                "BellSoft"}) {
                addChildren(homes, Path.of(programs, vendor), "");
            }
        }
        addToolchains(homes, user.resolve(".m2/toolchains.xml"));
        return homes;
    }

    private static void addChildren(Set<Path> homes, Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                homes.add(suffix.isEmpty() ? child : child.resolve(suffix));
            }
        } catch (IOException e) {
            // A folder that cannot be read holds no JDK we could use.
        }
    }

    private static void addToolchains(Set<Path> homes, Path toolchains) {
        if (!Files.isReadable(toolchains)) {
            return;
        }
        try {
            for (String part : Files.readString(toolchains).split("<jdkHome>")) {
                int end = part.indexOf("</jdkHome>");
                if (end > 0) {
                    homes.add(Path.of(part.substring(0, end).trim()));
                }
            }
        } catch (IOException e) {
            // As above.
        }
    }

    private static boolean isJdk25(Path home) {
        Path release = home.resolve("release");
        boolean compiler = Files.exists(home.resolve("bin/javac")) || Files.exists(home.resolve("bin/javac.exe"));
        try {
            return compiler && Files.isReadable(release)
                    && Files.readString(release).matches("(?s).*JAVA_VERSION=\"25[.\"+].*");
        } catch (IOException e) {
            return false;
        }
    }
}
