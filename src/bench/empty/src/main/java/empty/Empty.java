package empty;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.router.Route;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@Push
@SpringBootApplication
public class Empty implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Empty.class, args);
    }

    @Route("login")
    public static class Page extends Span {
        public Page() {
            super("empty");
            addClassName("ready");
        }
    }
}
