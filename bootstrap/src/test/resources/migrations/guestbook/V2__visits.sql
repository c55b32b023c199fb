create sequence visit_seq start with 50 increment by 50;

create table visit (
    id         bigint not null primary key,
    guest_id   bigint not null references guest (id),
    visited_on date   not null
);
