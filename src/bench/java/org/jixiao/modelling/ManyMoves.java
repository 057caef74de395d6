package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jixiao.modelling.ModelMoves.State;
import org.junit.jupiter.api.Test;

/** A thousand running cases go to another version: what the rehearsal and the move take. {@code mvn -Pbench verify}. */
class ManyMoves extends ModelMovesTest {

    private static final int CASES = 1_000;

    @Test
    void a_thousand_cases_are_rehearsed_and_moved() throws IOException {
        String[] all = running(CASES).toArray(String[]::new);
        long began = System.nanoTime();
        UUID id = rehearsed(CHOICE);
        long rehearsed = System.nanoTime();
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVABLE, CASES));
        long asked = System.nanoTime();
        assertThat(moves.move(modeller, id, "少一级核查", null)).isEqualTo(CASES);
        over(id);
        long moved = System.nanoTime();
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVED, CASES));
        assertThat(count("select count(*) from act_ru_task where proc_inst_id_ = any(?) and proc_def_id_ = ?", all, to))
                .isEqualTo(CASES);
        assertThat(count("select count(distinct case_id) from inbox_item where case_id = any(?) and box = 'TODO'", (Object) all))
                .isEqualTo(CASES);
        String table = "| %d cases | s | ms a case |%n|---|---|---|%n".formatted(CASES)
                + line("rehearsed", rehearsed - began) + line("moved", moved - asked);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("moves.md"), table);
        System.out.println(table);
    }

    private static String line(String what, long nanos) {
        return "| %s | %.1f | %.1f |%n".formatted(what, nanos / 1e9, nanos / 1e6 / CASES);
    }
}
