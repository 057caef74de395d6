package org.jixiao;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jixiao.harness.FreshDatabase;
import org.jixiao.harness.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test against the running server ({@code @LocalServerPort}) with the demonstration unit in a database of the
 * class's own; see {@link ProductTest} for what is shared.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = Jixiao.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jixiao.embedded=false",
            "server.address=127.0.0.1",
            "server.shutdown=immediate",
            "camunda.bpm.job-execution.enabled=false"
        })
@DemoData
@Import(TestDatabase.class)
@TestExecutionListeners(
        listeners = FreshDatabase.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface BrowserTest {}
