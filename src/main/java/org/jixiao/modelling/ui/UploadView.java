package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.UploadWords;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Definition;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Versions;

/** Files of a model, judged and compared before anything is deployed; then all of them or nothing. */
@Route(value = "processes/upload", layout = MainLayout.class)
@RolesAllowed("MODELLER")
class UploadView extends Div implements HasDynamicTitle {

    private static final int MOST = 50;
    private static final int LARGEST = 1_000_000;
    private static final int LONGEST = 255;

    private final transient Deployments deployments;
    private final transient Versions versions;
    private final transient SignedIn signedIn;
    private final transient Map<String, byte[]> files = new LinkedHashMap<>();
    private final Div list = new Div();
    private final Div judged = new Div();
    private final TextField why = new TextField();
    private final Button deploy = new Button();
    private final Span stopped = Words.styled("", "jx-sm");

    UploadView(Deployments deployments, Versions versions, SignedIn signedIn) {
        this.deployments = deployments;
        this.versions = versions;
        this.signedIn = signedIn;
        addClassName("jx-page");
        var back = new Anchor("processes", Glyph.BACK.icon());
        back.addClassName("jx-back");
        back.getElement().setAttribute("aria-label", getTranslation("modelling.back"));
        judged.addClassName("jx-model-mid");
        var body = new Div(form(), judged);
        body.addClassNames("jx-body", "jx-model");
        add(new PageHeader(getTranslation("modelling.upload.title")).lead(back), body);
        judge();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", getTranslation("modelling.upload.title"));
    }

    private Section form() {
        why.setLabel(getTranslation("modelling.why"));
        why.setHelperText(getTranslation("modelling.why.help"));
        why.setRequiredIndicatorVisible(true);
        why.setManualValidation(true);
        why.addValueChangeListener(e -> why.setInvalid(false));
        Limit.of(why, LONGEST);
        deploy.setText(getTranslation("modelling.upload.deploy"));
        deploy.addThemeNames("primary");
        deploy.addClickListener(e -> deploy());
        var inside = new Div(upload(), list, why, new Div(deploy), stopped, Words.styled(getTranslation("modelling.upload.stay"), "jx-sec", "jx-sm"));
        inside.addClassName("jx-model-upload");
        var sheet = Words.sheet(getTranslation("modelling.upload.files"));
        sheet.addClassName("jx-model-side");
        sheet.add(inside);
        return sheet;
    }

    private Upload upload() {
        var upload = new Upload(UploadHandler.inMemory((meta, bytes) -> {
            receive(meta.fileName(), bytes);
            judge();
        }));
        upload.setAcceptedFileTypes(".bpmn", ".dmn", ".form");
        upload.setMaxFiles(MOST);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("modelling.upload.choose")));
        upload.setDropLabel(new Span(getTranslation("modelling.upload.drop")));
        upload.addAllFinishedListener(e -> upload.clearFileList());
        UploadWords.on(upload, getTranslation("modelling.upload.rejected"));
        return upload;
    }

    /** A file of the same name takes the place of the earlier one. */
    void receive(String file, byte[] content) {
        files.put(file, content);
    }

    void judge() {
        list.removeAll();
        judged.removeAll();
        files.keySet().forEach(file -> list.add(line(file)));
        List<Finding> findings = files.isEmpty() ? List.of() : deployments.judge(signedIn.actor(), new LinkedHashMap<>(files));
        long errors = findings.stream().filter(Finding::blocks).count();
        deploy.setEnabled(errors == 0 && !files.isEmpty());
        stopped.setText(errors == 0 ? "" : getTranslation("modelling.upload.stopped", String.valueOf(errors)));
        if (files.isEmpty()) {
            var empty = new Section(new EmptyState(
                    Glyph.UPLOAD, getTranslation("modelling.upload.empty"), getTranslation("modelling.upload.empty.next")));
            empty.addClassName("jx-sheet");
            judged.add(empty);
        }
        var ofAll = findings.stream().filter(f -> !files.containsKey(f.field())).toList();
        if (!ofAll.isEmpty())
            judged.add(FindingsPanel.sheet(new FindingsPanel(ofAll, Map.of(), id -> {}), getTranslation("modelling.gate.title")));
        files.forEach((file, content) -> judged.add(
                new UploadedFile(file, content, findings.stream().filter(f -> file.equals(f.field())).toList(), versions, signedIn.actor())));
    }

    private Div line(String file) {
        var away = new Button(Glyph.CLOSE.small(), e -> {
            files.remove(file);
            judge();
        });
        away.addThemeNames("tertiary", "icon", "small");
        away.setAriaLabel(getTranslation("modelling.upload.away", file));
        var line = new Div(Glyph.SHEET.icon(), Words.styled(file, "jx-grow"), away);
        line.addClassName("jx-row");
        return line;
    }

    private void deploy() {
        if (why.isEmpty() || why.getValue().isBlank()) {
            why.setErrorMessage(getTranslation("modelling.why.needed"));
            why.setInvalid(true);
            why.focus();
            return;
        }
        if (!Limit.keeps(why)) return;
        try {
            var upload = new Deployments.Upload(why.getValue().strip(), "browser", Repeated.CHANGED_ONLY, new LinkedHashMap<>(files));
            go(deployments.deploy(signedIn.actor(), upload));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            judge();
        }
    }

    private String listed(Collection<String> some) {
        return files.keySet().stream().filter(some::contains).collect(Collectors.joining(getTranslation("modelling.list.and")));
    }

    private void go(Deployments.Deployed deployed) {
        if (deployed.files().isEmpty()) {
            Notices.warn(getTranslation("modelling.upload.nothing"));
            return;
        }
        var same = files.keySet().stream().filter(file -> !deployed.files().contains(file)).toList();
        String done = getTranslation("modelling.upload.done", listed(deployed.files()));
        Notices.done(same.isEmpty() ? done : done + getTranslation("modelling.upload.same", listed(same)));
        var process = deployed.definitions().stream().filter(d -> d.kind() == Definition.Kind.PROCESS).findFirst();
        getUI().ifPresent(ui -> {
            if (process.isEmpty()) ui.navigate(ProcessesView.class);
            else ui.navigate(ProcessView.class, new RouteParameters(Map.of("key", process.get().key())));
        });
    }
}
