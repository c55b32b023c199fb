create sequence guest_seq start with 50 increment by 50;
create table guest (id bigint not null primary key, name varchar(100) not null, remark varchar(20));
