package org.jixiao.browser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The accepted pictures of the pages, in {@code src/test/resources/looks}. {@code LOOKS_ACCEPT} in the environment
 * accepts what is seen: {@code true} every page, {@code inbox,board} these pages only, and only these are looked at.
 */
public final class Looks {

    private static final Path ACCEPTED = Path.of("src", "test", "resources", "looks");
    private static final Path SEEN = Path.of("target", "looks");
    private static final String ACCEPT = System.getenv().getOrDefault("LOOKS_ACCEPT", "");

    private Looks() {}

    /** Whether this run looks at the page. */
    public static boolean asked(String page) {
        return all() || List.of(ACCEPT.split(",")).contains(page);
    }

    private static boolean all() {
        return ACCEPT.isBlank() || ACCEPT.equals("true");
    }

    /** Null when the page looks as accepted, else what differs and how to go on. */
    public static @Nullable String differs(String page, String reader, BufferedImage shot) throws IOException {
        String name = page + "-" + reader;
        Path accepted = ACCEPTED.resolve(name + ".png");
        Picture seen = Picture.of(shot);
        keep(shot, SEEN.resolve(name + ".png"));
        if (!ACCEPT.isBlank()) {
            keep(seen.small(), accepted);
            return null;
        }
        if (!Files.exists(accepted)) return name + " has no accepted picture. " + how(page, name);
        Picture was = Picture.kept(ImageIO.read(accepted.toFile()));
        String apart = seen.apart(was);
        if (apart == null) return null;
        keep(seen.difference(was), SEEN.resolve(name + "-differs.png"));
        return name + ": " + apart + ". " + how(page, name);
    }

    private static String how(String page, String name) {
        return "Look at %1$s/%2$s.png (and %2$s-differs.png) beside %3$s/%2$s.png; if it is as it should be: LOOKS_ACCEPT=%4$s mvn test -Dtest=LooksTest"
                .formatted(SEEN, name, ACCEPTED, page);
    }

    /** Accepted pictures of pages that are no more. */
    public static Set<String> strays(Set<String> names) throws IOException {
        try (var files = Files.list(ACCEPTED)) {
            return files.map(file -> file.getFileName().toString().replace(".png", ""))
                    .filter(name -> !names.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void keep(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }
}
