package org.jixiao.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.target.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The board of a year: sections by stages.
 *
 * @param mayOpen the reader coordinates the unit: opens self-evaluations, changes dates
 */
public record BoardView(
        String unit,
        String unitName,
        int year,
        String state,
        LocalDate today,
        @Nullable LocalDate halfYearDate,
        @Nullable LocalDate yearEndDate,
        boolean mayOpen,
        List<StageView> stages) {

    /** Whose turn a step is, read from its post, so that other models have their place too. */
    public enum Column {
        FILL,
        COORDINATOR,
        DEPUTY,
        DIRECTOR,
        BUREAU,
        /** rectification and re-evaluation */
        RECTIFY
    }

    /**
     * @param opened some section has begun it
     * @param counts rows by state over the sections the reader may see
     * @param score of the unit over the rows the reader may see, when all sections are decided
     */
    public record StageView(
            Stage stage,
            boolean opened,
            int done,
            int overdue,
            int rectifying,
            List<Column> columns,
            List<SectionRow> sections,
            Map<State, Integer> counts,
            SheetView.@Nullable MoneyView money,
            @Nullable String score,
            @Nullable Grade grade) {}

    /**
     * @param cells one for each column
     * @param rows number of rows, when the reader may see them
     * @param marks one for each row: its number and state
     * @param finished when the stage was over for the section
     */
    public record SectionRow(
            String section,
            String name,
            List<Cell> cells,
            boolean readable,
            int rows,
            Map<State, Integer> counts,
            List<Mark> marks,
            List<Owed> owes,
            @Nullable Instant finished,
            boolean accepted,
            @Nullable String score,
            @Nullable Grade grade) {}

    public enum CellState {
        IDLE,
        /** waits and nothing was saved yet */
        UNOPENED,
        ACTIVE,
        RETURNED,
        OVERDUE,
        /** the last day has passed and nothing was handed in */
        LOCKED,
        DONE,
        SKIPPED,
        /** nothing was red */
        NOT_NEEDED
    }

    public record Cell(CellState state, @Nullable Instant at) {}

    public record Mark(String id, int seq, String name, State state) {}

    /**
     * @param days working days since it arrived
     * @param left working days to the due day, negative when overdue
     * @param urged how often somebody urged
     * @param locked its last day has passed
     * @param lateUntil open in spite of that until then
     */
    public record Owed(
            String taskId,
            @Nullable UUID post,
            String step,
            String stepEn,
            List<String> holders,
            Instant arrived,
            int days,
            @Nullable Instant due,
            int left,
            int urged,
            boolean locked,
            @Nullable LocalDate lateUntil,
            boolean mayHandle,
            boolean mayUrge) {}
}
