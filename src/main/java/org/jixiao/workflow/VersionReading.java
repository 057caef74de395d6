package org.jixiao.workflow;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.gate.Differences;
import org.jixiao.workflow.gate.ModelGate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class VersionReading implements Versions {

    private static final String ROWS =
            """
            select d.id_, d.key_, d.name_, d.version_, d.version_tag_, d.resource_name_, d.suspension_state_,
                p.deploy_time_, p.source_, u.person_name, u.at, u.name as why, coalesce(r.running, 0) as running,
                sum(coalesce(r.running, 0)) over (partition by d.key_) as total,
                row_number() over (partition by d.key_ order by d.version_ desc) as age
            from act_re_procdef d
            join act_re_deployment p on p.id_ = d.deployment_id_
            left join model_upload u on u.deployment = d.deployment_id_
            left join (select proc_def_id_, count(*) as running from act_ru_execution where id_ = proc_inst_id_ group by 1) r
                on r.proc_def_id_ = d.id_
            """;

    private final JdbcClient jdbc;
    private final ModelGate gate;
    private final Models models;
    private final LiveNames names;
    private final CaseSteps.Json json;
    private final TrafficReading traffic;

    VersionReading(JdbcClient jdbc, ModelGate gate, Models models, LiveNames names, CaseSteps.Json json, TrafficReading traffic) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.models = models;
        this.names = names;
        this.json = json;
        this.traffic = traffic;
    }

    private static void modeller(Actor reader) {
        if (!reader.is(Role.MODELLER)) throw Refusal.forbidden();
    }

    @Override
    public List<Live> live(Actor reader) {
        modeller(reader);
        return jdbc.sql("select * from (" + ROWS + ") v where age = 1 order by key_ limit " + MOST)
                .query((r, i) -> new Live(
                        version(r),
                        names.of(r.getString("key_")).map(Cases.Named::nameEn).orElse(""),
                        r.getLong("total"),
                        r.getInt("suspension_state_") == 1))
                .list();
    }

    @Override
    public List<Version> of(Actor reader, String process) {
        modeller(reader);
        var versions = jdbc.sql(ROWS + " where d.key_ = ? order by d.version_ desc limit " + MOST)
                .param(process)
                .query((r, i) -> version(r))
                .list();
        if (versions.isEmpty()) throw Refusal.forbidden();
        return versions;
    }

    private static Version version(ResultSet r) throws SQLException {
        String key = r.getString("key_");
        String name = r.getString("name_");
        var uploaded = r.getObject("at", java.time.OffsetDateTime.class);
        Instant at = uploaded == null ? r.getTimestamp("deploy_time_").toInstant() : uploaded.toInstant();
        String source = Objects.requireNonNullElse(r.getString("source_"), "");
        var origin = new Origin(r.getString("person_name"), at, source, r.getString("why"));
        return new Version(
                r.getString("id_"), key, name == null ? key : name, r.getInt("version_"), r.getString("version_tag_"),
                r.getString("resource_name_"), origin, r.getLong("running"));
    }

    @Override
    public Model model(Actor reader, String process, int version) {
        modeller(reader);
        var files = files(process, version);
        String drawn = resource(process, version);
        var findings = gate.judge(files).stream()
                .filter(f -> f.field() == null || f.field().equals(drawn) || !f.field().endsWith(".bpmn"))
                .toList();
        String xml = new String(content(files, drawn), StandardCharsets.UTF_8);
        var own = files.keySet().stream().filter(file -> file.equals(drawn) || !file.endsWith(".bpmn")).toList();
        return new Model(xml, own, findings, models.startProperties(id(process, version)));
    }

    @Override
    public byte[] file(Actor reader, String process, int version, String file) {
        modeller(reader);
        return content(files(process, version), file);
    }

    /** The deployment's own files, content by name. */
    Map<String, byte[]> files(String process, int version) {
        var files = new LinkedHashMap<String, byte[]>();
        jdbc.sql(
                        """
                        select b.name_, b.bytes_ from act_ge_bytearray b join act_re_procdef d on d.deployment_id_ = b.deployment_id_
                        where d.key_ = ? and d.version_ = ? and b.generated_ is not true order by b.name_""")
                .params(process, version)
                .query(r -> {
                    files.put(r.getString(1), r.getBytes(2));
                });
        return files;
    }

    /** The name of the file that draws the version. */
    String resource(String process, int version) {
        return jdbc.sql("select resource_name_ from act_re_procdef where key_ = ? and version_ = ?")
                .params(process, version)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::forbidden);
    }

    private String id(String process, int version) {
        return jdbc.sql("select id_ from act_re_procdef where key_ = ? and version_ = ?")
                .params(process, version)
                .query(String.class)
                .single();
    }

    private static byte[] content(Map<String, byte[]> files, String file) {
        byte[] content = files.get(file);
        if (content == null) throw Refusal.forbidden();
        return content;
    }

    @Override
    public List<Difference> difference(Actor reader, String process, int older, int newer) {
        modeller(reader);
        return Differences.between(drawing(process, older), drawing(process, newer));
    }

    @Override
    public List<Difference> difference(Actor reader, String process, int older, byte[] newer) {
        modeller(reader);
        return Differences.between(drawing(process, older), newer);
    }

    private byte[] drawing(String process, int version) {
        return content(files(process, version), resource(process, version));
    }

    @Override
    public Optional<Version> replaced(Actor reader, byte[] file) {
        modeller(reader);
        return jdbc.sql(ROWS + " where d.key_ = any(?) order by d.version_ desc limit 1")
                .param(Differences.processes(file).toArray(String[]::new))
                .query((r, i) -> version(r))
                .optional();
    }

    @Override
    public Traffic traffic(Actor reader, String process) {
        modeller(reader);
        return traffic.of(process);
    }

    @Override
    public List<Refused> refused(Actor reader, @Nullable String file) {
        modeller(reader);
        return jdbc.sql(
                        """
                        select at, person_name, source, name, files, findings from model_upload
                        where deployment is null and (cast(? as text) is null or ? = any(files)) order by at desc, id limit 20""")
                .params(file, file)
                .query((r, i) -> new Refused(
                        r.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                        r.getString("person_name"),
                        r.getString("source"),
                        r.getString("name"),
                        List.of((String[]) r.getArray("files").getArray()),
                        json.read(r.getString("findings"), new TypeReference<List<Finding>>() {})))
                .list();
    }
}
