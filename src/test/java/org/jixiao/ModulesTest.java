package org.jixiao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules lean on each other one way only, and each framework stays behind its fence. */
@AnalyzeClasses(packages = "org.jixiao", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {

    private static final DescribedPredicate<JavaClass> THE_START_REPORT = DescribedPredicate.describe(
            "the start report", type -> type.getSimpleName().equals("StartReport"));

    @ArchTest
    static final ArchRule vaadin_stays_in_the_pages = noClasses()
            .that()
            .resideOutsideOfPackage("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..");

    @ArchTest
    static final ArchRule the_engine_stays_in_the_workflow = noClasses()
            .that()
            .resideOutsideOfPackage("org.jixiao.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    @ArchTest
    static final ArchRule services_do_not_know_pages = noClasses()
            .that()
            .resideOutsideOfPackage("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jixiao..ui..");

    @ArchTest
    static final ArchRule everything_is_injected_by_constructor = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nobody_but_the_start_report_prints = noClasses()
            .that(DescribedPredicate.not(THE_START_REPORT))
            .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @Test
    void modules_keep_to_what_they_declare() {
        ApplicationModules.of(Jixiao.class).verify();
    }
}
