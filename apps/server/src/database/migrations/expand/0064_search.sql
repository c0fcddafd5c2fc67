-- What people find again: what meetings left behind, what teams have promised and what they publish, a row for each
-- topic, question, task, report and meeting. Made from these, and could be made again; never holds who wrote what.
create table search_document (
  -- Of a task or a report: its own.
  id uuid primary key,
  team_id uuid not null references team (id) on delete cascade,
  kind text not null check (kind in ('outcome', 'topic', 'answer', 'task', 'report')),
  -- Null for tasks and reports, which outlive their meeting.
  meeting_id text references meeting (id) on delete cascade,
  task_id uuid unique references task (id) on delete cascade,
  -- Of a task: who alone sees it.
  private_to uuid[],
  title text not null,
  body text not null,
  -- In which passages are cut and marked; found is by both.
  language text not null check (language in ('en', 'de')),
  at timestamptz not null,
  check ((kind = 'task') = (task_id is not null and meeting_id is null))
);
create index search_document_of_meeting on search_document (meeting_id) where meeting_id is not null;
create index search_document_of_team on search_document (team_id);
call rondo_protect('search_document', 'team_id = any ((select rondo_teams())::uuid[])
  and (private_to is null or (select rondo_person()) = any (private_to))');

-- The words of each document, as they are looked up. The team and the kind are words too. Nobody's to read: who looks
-- some up is told which documents of their own have them.
create table search_words (
  document_id uuid primary key references search_document (id) on delete cascade,
  at timestamptz not null,
  words tsvector not null
);
create index search_words_found on search_words using gin (words);
-- Words that are in very many documents are looked up among the newest.
create index search_words_newest on search_words (at);

-- The rule for `search_words`: true while a server's own statement, or one in the functions below, is planned. It
-- has to be known before a statement runs, as under a rule that is not PostgreSQL does not look words up in an
-- index (`@@` is not leakproof). So this says to be immutable, which is true for one connection outside of these
-- functions; statements in them are planned each time (`execute`), so no plan made in them is used elsewhere.
create function rondo_words_open() returns boolean language plpgsql immutable as $$
begin
  return current_setting('rondo.scope', true) is distinct from 'person';
end
$$;

alter table search_words enable row level security;
alter table search_words force row level security;
create policy person on search_words using (rondo_words_open());

-- Each word as it stands, and its stem in both languages: a team writes in either, often in both.
create function rondo_words(team uuid, kind text, title text, body text) returns tsvector
language sql immutable parallel safe as $$
  select
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'D')
    || setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'D')
    || setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', body), 'D')
    || array_to_tsvector(array['team=' || team, 'kind=' || kind])
$$;

-- What somebody typed: words, "a phrase", or, -without. `last` is a word that is still being typed, or empty.
create function rondo_query(said text, last text) returns tsquery
language sql immutable parallel safe as $$
  select case
    when last = '' then whole.all_of
    else whole.all_of || (begun.all_of && (quote_literal(lower(last)) || ':*')::tsquery)
  end
  from
    (select websearch_to_tsquery('simple', said || ' ' || last)
      || websearch_to_tsquery('english', said || ' ' || last)
      || websearch_to_tsquery('german', said || ' ' || last) as all_of) as whole,
    (select websearch_to_tsquery('simple', said) || websearch_to_tsquery('english', said)
      || websearch_to_tsquery('german', said) as all_of) as begun
$$;

-- The newest documents with these words, in one of the person's teams or in all of them with what their
-- organizations publish. Which of these they may read is said by the rule of `search_document`.
create function rondo_lookup(
  query tsquery, team uuid, kind text, since timestamptz, until timestamptz, most integer
) returns table (document_id uuid, rank real) language plpgsql stable as $$
declare
  scope text := current_setting('rondo.scope', true);
  whose tsquery;
begin
  select string_agg(quote_literal(word), '|')::tsquery into whose
  from (
    select 'team=' || each as word from unnest(rondo_teams()) as each where team is null or each = team
    union all
    select 'shared=' || each from unnest(rondo_organizations()) as each where team is null
  ) as theirs;
  if whose is null or numnode(query) = 0 then
    return;
  end if;
  if kind is not null then
    whose := whose && quote_literal('kind=' || kind)::tsquery;
  end if;
  -- An error takes this back with all else that the transaction, or its part, has done.
  perform set_config('rondo.scope', 'rule', true);
  return query execute '
    select document_id, ts_rank(words, $1)
    from (
      select document_id, words from search_words
      where words @@ $2 and at >= $3 and at < $4
      order by at desc limit $5
    ) as newest'
  using query, query && whose, coalesce(since, '-infinity'), coalesce(until, 'infinity'), most;
  perform set_config('rondo.scope', coalesce(scope, ''), true);
end
$$;

-- What was found, with marks: by stems in the document's language, else by words as they stand.
create function rondo_marked(language text, said text, query tsquery, start text, options text) returns text
language sql immutable parallel safe as $$
  select case when position(start in stemmed.text) > 0 then stemmed.text
    else ts_headline('simple', said, query, options) end
  from (select ts_headline(
    case language when 'de' then 'german' else 'english' end::regconfig, said, query, options
  ) as text) as stemmed
$$;
