-- What people find again: what meetings left behind and what teams have promised, a row for each topic, question,
-- task and meeting. Made from outcomes and tasks, and could be made again; never holds who wrote what.
create table search_document (
  -- Of a task: the task's own.
  id uuid primary key,
  team_id uuid not null references team (id) on delete cascade,
  kind text not null check (kind in ('outcome', 'topic', 'answer', 'task')),
  -- Null for tasks, which outlive their meeting.
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

-- The words of each document, as they are looked up. A table of its own, without a rule on its rows: under one,
-- PostgreSQL does not look words up in an index (`@@` is not leakproof). So the team and the kind are words too, and
-- nothing is read here but which documents to look at, in the table above with its rule.
create table search_words (
  document_id uuid primary key references search_document (id) on delete cascade,
  at timestamptz not null,
  words tsvector not null
);
create index search_words_found on search_words using gin (words);

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

-- What was found, with marks: by stems in the document's language, else by words as they stand.
create function rondo_marked(language text, said text, query tsquery, start text, options text) returns text
language sql immutable parallel safe as $$
  select case when position(start in stemmed.text) > 0 then stemmed.text
    else ts_headline('simple', said, query, options) end
  from (select ts_headline(
    case language when 'de' then 'german' else 'english' end::regconfig, said, query, options
  ) as text) as stemmed
$$;
