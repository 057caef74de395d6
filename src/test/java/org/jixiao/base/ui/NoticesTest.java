package org.jixiao.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.jixiao.PageTest;
import org.junit.jupiter.api.Test;

/** What went wrong stands until something is done, and no longer. */
class NoticesTest extends PageTest {

    @Test
    void what_went_wrong_goes_once_something_is_done() {
        signIn("chief.data");
        go("");
        Notices.warn("没有存上");
        assertThat(notices()).contains("没有存上");
        Notices.done("已提交");
        assertThat(notices()).contains("已提交").doesNotContain("没有存上");
    }
}
