-- 常用意见: each person's own sentences, in their order.
create table stock_opinion (
    person   uuid    not null,
    position integer not null,
    text     text    not null,
    primary key (person, position)
);
