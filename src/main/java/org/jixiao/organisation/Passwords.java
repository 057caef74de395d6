package org.jixiao.organisation;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** The rules for passwords, and their hashes. */
@Component
class Passwords {

    private static final int SHORTEST = 10;
    /** Bcrypt reads no further. */
    private static final int MOST_BYTES = 72;
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(10);
    private final SecureRandom random = new SecureRandom();
    /** Compared against when there is no such person, so that the answer takes as long. */
    private final String nobody = encoder.encode(once());

    Form check(Form form, String field, @Nullable String password, String login) {
        String given = password == null ? "" : password;
        return form.require(given.length() >= SHORTEST, field, "password-short", "" + SHORTEST)
                .require(given.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= MOST_BYTES, field, "password-long")
                .require(!given.equalsIgnoreCase(login), field, "password-login");
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, @Nullable String hash) {
        boolean right = encoder.matches(password, hash == null ? nobody : hash);
        return right && hash != null;
    }

    /** A password to hand over and to change at the first sign-in, without letters that look alike. */
    String once() {
        return random.ints(14, 0, READABLE.length())
                .mapToObj(i -> String.valueOf(READABLE.charAt(i)))
                .collect(java.util.stream.Collectors.joining());
    }
}
