-- Starts at the size of a block, so that both providers hand out 1, 2, 3, …
create sequence guest_seq start with 50 increment by 50;

create table guest (
    id   bigint       not null primary key,
    name varchar(100) not null
);
