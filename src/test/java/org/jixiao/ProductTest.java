package org.jixiao;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jixiao.harness.FreshDatabase;
import org.jixiao.harness.TestDatabase;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole product without a server, MockMvc at hand: each class gets a database of its own, cloned from
 * one that has been migrated and holds the shipped models, and empty otherwise; with {@link DemoData} the demonstration
 * unit. The application context is shared among classes, so no bean may remember data across them. Timers and other
 * jobs run only when a test runs them; the clock is the system's again after each class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = Jixiao.class,
        properties = {"jixiao.embedded=false", "camunda.bpm.job-execution.enabled=false"})
@AutoConfigureMockMvc
@Import(TestDatabase.class)
@TestExecutionListeners(
        listeners = FreshDatabase.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ProductTest {}
