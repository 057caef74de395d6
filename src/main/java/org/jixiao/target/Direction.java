package org.jixiao.target;

public enum Direction {
    HIGHER_BETTER,
    LOWER_BETTER,
    ON_TARGET
}
