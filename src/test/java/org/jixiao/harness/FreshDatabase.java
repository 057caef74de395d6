package org.jixiao.harness;

import org.jixiao.base.ProductClock;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** A database of its own and the real time for each test class; nested classes share their outer class's. */
public class FreshDatabase extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext context) {
        if (context.getTestClass().isAnnotationPresent(Nested.class)) return;
        var application = context.getApplicationContext();
        application.getBean(SwitchedDataSource.class).renew();
        application.getBean(ProductClock.class).reset();
    }

    @Override
    public void afterTestClass(TestContext context) {
        if (context.getTestClass().isAnnotationPresent(Nested.class)) return;
        context.getApplicationContext().getBean(ProductClock.class).reset();
    }
}
