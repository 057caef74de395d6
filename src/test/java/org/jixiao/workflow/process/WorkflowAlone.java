package org.jixiao.workflow.process;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Offices;
import org.jixiao.organisation.People;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Structure;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.FormKeys;
import org.jixiao.workflow.Processes;
import org.jixiao.workflow.Verbs;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The workflow and what it stands on, nothing above it: the shipped models run with the real verbs and posts, while
 * {@link StandIns} takes the place of targets and evaluation.
 */
@Configuration(proxyBeanMethods = false)
@TestComponent // kept out of the product's own scan
@EnableAutoConfiguration
@ConfigurationPropertiesScan("org.jixiao.base")
@ComponentScan(
        basePackages = {"org.jixiao.base", "org.jixiao.organisation", "org.jixiao.workflow"},
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
class WorkflowAlone {

    @Bean
    AbstractCamundaConfiguration coverage() {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(SpringProcessEngineConfiguration engine) {
                ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
            }
        };
    }

    @Bean
    Walk walk(
            ProcessEngine engine,
            Verbs verbs,
            Cases cases,
            Processes processes,
            Staff staff,
            StandIns.Domain domain,
            ProductClock clock,
            TransactionTemplate transaction) {
        return new Walk(engine, verbs, cases, processes, staff, domain, clock, transaction);
    }

    /** Those of the shipped models; no page is here to show them. */
    @Bean
    FormKeys forms() {
        return () -> Set.of(
                "targets-fill", "targets-examine", "adjustment-fill", "adjustment-examine", "evaluation-fill",
                "evaluation-examine", "rectification-plan", "rectification-result", "rectification-confirm",
                "year-archive");
    }

    @Bean
    Staff staff(Structure structure, People people, Offices offices, Posts posts) {
        return new Staff(structure, people, offices, posts);
    }
}
