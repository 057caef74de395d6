package org.jixiao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ProductTest
@Transactional
class SetUpTest {

    private static final String PASSWORD = "correct horse";

    @Autowired
    private SetUp setUp;

    @Autowired
    private StoredPeople people;

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.findings())
                .anySatisfy(finding -> assertThat(finding.code()).isEqualTo(code)));
    }

    @Test
    void an_installation_without_demo_begins_with_nobody_and_no_default_password() {
        assertThat(setUp.needed()).isTrue();
        assertThat(people.count("")).isZero();
    }

    @Test
    void the_token_of_the_latest_start_makes_the_first_administrator_once() {
        String earlier = setUp.token();
        String token = setUp.token();
        refused("org-setup-token", () -> setUp.complete(earlier, "admin", "管理员", PASSWORD, PASSWORD));
        refused("org-setup-token", () -> setUp.complete(null, "admin", "管理员", PASSWORD, PASSWORD));
        refused("org-password-short", () -> setUp.complete(token, "admin", "管理员", "short", "short"));
        refused("org-password-again", () -> setUp.complete(token, "admin", "管理员", PASSWORD, PASSWORD + "x"));
        setUp.complete(token, "admin", "管理员", PASSWORD, PASSWORD);
        assertThat(people.byLogin("admin").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.SYSADMIN, Role.SECADMIN);
        assertThat(setUp.needed()).isFalse();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> setUp.complete(token, "second", "第二位", PASSWORD, PASSWORD))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }
}
