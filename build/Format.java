import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks (argument "check") or rewrites (argument "apply") every Java source of the project with google-java-format in
 * its AOSP style. Run by the build from the project's root.
 */
public final class Format {

    public static void main(String[] args) throws Exception {
        boolean apply = args.length > 0 && args[0].equals("apply");
        List<String> arguments = new ArrayList<>(List.of("--aosp"));
        arguments.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        arguments.addAll(sources());
        PrintWriter out = new PrintWriter(System.out, true);
        int code = 0;
        for (int pass = 0; pass < (apply ? 2 : 1); pass++) { // a long string literal settles in the second pass
            code = new Main(out, new PrintWriter(System.err, true), System.in)
                    .format(arguments.toArray(new String[0]));
        }
        if (code != 0 && !apply) {
            System.err.println("The files above are not formatted. Run: mvn -N -Dformat.mode=apply initialize");
        }
        System.exit(code);
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(""))) {
            List<String> sources = new ArrayList<>();
            for (Path module : modules.sorted().toList()) {
                Path folder = module.resolve("src");
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(file -> sources.add(file.toString()));
                    }
                }
            }
            return sources;
        }
    }
}
