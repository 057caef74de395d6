package org.jixiao.inbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jixiao.inbox.Query.Mark;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a box can be narrowed by, and how many rows each chip would leave, in one statement. */
@Service
public class Facets {

    private final JdbcClient jdbc;
    private final InboxSearch search;

    Facets(JdbcClient jdbc, InboxSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** @param count of all rows; told exactly up to {@link Inbox#LARGEST}, as are the marks */
    public record Found(
            int count, List<Section> sections, List<Integer> years, List<Kind> kinds, Map<Mark, Integer> marks) {

        public int marked(Mark mark) {
            return marks.getOrDefault(mark, 0);
        }
    }

    public record Section(String code, String name) {}

    public record Kind(String process, @Nullable String period) {}

    @Transactional(readOnly = true)
    public Found of(Actor actor, Box box) {
        var sections = new LinkedHashMap<String, Section>();
        var years = new TreeSet<Integer>(java.util.Comparator.reverseOrder());
        var kinds = new ArrayList<Kind>();
        var marks = new EnumMap<Mark, Integer>(Mark.class);
        int[] count = {0};
        jdbc.sql(
                        """
                        select x.section, x.section_name, x.year, x.process, x.period, count(*) as count,
                            count(*) filter (where x.due_at < :now) as overdue,
                            count(*) filter (where x.due_at < :tomorrow) as today,
                            count(*) filter (where %s) as unread,
                            count(*) filter (where x.holder = any(cast(:substituted as uuid[]))) as substituted,
                            count(*) filter (where x.round > 1) as again,
                            count(*) filter (where x.urged > 0) as urged
                        from (select i.* from inbox_item i where i.holder = any(cast(:holders as uuid[])) and %s
                            order by i.sort_key limit :most) x
                        group by 1, 2, 3, 4, 5 order by 1, 3 desc, 4, 5"""
                                .formatted(InboxSearch.UNREAD.replace("i.", "x."), InboxSearch.MINE))
                .params(search.params(search.reader(actor), box, Query.ALL))
                .param("most", Inbox.LARGEST)
                .query(r -> {
                    count[0] += r.getInt("count");
                    String code = r.getString("section");
                    if (code != null) sections.putIfAbsent(code, new Section(code, r.getString("section_name")));
                    years.add(r.getInt("year"));
                    var kind = new Kind(r.getString("process"), r.getString("period"));
                    if (!kinds.contains(kind)) kinds.add(kind);
                    for (Mark mark : Mark.values()) marks.merge(mark, r.getInt(mark.code()), Integer::sum);
                });
        return new Found(count[0], List.copyOf(sections.values()), List.copyOf(years), kinds, marks);
    }
}
