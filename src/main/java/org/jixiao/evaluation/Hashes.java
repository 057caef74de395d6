package org.jixiao.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what an approver answers for. */
final class Hashes {

    private Hashes() {}

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each part with its length before it, so that no two lists read alike. */
    static String of(List<String> parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) all.append(part.length()).append(':').append(part).append('\n');
        return of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
