package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.junit.jupiter.api.Test;

class TargetSheetTest {

    private static final LocalDate DAY = LocalDate.of(2023, 4, 20);

    private static TargetSheet version(int version, TargetSheet.State state) {
        return new TargetSheet(Ids.next(), Ids.next(), "data", 0, version, state, null, List.of());
    }

    @Test
    void the_first_version_counts_from_the_years_first_day_an_adjustment_from_its_approval() {
        assertThat(version(1, TargetSheet.State.DECLARING).putInForce(2023, DAY).inForceFrom()).isEqualTo("2023-01-01");
        assertThat(version(2, TargetSheet.State.DECLARING).putInForce(2023, DAY).inForceFrom()).isEqualTo(DAY);
    }

    @Test
    void only_an_adjustment_under_way_is_given_up() {
        assertThatCode(version(2, TargetSheet.State.DECLARING)::mustBeAdjusting).doesNotThrowAnyException();
        for (var other : List.of(version(1, TargetSheet.State.DECLARING), version(2, TargetSheet.State.IN_FORCE),
                version(0, TargetSheet.State.DROPPED)))
            assertThatThrownBy(other::mustBeAdjusting)
                    .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("adjustment.none"));
    }

    @Test
    void what_was_given_up_neither_changes_nor_comes_into_force() {
        var dropped = version(0, TargetSheet.State.DROPPED);
        assertThatThrownBy(dropped::mustBeDeclaring)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("adjustment.dropped"));
        assertThatThrownBy(() -> dropped.putInForce(2023, DAY)).isInstanceOf(Refusal.class);
    }
}
