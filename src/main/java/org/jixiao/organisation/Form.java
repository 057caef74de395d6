package org.jixiao.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of a request, so that all of it is said at once. */
final class Form {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int LONGEST_NAME = 60;

    private final List<Finding> findings = new ArrayList<>();

    static Refusal refusal(String field, String code, String... args) {
        return new Form().require(false, field, code, args).refusal();
    }

    Form require(boolean right, String field, String code, String... args) {
        if (!right) findings.add(Finding.error("org-" + code, null, field, args));
        return this;
    }

    Form code(@Nullable String code) {
        return require(code != null && CODE.matcher(code).matches(), "code", "code-format");
    }

    Form name(String field, @Nullable String name) {
        require(name != null && !name.isBlank(), field, "missing");
        return require(name == null || name.length() <= LONGEST_NAME, field, "too-long", "" + LONGEST_NAME);
    }

    Form times(java.time.@Nullable LocalDate from, java.time.@Nullable LocalDate to) {
        require(from != null, "from", "missing");
        return require(from == null || to == null || !to.isBefore(from), "to", "to-before-from");
    }

    void settle() {
        if (!findings.isEmpty()) throw refusal();
    }

    private Refusal refusal() {
        return Refusal.invalid("org-form", findings, findings.size());
    }
}
