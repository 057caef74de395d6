package org.jixiao.target;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of a table's money, as typed. */
@Repository
class FundLines {

    private final JdbcClient jdbc;

    FundLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UnitPart.Fund> of(UUID table) {
        return jdbc.sql("select * from fund_line where table_id = :table order by position, id")
                .param("table", table)
                .query((rs, n) -> new UnitPart.Fund(
                        rs.getObject("id", UUID.class),
                        rs.getString("side"),
                        rs.getString("kind"),
                        rs.getString("item"),
                        rs.getString("half_plan"),
                        rs.getString("annual_budget"),
                        rs.getString("adjusted_budget")))
                .list();
    }

    /** Lines that have been submitted before. */
    Set<UUID> submitted(UUID table) {
        return jdbc.sql("select id from fund_line where table_id = :table and submitted")
                .param("table", table)
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    void submit(UUID table) {
        jdbc.sql("update fund_line set submitted = true where table_id = :table and not submitted")
                .param("table", table)
                .update();
    }

    /** Adds the line or changes the one of this table with its id; {@code position} counts from 0. */
    void put(UUID table, int position, UnitPart.Fund fund) {
        jdbc.sql("""
                insert into fund_line (id, table_id, position, side, kind, item, half_plan, annual_budget, adjusted_budget)
                values (:id, :table, :position, :side, :kind, :item, :half, :annual, :adjusted)
                on conflict (id) do update set position = :position, side = :side, kind = :kind, item = :item,
                    half_plan = :half, annual_budget = :annual, adjusted_budget = :adjusted
                where fund_line.table_id = :table""")
                .param("id", fund.id())
                .param("table", table)
                .param("position", position)
                .param("side", fund.side())
                .param("kind", fund.kind())
                .param("item", fund.item())
                .param("half", fund.halfPlan())
                .param("annual", fund.annualBudget())
                .param("adjusted", fund.adjustedBudget())
                .update();
    }

    void remove(UUID table, Collection<UUID> lines) {
        for (UUID line : lines)
            jdbc.sql("delete from fund_line where id = :id and table_id = :table")
                    .param("id", line)
                    .param("table", table)
                    .update();
    }
}
