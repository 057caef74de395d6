package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Deployments.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new release beside an administrator's model: it stays, the update is offered. */
@ProductTest
@DemoData
class ShippedUpdateTest {

    private static final String PROCESS = "rectification";
    private static final String FILE = PROCESS + ".bpmn";

    @Autowired
    ShippedModels shipped;

    @Autowired
    Upkeep upkeep;

    @Autowired
    Versions versions;

    @Autowired
    Deployments deployments;

    @Autowired
    RepositoryService repository;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    Actor modeller;
    byte[] ours;

    @BeforeEach
    void the_live_one_is_the_administrators() throws Exception {
        modeller = probe.actor("modeller");
        ours = new org.springframework.core.io.ClassPathResource("bpmn/" + FILE).getContentAsByteArray();
        deployments.deploy(modeller, new Upload("我们的改法", "browser", Repeated.AGAIN, Map.of(FILE, changed("整改一下"))));
    }

    /** The shipped one is live again, as other tests expect it. */
    @AfterEach
    void all_is_as_it_was() throws Exception {
        jdbc.sql("delete from model_candidate").update();
        repository.createDeployment().name("shipped").source("shipped").addInputStream(FILE, new java.io.ByteArrayInputStream(ours)).deploy();
    }

    private byte[] changed(String name) {
        String xml = new String(ours, StandardCharsets.UTF_8);
        return xml.replaceFirst("(<bpmn:process id=\"" + PROCESS + "\" name=\")[^\"]*", "$1" + name).getBytes(StandardCharsets.UTF_8);
    }

    private void start() throws Exception {
        shipped.run(new DefaultApplicationArguments());
    }

    private int latest() {
        return versions.of(modeller, PROCESS).get(0).version();
    }

    /** As if the release before had shipped another file. */
    private void shippedOtherwiseBefore() {
        jdbc.sql(
                        """
                        update act_ge_bytearray set bytes_ = ? where name_ = ? and deployment_id_ in
                            (select id_ from act_re_deployment where source_ = 'shipped')""")
                .params(changed("上一版"), FILE)
                .update();
    }

    @Test
    void a_start_without_news_offers_nothing_and_one_with_news_offers_it_once_and_deploys_nothing() throws Exception {
        int live = latest();
        start();
        assertThat(upkeep.candidates(modeller)).isEmpty();
        shippedOtherwiseBefore();
        start();
        start();
        assertThat(upkeep.candidates(modeller)).singleElement().satisfies(c -> {
            assertThat(c.process()).isEqualTo(PROCESS);
            assertThat(c.content()).isEqualTo(ours);
        });
        assertThat(latest()).isEqualTo(live);
        assertThat(versions.difference(modeller, PROCESS, live, ours)).anyMatch(d -> d.id().equals(PROCESS));
    }

    @Test
    void declined_it_is_not_offered_again() throws Exception {
        int live = latest();
        shippedOtherwiseBefore();
        start();
        upkeep.decline(modeller, PROCESS, "我们的更合适");
        start();
        assertThat(upkeep.candidates(modeller)).isEmpty();
        assertThat(latest()).isEqualTo(live);
        assertThatThrownBy(() -> upkeep.decline(modeller, PROCESS, "再一次"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    @Test
    void taken_it_is_live_and_the_product_keeps_it_up_to_date_again() throws Exception {
        int live = latest();
        shippedOtherwiseBefore();
        start();
        upkeep.adopt(modeller, PROCESS, "用出厂的");
        assertThat(latest()).isEqualTo(live + 1);
        assertThat(versions.of(modeller, PROCESS).get(0).origin().by()).isEqualTo(modeller.name());
        assertThat(upkeep.candidates(modeller)).isEmpty();
        shippedOtherwiseBefore();
        start();
        assertThat(latest()).isEqualTo(live + 2);
    }

    @Test
    void who_calls_an_upload_shipped_does_not_lose_it_to_the_next_release() throws Exception {
        deployments.deploy(modeller, new Upload("自称出厂", "shipped", Repeated.AGAIN, Map.of(FILE, changed("自称"))));
        int live = latest();
        shippedOtherwiseBefore();
        start();
        assertThat(latest()).isEqualTo(live);
        assertThat(upkeep.candidates(modeller)).hasSize(1);
    }

    @Test
    void modellers_only() {
        Actor other = probe.actor("sysadmin");
        assertThatThrownBy(() -> upkeep.candidates(other)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> upkeep.adopt(other, PROCESS, "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> upkeep.decline(other, PROCESS, "x")).isInstanceOf(Refusal.class);
    }
}
