package org.jixiao.workflow.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jixiao.harness.FreshDatabase;
import org.jixiao.harness.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/** A test of shipped models on {@link WorkflowAlone}, with a database of the class's own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = WorkflowAlone.class,
        properties = {"jixiao.embedded=false", "camunda.bpm.job-execution.enabled=false"})
@Import({TestDatabase.class, StandIns.class})
@TestExecutionListeners(
        listeners = FreshDatabase.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface ProcessTest {}
