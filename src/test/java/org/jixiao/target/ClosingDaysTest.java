package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosingDaysTest {

    private static final LocalDate HALF = day(7, 1);
    private static final LocalDate END = day(12, 20);
    private static final ClosingDays DAYS = new ClosingDays(day(3, 31), day(7, 31), LocalDate.of(2024, 1, 20));

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2023, month, day);
    }

    private static void refused(ThrowingCallable what, String code) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static void inOrder(ClosingDays days, @Nullable LocalDate half, @Nullable LocalDate end) {
        assertThatCode(() -> days.mustBeInOrder(half, end)).doesNotThrowAnyException();
    }

    @Test
    void theLastDayItselfIsOpen() {
        assertThat(DAYS.passed(Stage.TARGETS, day(3, 31))).isFalse();
        assertThat(DAYS.passed(Stage.TARGETS, day(4, 1))).isTrue();
        assertThat(ClosingDays.NONE.passed(Stage.TARGETS, day(12, 31))).isFalse();
    }

    @Test
    void eachStageClosesAfterItOpensAndBeforeTheNext() {
        inOrder(DAYS, HALF, END);
        inOrder(DAYS, null, null);
        inOrder(new ClosingDays(null, HALF, END), HALF, END);
        refused(() -> new ClosingDays(null, day(6, 30), null).mustBeInOrder(HALF, END), "year.closeBeforeOpen");
        refused(() -> new ClosingDays(null, null, day(12, 19)).mustBeInOrder(HALF, END), "year.closeBeforeOpen");
        refused(() -> new ClosingDays(HALF, null, null).mustBeInOrder(HALF, END), "year.closeOrder");
        refused(() -> new ClosingDays(END, null, null).mustBeInOrder(null, END), "year.closeOrder");
        refused(() -> new ClosingDays(null, END, null).mustBeInOrder(HALF, END), "year.closeOrder");
        refused(() -> new ClosingDays(day(8, 1), day(7, 31), null).mustBeInOrder(null, null), "year.closeOrder");
        refused(() -> new ClosingDays(day(8, 1), null, day(7, 31)).mustBeInOrder(null, null), "year.closeOrder");
    }

    @Test
    void aDayThatIsOverMayStandAndNoneIsSetThatLocksAtOnce() {
        var today = day(4, 10);
        assertThatCode(() -> DAYS.mustBeToCome(DAYS, today)).doesNotThrowAnyException();
        assertThatCode(() -> new ClosingDays(today, null, null).mustBeToCome(DAYS, today)).doesNotThrowAnyException();
        assertThatCode(() -> ClosingDays.NONE.mustBeToCome(DAYS, today)).doesNotThrowAnyException();
        refused(() -> new ClosingDays(day(4, 9), null, null).mustBeToCome(DAYS, today), "year.closePast");
    }
}
