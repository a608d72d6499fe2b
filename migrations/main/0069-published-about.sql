-- What a page was about when it was last published: its place, its kind, its days. The columns beside belong to the working
-- copy, which nobody has checked yet. Null: published before this column was there, and not changed since.
alter table guide_page add column published_about jsonb;
