package org.jixiao.evaluation.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jspecify.annotations.Nullable;

/** What is being typed on a form: each cell goes to the desk when it is left, with what could not be stored before. */
final class Typing {

    private final SheetServices services;
    private final Desk desk;
    private final Runnable stored;
    private @Nullable ObjectNode pending;
    private boolean own;

    /** @param stored shows what stands after a cell was stored */
    Typing(SheetServices services, Desk desk, Runnable stored) {
        this.services = services;
        this.desk = desk;
        this.stored = stored;
    }

    ObjectNode body() {
        return services.json().createObjectNode();
    }

    /** Whether all that was typed is stored now. */
    boolean store(ObjectNode change) {
        pending = pending == null ? change : merged(pending, change);
        return flush();
    }

    private boolean flush() {
        if (pending == null) return true;
        if (!desk.save(pending)) return false;
        pending = null;
        stored.run();
        return true;
    }

    private static ObjectNode merged(ObjectNode first, ObjectNode second) {
        ObjectNode all = first.deepCopy();
        second.fields().forEachRemaining(field -> {
            if (field.getValue() instanceof ArrayNode more) all.withArray(field.getKey()).addAll(more);
            else all.set(field.getKey(), field.getValue());
        });
        return all;
    }

    @Nullable ObjectNode unsaved() {
        return pending;
    }

    /** The fields say what is stored: what is read anew follows an act of this form's own. */
    boolean upToDate() {
        return own && pending == null && desk.editable();
    }

    void forget() {
        pending = null;
    }

    /** @param loop files of earlier ones stay */
    FillRow.Hands hands(String row, boolean open, IntSupplier loop) {
        return new FillRow.Hands() {
            @Override
            public boolean open() {
                return open;
            }

            @Override
            public void typed(String field, String text) {
                ObjectNode change = body();
                change.putArray("rows").addObject().put("id", row).put(field, text);
                store(change);
            }

            @Override
            public void handIn(String name, byte[] bytes) {
                flush();
                services.evidence().handIn(services.actor(), desk.sheet().taskId(), row, name, bytes);
                follow();
            }

            @Override
            public void takeAway(UUID file) {
                flush();
                services.evidence().takeAway(services.actor(), file);
                follow();
            }

            @Override
            public int loop() {
                return loop.getAsInt();
            }
        };
    }

    private void follow() {
        own = true;
        try {
            desk.reload();
        } finally {
            own = false;
        }
    }
}
