package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.UploadWords;
import org.jixiao.evaluation.EvidenceShelf;
import org.jixiao.evaluation.SheetView.FileView;
import org.jspecify.annotations.Nullable;

/** The files of one row: opened by a click; handed in and taken away where the row may be typed. */
final class EvidenceBox extends Div {

    /** What a box may do beside showing. */
    interface Hands {
        void handIn(String name, byte[] bytes);

        void takeAway(UUID file);

        /** Files of earlier loops stay. */
        int loop();
    }

    private final transient SheetServices services;
    private final transient @Nullable Hands hands;
    private final Div list = Parts.div("jx-ev-files");

    EvidenceBox(SheetServices services, @Nullable Hands hands) {
        this.services = services;
        this.hands = hands;
        addClassName("jx-ev-evidence");
        add(list);
        if (hands != null) add(upload(hands));
    }

    void show(List<FileView> files) {
        list.removeAll();
        for (FileView file : files) list.add(line(file));
    }

    private Div line(FileView file) {
        Anchor link = new Anchor(Downloads.of(services, file), file.name());
        link.getElement().setAttribute("title", file.name() + "  " + size(file.size()));
        Div line = Parts.div("jx-ev-file", Glyph.CLIP.small(), link);
        if (hands != null && file.loop() == hands.loop()) {
            Button remove = new Button(Glyph.CLOSE.small(), e -> hands.takeAway(file.id()));
            remove.addThemeNames("tertiary", "icon", "small");
            remove.setAriaLabel(getTranslation("evaluation.evidence.remove", file.name()));
            line.add(remove);
        }
        return line;
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : bytes / (1024 * 1024) + " MB";
    }

    private Upload upload(Hands to) {
        Upload upload = new Upload(UploadHandler.inMemory((meta, bytes) -> {
            try {
                to.handIn(meta.fileName(), bytes);
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        }));
        Button button = new Button(getTranslation("evaluation.evidence.upload"), Glyph.PLUS.small());
        button.addThemeNames("tertiary", "small");
        upload.setUploadButton(button);
        upload.setDropAllowed(false);
        upload.setMaxFiles(20);
        upload.setMaxFileSize((int) services.evidence().maxFileSize());
        upload.setAcceptedFileTypes(
                EvidenceShelf.endings().stream().map(e -> "." + e).toArray(String[]::new));
        UploadWords.on(upload, getTranslation(
                "evaluation.evidence.rejected",
                EvidenceShelf.endings().stream().collect(Collectors.joining("、")),
                services.evidence().maxFileSize() / (1024 * 1024)));
        upload.addAllFinishedListener(e -> upload.clearFileList());
        upload.addClassName("jx-ev-upload");
        return upload;
    }

}
