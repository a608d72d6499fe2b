-- People by the day of registration, ties by id: read forwards and backwards. An import brings many of one day.
create index client_by_registration on client (centre_id, registered_on desc, id);
drop index client_registered;
