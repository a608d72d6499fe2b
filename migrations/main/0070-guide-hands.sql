-- Everybody who wrote in the working copy since it was last published, not only the last of them: none of them checks it
-- while somebody else could.
alter table guide_page add column hands uuid[] not null default '{}';
