-- Reports are found too.

-- Whoever sees a report finds it: colleagues those that are published.
create policy reader on search_document for select using (
  kind = 'report' and exists (select from report where report.id = search_document.id)
);

-- Writes the words of documents anew, as they stand in their rows. What is published is shared with an organization.
create function rondo_write_words(documents uuid[]) returns void language plpgsql as $$
declare
  scope text := current_setting('rondo.scope', true);
begin
  perform set_config('rondo.scope', 'rule', true);
  execute '
    insert into search_words (document_id, at, words)
    select document.id, document.at,
      rondo_words(document.team_id, document.kind, document.title, document.body)
        || case when report.state = ''published''
             then array_to_tsvector(array[''shared='' || team.organization_id]) else '''' end
    from search_document as document
    join team on team.id = document.team_id
    left join report on report.id = document.id and document.kind = ''report''
    where document.id = any ($1)
    on conflict (document_id) do update set at = excluded.at, words = excluded.words'
  using documents;
  perform set_config('rondo.scope', coalesce(scope, ''), true);
end
$$;
