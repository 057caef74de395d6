package org.jixiao.inbox.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.button.Button;
import org.jixiao.PageTest;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages over the probe, a model the product never saw: each test begins with nobody's task. */
abstract class ProbePages extends PageTest {

    @Autowired
    Probe probe;

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void model() {
        // Posts that a test emptied are held again.
        jdbc.sql("update holding set valid_to = null").update();
        probe.deploy();
        jdbc.sql("delete from inbox_item").update();
    }

    void open(String login, String caseId) {
        signIn(login);
        go("task/" + probe.open(caseId));
    }

    void press(String label) {
        _click(_get(Button.class, spec -> spec.withText(label)));
    }
}
