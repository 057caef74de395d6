package org.jixiao.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.inbox.Query.Mark;
import org.jixiao.inbox.SavedFilters.Saved;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Probe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("Saved filters")
class SavedFiltersTest {

    private static final Query UNREAD = Query.words("城市").section("city").marks(Set.of(Mark.UNREAD));

    @Autowired
    SavedFilters filters;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    Actor general;
    Actor city;

    @BeforeEach
    void nothingKept() {
        probe.deploy();
        jdbc.sql("delete from inbox_item").update();
        jdbc.sql("delete from inbox_filter").update();
        general = probe.actor("chief.general");
        city = probe.actor("chief.city");
    }

    private UUID kept(Actor actor, String name) {
        filters.save(actor, name, UNREAD);
        return filters.of(actor).stream().filter(f -> f.name().equals(name.strip())).findFirst().orElseThrow().id();
    }

    private List<String> names(Actor actor) {
        return filters.of(actor).stream().map(Saved::name).toList();
    }

    @Test
    void are_ones_own_until_shared_and_each_counts_the_own_rows() {
        probe.submitted("city");
        UUID id = kept(general, " 城市未读 ");
        assertThat(names(city)).isEmpty();
        assertThat(filters.of(general)).singleElement().satisfies(f -> {
            assertThat(f.name()).isEqualTo("城市未读");
            assertThat(f.query()).isEqualTo(UNREAD);
        });
        assertThat(filters.counts(general, filters.of(general))).containsEntry(id, 1);
        filters.share(general, id, "szxxzx");
        assertThat(filters.of(city)).singleElement().satisfies(f -> {
            assertThat(f.own()).isFalse();
            assertThat(f.by()).isEqualTo(general.name());
        });
        assertThat(filters.counts(city, filters.of(city))).as("by the same words, their own rows").containsEntry(id, 0);
        filters.unshare(general, id);
        assertThat(names(city)).isEmpty();
    }

    @Test
    void are_shared_by_who_coordinates_or_leads_and_changed_by_who_keeps_them() {
        UUID own = kept(city, "我的");
        assertThat(filters.sharesWith(city)).isNull();
        assertThat(filters.sharesWith(general)).isEqualTo("szxxzx");
        assertThat(filters.sharesWith(probe.actor("deputy"))).isEqualTo("szxxzx");
        assertThat(filters.sharesWith(probe.actor("sysadmin"))).isNull();
        assertForbidden(() -> filters.share(city, own, "szxxzx"));
        assertForbidden(() -> filters.share(general, own, "szxxzx"));
        assertForbidden(() -> filters.share(general, kept(general, "别处"), "nowhere"));
        assertForbidden(() -> filters.rename(general, own, "改"));
        assertForbidden(() -> filters.remove(general, own));
        UUID shared = kept(general, "共用");
        filters.share(general, shared, "szxxzx");
        assertForbidden(() -> filters.unshare(city, shared));
        filters.unshare(probe.actor("director"), shared);
        assertThat(names(city)).containsExactly("我的");
    }

    @Test
    void are_renamed_removed_bounded_and_told_apart_by_name() {
        UUID id = kept(city, "一");
        kept(city, "二");
        assertCode(() -> filters.rename(city, id, "二"), "filter.twice");
        filters.rename(city, id, "三");
        assertThat(names(city)).containsExactly("三", "二");
        assertCode(() -> filters.save(city, "二", UNREAD), "filter.twice");
        assertCode(() -> filters.save(city, " ", UNREAD), "filter.nameless");
        assertCode(() -> filters.save(city, "空", Query.ALL), "filter.empty");
        assertCode(() -> filters.save(city, "长".repeat(31), UNREAD), "filter.nameLong");
        for (int i = 2; i < SavedFilters.MOST; i++) kept(city, "第" + i);
        assertCode(() -> filters.save(city, "再一个", UNREAD), "filter.many");
        filters.remove(city, id);
        filters.save(city, "再一个", UNREAD);
    }

    private static void assertForbidden(Runnable work) {
        assertCode(work, "forbidden");
    }

    private static void assertCode(Runnable work, String code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
