package org.jixiao.inbox;

import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 常用意见: each person's own short sentences, in the order they like. */
@Service
public class StockOpinions {

    public static final int AT_MOST = 30;
    public static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    StockOpinions(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Transactional(readOnly = true)
    public List<String> of(Actor actor) {
        return jdbc.sql("select text from stock_opinion where person = ? order by position")
                .param(actor.id())
                .query(String.class)
                .list();
    }

    /** These, in this order, in place of all that were there. */
    @Transactional
    public void keep(Actor actor, List<String> wanted) {
        List<String> texts = wanted.stream().map(String::strip).filter(t -> !t.isEmpty()).distinct().toList();
        if (texts.size() > AT_MOST) throw Refusal.invalid("stock.many", String.valueOf(AT_MOST));
        for (String text : texts) {
            if (text.length() > LONGEST || text.indexOf('\0') >= 0)
                throw Refusal.invalid("stock.long", String.valueOf(LONGEST));
        }
        // Two windows of one person take turns: the later list is the one kept.
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("stock_opinion " + actor.id())
                .query((r, i) -> 1)
                .single();
        jdbc.sql("delete from stock_opinion where person = ?").param(actor.id()).update();
        List<Object[]> rows = new ArrayList<>();
        for (String text : texts) rows.add(new Object[] {actor.id(), rows.size(), text});
        if (!rows.isEmpty())
            batch.batchUpdate("insert into stock_opinion (person, position, text) values (?, ?, ?)", rows);
    }
}
