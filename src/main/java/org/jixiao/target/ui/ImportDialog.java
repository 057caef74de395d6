package org.jixiao.target.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.receivers.MemoryBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.UploadWords;
import org.jixiao.target.ImportPreview;

/** A file chosen, its preview, and then all of it or nothing. */
final class ImportDialog extends Dialog {

    /**
     * @param preview file and answers → what the import would do
     * @param take carries it out; false when it was refused
     */
    ImportDialog(BiFunction<byte[], Map<String, String>, ImportPreview> preview, Predicate<ImportPreview> take) {
        setHeaderTitle(getTranslation("target.import.title"));
        setWidth("min(1080px, 96vw)");
        var close = new Button(getTranslation("target.import.cancel"), e -> close());
        var go = new Button(getTranslation("target.import.take"));
        go.addThemeNames("primary");
        go.setEnabled(false);
        var panel = new PreviewPanel(preview, ready -> go.setEnabled(ready));
        go.addClickListener(e -> {
            try {
                var answered = panel.answered();
                if (answered != null && take.test(answered)) close();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        getFooter().add(close, go);
        add(new Div(upload(panel::file)), panel);
    }

    /** A field for one CSV file, read as soon as it has come. */
    static Upload upload(Consumer<byte[]> on) {
        var buffer = new MemoryBuffer();
        var upload = new Upload(buffer);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(2_000_000);
        upload.setAcceptedFileTypes(".csv", "text/csv", "text/plain");
        upload.setUploadButton(new Button(upload.getTranslation("target.import.choose")));
        upload.setDropLabel(new Span(upload.getTranslation("target.import.drop")));
        UploadWords.on(upload, upload.getTranslation("target.import.rejected"));
        upload.addSucceededListener(e -> {
            try (var in = buffer.getInputStream()) {
                on.accept(in.readAllBytes());
                upload.clearFileList();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return upload;
    }
}
