package org.jixiao.organisation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the one-time token in the log while nobody can sign in yet. */
@Component
@Order(Demo.ORGANISATION + 1)
class FirstStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final SetUp setUp;

    FirstStart(SetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (setUp.needed())
            LOG.warn("Nobody can sign in yet. Open /setup and make the first administrator with this token, "
                    + "good once: {}", setUp.token());
    }
}
