drop table guest;
drop sequence guest_seq;
