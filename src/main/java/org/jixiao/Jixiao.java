package org.jixiao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 绩效通: routes a public unit's yearly performance targets. */
@SpringBootApplication
public class Jixiao {

    public static void main(String[] args) {
        SpringApplication.run(Jixiao.class, args);
    }
}
