package org.jixiao.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.jixiao.PageTest;
import org.jixiao.base.Messages;
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

    @Test
    void a_text_too_long_is_not_cut_and_its_field_says_how_much_is_too_much() {
        signIn("chief.data");
        var field = new TextField();
        Limit.of(field, 5);
        field.setValue("一二三四五六");
        assertThat(field.getValue()).isEqualTo("一二三四五六");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("最多 5 字，现在 6 字。");
        assertThat(Limit.keeps(field)).isFalse();
        field.setValue("一二三四五");
        assertThat(field.isInvalid()).isFalse();
        assertThat(Limit.keeps(field)).isTrue();
    }

    @Test
    void a_sign_in_whose_cookie_is_gone_has_ended_and_the_browser_is_not_blamed() {
        signIn("chief.data");
        var words = VaadinService.getCurrent().getSystemMessages(Messages.CHINESE, null);
        assertThat(words.getCookiesDisabledCaption()).isEqualTo("登录已结束");
        assertThat(words.getCookiesDisabledMessage()).contains("重新登录");
    }

    @Test
    void what_is_read_aloud_by_itself_is_in_the_language_of_the_page() {
        signIn("chief.data");
        assertThat(new SeveralField<String>().getI18n().getSelected()).isEqualTo("已加入");
        assertThat(new SeveralField<String>().getI18n().getTotal()).isEqualTo("共选 {count} 项");
        signIn("chief.data", Locale.ENGLISH);
        assertThat(new SeveralField<String>().getI18n().getDeselected()).isEqualTo("removed from selection");
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
