package org.jixiao.base.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** What an upload says by itself, in the language of the page: on the way, not come, not taken. */
public final class UploadWords {

    private UploadWords() {}

    /** @param refused why a file is not taken: its kind, its size, or one too many */
    public static void on(Upload upload, String refused) {
        String sending = upload.getTranslation("base.upload.sending");
        String failed = upload.getTranslation("base.upload.failed");
        var status = new UploadI18N.Uploading.Status().setConnecting(sending).setStalled(sending).setProcessing(sending);
        var error = new UploadI18N.Uploading.Error().setServerUnavailable(failed).setUnexpectedServerError(failed).setForbidden(failed);
        upload.setI18n(new UploadI18N()
                .setUploading(new UploadI18N.Uploading().setStatus(status).setError(error))
                .setError(new UploadI18N.Error().setTooManyFiles(refused).setFileIsTooBig(refused).setIncorrectFileType(refused)));
        upload.addFileRejectedListener(e -> Notices.warn(refused));
    }
}
