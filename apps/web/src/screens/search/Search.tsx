import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState, TextField } from '@rondo/design';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search as Glass } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import { searchRoute } from '../../routes/today.ts';
import { Answer } from '../../shell/Answer.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { useTyped } from '../library/useTyped.ts';
import { Filters } from './Filters.tsx';
import { Group } from './Group.tsx';
import { MoreOfKind } from './MoreOfKind.tsx';
import page from '../Page.module.css';
import styles from './Search.module.css';

/** Looks through everything that one's teams have said, decided and promised. */
export default function Search() {
  const { t } = useLingui();
  useTitle(t`Search`);
  const field = useRef<HTMLInputElement>(null);
  const search = searchRoute.useSearch();
  const navigate = searchRoute.useNavigate();
  const { words = '', ...narrowed } = search;
  const [typed, type] = useTyped(words, (text) => {
    const { words: _, ...rest } = search;
    void navigate({ search: text === '' ? rest : { ...rest, words: text }, replace: true });
  });
  useEffect(() => field.current?.focus(), []);
  const found = useQuery({
    ...api.search.find.queryOptions({ input: { words: words.slice(0, 200), ...narrowed } }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const count =
    words === '' ? undefined : found.data?.groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <>
      <h1 className={page.title}>
        <Trans>Search</Trans>
      </h1>
      <search className={styles.ask}>
        <TextField
          ref={field}
          data-search
          label={t`What are you looking for?`}
          hideLabel
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          placeholder={t`A word, “a phrase”, -without`}
          lead={<Glass size={20} aria-hidden />}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <Filters />
      </search>
      <output className="visually-hidden">
        {count !== undefined && !found.isFetching && t`Found: ${count}`}
      </output>
      {words === '' ? (
        <EmptyState title={t`What was that again?`} drawing="lines">
          <Trans>
            Topics, answers, tasks, reports and meetings of all your teams. Private tasks only you
            find, and what was anonymous stays so.
          </Trans>
        </EmptyState>
      ) : (
        <Answer query={found} loading={t`Searching`}>
          {({ groups }) =>
            groups.length === 0 ? (
              <EmptyState title={t`Nothing found for “${words}”`} drawing="rings">
                <Trans>
                  Fewer or other words may help. What still runs is found once it has ended.
                </Trans>
              </EmptyState>
            ) : (
              groups.map((group) =>
                narrowed.kind === undefined ? (
                  <Group key={group.kind} {...group} />
                ) : (
                  <MoreOfKind key={group.kind} group={group} />
                ),
              )
            )
          }
        </Answer>
      )}
    </>
  );
}
