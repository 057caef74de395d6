package org.jixiao.harness;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jixiao.base.Messages;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignIn;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** The pages without a browser: as a person in a language, with the access rules that stand on each page. */
public final class Pages {

    private static final Routes ROUTES = new Routes(routes(), errorRoutes(), true);

    private Pages() {}

    private static Set<Class<? extends Component>> routes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return found(scanner, Component.class);
    }

    @SuppressWarnings("rawtypes")
    private static Set<Class<? extends HasErrorParameter<?>>> errorRoutes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        Set classes = found(scanner, HasErrorParameter.class);
        return classes;
    }

    /** Views are package-private, which the library's own discovery passes over. */
    private static <T> Set<Class<? extends T>> found(ClassPathScanningCandidateComponentProvider scanner, Class<T> type) {
        Set<Class<? extends T>> classes = new HashSet<>();
        for (var bean : scanner.findCandidateComponents("org.jixiao"))
            classes.add(ClassUtils.resolveClassName(bean.getBeanClassName(), null).asSubclass(type));
        return classes;
    }

    public static Actor open(ApplicationContext context, String login) {
        return open(context, login, Messages.CHINESE);
    }

    public static Actor open(ApplicationContext context, String login, Locale locale) {
        Actor actor = SignIn.in(context, login);
        anonymous(context, locale);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var request = (FakeRequest) ((VaadinServletRequest) VaadinRequest.getCurrent()).getRequest();
        request.setUserPrincipalInt(authentication);
        request.setUserInRole((who, role) -> authentication.getAuthorities().stream()
                .anyMatch(granted -> granted.getAuthority().equals("ROLE_" + role)));
        return actor;
    }

    /** Nobody is signed in unless somebody was before. */
    public static void anonymous(ApplicationContext context, Locale locale) {
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
        UI.getCurrent().getSession().setLocale(locale);
        UI.getCurrent().setLocale(locale);
    }

    public static void close() {
        MockVaadin.tearDown();
        SignIn.out();
    }
}
