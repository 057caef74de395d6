package org.jixiao;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.organisation.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** Pages without a browser: sign a person in, go somewhere, look and press. */
@ProductTest
@DemoData
public abstract class PageTest {

    private static final Routes ROUTES = new Routes(views(), errorPages(), true);

    @Autowired
    protected ApplicationContext context;

    /** The pages are package-private, which the library's own discovery passes over. */
    private static Set<Class<? extends Component>> views() {
        return found(new AnnotationTypeFilter(Route.class)).stream()
                .<Class<? extends Component>>map(view -> view.asSubclass(Component.class))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Set<Class<? extends HasErrorParameter<?>>> errorPages() {
        return found(new AssignableTypeFilter(HasErrorParameter.class)).stream()
                .map(page -> (Class<? extends HasErrorParameter<?>>) page)
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> found(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents("org.jixiao").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .collect(Collectors.toSet());
    }

    /** The person's own window; whoever was signed in before is out. */
    protected void signIn(String login) {
        signIn(login, Messages.CHINESE);
    }

    protected void signIn(String login, Locale locale) {
        close();
        SignIn.in(context, login);
        window(locale);
        var request = (FakeRequest) VaadinServletRequest.getCurrent().getRequest();
        var person = SecurityContextHolder.getContext().getAuthentication();
        request.setUserPrincipalInt(person);
        request.setUserInRole((principal, role) -> person.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals("ROLE_" + role)));
    }

    /** A window in which nobody is signed in. */
    protected void nobody() {
        close();
        window(Messages.CHINESE);
    }

    private void window(Locale locale) {
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
        UI.getCurrent().getSession().setLocale(locale);
        UI.getCurrent().setLocale(locale);
    }

    @AfterEach
    protected void close() {
        MockVaadin.tearDown();
        SignIn.out();
    }

    protected void go(String path) {
        UI.getCurrent().navigate(path);
        MockVaadin.clientRoundtrip();
    }

    /** All that is shown, in the order of the page. */
    protected String words() {
        return UI.getCurrent()
                .getChildren()
                .map(shown -> shown.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    /** What the notices on the page say. */
    protected String notices() {
        return _find(Notification.class).stream()
                .map(notice -> notice.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
