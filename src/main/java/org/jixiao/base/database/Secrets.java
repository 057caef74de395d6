package org.jixiao.base.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** Passwords of the embedded database's three roles, made once and readable by the folder's owner only. */
record Secrets(String superuser, String owner, String application) {

    static Secrets in(Path file) throws IOException {
        if (!Files.exists(file)) {
            var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, onlyMine);
            Files.write(fresh, List.of(random(), random(), random()), StandardOpenOption.SYNC);
            Files.move(fresh, file);
        }
        List<String> lines = Files.readAllLines(file);
        return new Secrets(lines.get(0), lines.get(1), lines.get(2));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
