package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignIn;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.CurrentCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** When a loop of rectification must end, as its timer asks on entering it. */
@ProductTest
@DemoData
@Transactional
class EndOfLoopTest {

    private static final Instant NOW = Instant.parse("2023-09-01T02:00:00Z");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Years years;

    @Autowired
    private Cases cases;

    @Autowired
    private TargetTables tables;

    @Autowired
    private TargetSheets sheets;

    @Autowired
    private ProductClock clock;

    private YearWorkflow year;
    private Actor coordinator;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void inSeptember() {
        clock.set(NOW);
        coordinator = SignIn.actor(context, "chief.general");
        var facts = cases.find("performance-year", "szxxzx", 2023, null, null).orElseThrow();
        CurrentCase current = mock(CurrentCase.class);
        when(current.facts()).thenReturn(facts);
        ObjectProvider<CurrentCase> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(current);
        year = new YearWorkflow(provider, tables, sheets, clock);
    }

    @Test
    void inAYearByHandItNeverEndsByItself() {
        assertThat(year.endOfLoop()).isAfter(Date.from(Instant.parse("9000-01-01T00:00:00Z")));
    }

    @Test
    void withADateItEndsOnThatDay() {
        years.changeDates(coordinator, "szxxzx", 2023, null, LocalDate.of(2023, 12, 20), ClosingDays.NONE);
        assertThat(year.endOfLoop()).isEqualTo(Date.from(Instant.parse("2023-12-19T16:00:00Z")));
    }

    @Test
    void afterTheFullYearWasOpenedByHandItEndsAtOnce() {
        years.openEvaluation(coordinator, "szxxzx", 2023, "HALF_YEAR", null);
        years.openEvaluation(coordinator, "szxxzx", 2023, "FULL_YEAR", "年终");
        assertThat(year.endOfLoop()).isEqualTo(Date.from(NOW));
    }
}
