package org.jixiao.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts the statements that a thread sends to the database. */
public final class Statements {

    private static final ThreadLocal<@Nullable AtomicInteger> COUNT = new ThreadLocal<>();

    private Statements() {}

    public static int of(Runnable work) {
        AtomicInteger count = new AtomicInteger();
        COUNT.set(count);
        try {
            work.run();
        } finally {
            COUNT.remove();
        }
        return count.get();
    }

    static Connection counted(Connection connection) {
        AtomicInteger count = COUNT.get();
        if (count == null) return connection;
        return (Connection) Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("prepareStatement")) count.incrementAndGet();
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
