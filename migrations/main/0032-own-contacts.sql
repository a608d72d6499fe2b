-- One's own contacts, newest entry first: the page that a counsellor opens most.
create index contact_own on contact (centre_id, counsellor_id, recorded_at desc, id desc);
