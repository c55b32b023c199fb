insert into guest (id, name) values (-1, 'Emma');
insert into guest (id, name)
    values (-2, 'Harriet');
insert into guest (id, name) values (-3, 'Jane');
