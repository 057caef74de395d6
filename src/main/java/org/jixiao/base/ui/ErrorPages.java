package org.jixiao.base.ui;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jixiao.base.Refusal;

/** The pages for addresses that cannot be shown. */
final class ErrorPages {

    private ErrorPages() {}

    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class NotThere extends ErrorPage implements HasErrorParameter<NotFoundException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
            say("base.error.notThere.title", getTranslation("base.error.notThere"));
            return 404;
        }
    }

    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class NotAllowed extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
            say("base.error.notAllowed.title", getTranslation("base.error.notAllowed"));
            return 403;
        }
    }

    /** A service declined what the address asks for. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class Refused extends ErrorPage implements HasErrorParameter<Refusal> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
            Refusal refusal = parameter.getException();
            say("base.error.refused.title", Notices.sentence(refusal));
            return refusal.kind().status;
        }
    }

    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class Unexpected extends ErrorPage implements HasErrorParameter<Exception> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
            say(
                    "base.error.unexpected.title",
                    getTranslation("base.error.unexpected", Mishaps.log(parameter.getException())));
            return 500;
        }
    }
}
