-- What a notice leads to, such as the emergency access that is to be reviewed.
alter table staff_notice add column subject_id uuid;
