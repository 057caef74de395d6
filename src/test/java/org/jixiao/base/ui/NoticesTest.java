package org.jixiao.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
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

    /** A window that cannot say anything any more, as while the product stops. */
    private static final class Mute extends UI {
        private int asked;

        @Override
        public String getTranslation(String key, Object... params) {
            if (++asked < 50) throw new IllegalStateException("stopped");
            return key;
        }
    }

    @Test
    void a_mishap_that_cannot_be_told_is_not_told_for_ever() {
        signIn("chief.data");
        var window = new Mute();
        window.getInternals().setSession(VaadinSession.getCurrent());
        UI.setCurrent(window);
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(new IllegalStateException("first")));
        MockVaadin.runUIQueue();
        assertThat(window.asked).isOne();
    }
}
