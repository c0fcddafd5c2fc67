import { Trans, useLingui } from '@lingui/react/macro';
import { Chip, Select, TextField } from '@rondo/design';
import { searchRoute } from '../../routes/today.ts';
import { useMe } from '../../shell/useMe.ts';
import { useKindWords } from './useKindWords.ts';
import styles from './Search.module.css';

/** Of what kind, in which team, and when; all of it in the address. */
export function Filters() {
  const { t } = useLingui();
  const { teams } = useMe();
  const kinds = useKindWords();
  const search = searchRoute.useSearch();
  const navigate = searchRoute.useNavigate();
  const set = (name: 'kind' | 'team' | 'from' | 'to', value: string): void => {
    const { [name]: _, ...rest } = search;
    // The route reads the address again, and takes what it knows.
    void navigate({
      search: (value === '' ? rest : { ...rest, [name]: value }) as typeof search,
      replace: true,
    });
  };
  return (
    <div className={styles.filters}>
      <div className={styles.kinds} role="group" aria-label={t`Show`}>
        <Chip selected={search.kind === undefined} onClick={() => set('kind', '')}>
          <Trans>Everything</Trans>
        </Chip>
        {kinds.map(({ kind, plural }) => (
          <Chip key={kind} selected={search.kind === kind} onClick={() => set('kind', kind)}>
            {plural}
          </Chip>
        ))}
      </div>
      {teams.length > 1 && (
        <Select
          label={t`Team`}
          value={search.team ?? ''}
          onChange={(event) => set('team', event.target.value)}
          options={[
            { value: '', label: t`All teams` },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextField
        label={t`From`}
        type="date"
        value={search.from ?? ''}
        onChange={(event) => set('from', event.target.value)}
      />
      <TextField
        label={t`Until`}
        type="date"
        value={search.to ?? ''}
        onChange={(event) => set('to', event.target.value)}
      />
    </div>
  );
}
