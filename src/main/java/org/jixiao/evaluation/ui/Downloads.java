package org.jixiao.evaluation.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import org.jixiao.evaluation.Evidence;
import org.jixiao.evaluation.SheetView.FileView;
import org.jixiao.organisation.Actor;

/** A file of evidence through the page's own session; the right to it is asked again at each click. */
final class Downloads {

    private Downloads() {}

    static DownloadHandler of(SheetServices services, FileView file) {
        Actor reader = services.signedIn().actor();
        return event -> {
            Evidence evidence = services.evidence().file(reader, file.id());
            event.setFileName(evidence.name());
            event.setContentType(evidence.mediaType());
            event.setContentLength(evidence.size());
            event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
            event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            event.getResponse().setHeader("Cache-Control", "private, no-store");
            services.evidence().write(evidence, event.getOutputStream());
        };
    }
}
