import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { TeamActivity } from '@rondo/contract';
import { Banner, Button, Skeleton } from '@rondo/design';
import { useRouter } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { libraryRoute } from '../../routes/library.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { FilterBar } from './FilterBar.tsx';
import { countFilters, type Filters } from './filters.ts';
import { Found } from './Found.tsx';
import { narrowed } from './narrowed.ts';
import { SearchField } from './SearchField.tsx';
import { ShelfList } from './ShelfList.tsx';
import { today, weekNow } from './today.ts';
import { useMarked } from './useMarked.ts';
import { useTeamLibrary } from './useTeamLibrary.ts';
import { useTyped } from './useTyped.ts';
import page from '../Page.module.css';
import styles from './Library.module.css';

/** Where meetings come from: shelves to stroll along, and every activity by its words, time, size and place. */
export default function Library() {
  const { t } = useLingui();
  const { team } = libraryRoute.useParams();
  const inAddress = libraryRoute.useSearch();
  const navigate = libraryRoute.useNavigate();
  const library = useTeamLibrary(team);
  const errorWords = useErrorWords();
  const router = useRouter();
  const [typed, setTyped] = useTyped(inAddress.q ?? '', (q) => {
    // Whoever has chosen an activity meanwhile is on the way there, and not to be called back.
    if (router.latestLocation.pathname !== `/teams/${team}/library`) return;
    void navigate({
      search: ({ q: _before, ...others }) => (q === '' ? others : { q, ...others }),
      replace: true,
      resetScroll: false,
    });
  });
  useTitle(t`Library`);
  const change = (changed: Partial<Filters>): void => {
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  };
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Library</Trans>
        </h1>
        <p className={page.lead}>
          <Trans>Choose an activity. You can look at it first, or start it at once.</Trans>
        </p>
      </div>
      <search className={styles.tools}>
        <SearchField value={typed} onChange={setTyped} />
        <FilterBar filters={inAddress} onChange={change} />
      </search>
      {library.isError && !library.data && (
        <div className={styles.failed}>
          <Banner tone="danger">{errorWords(library.error)}</Banner>
          <Button onClick={() => void library.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      )}
      {library.isPending && <Loading />}
      {library.data && (
        <Shown
          activities={library.data}
          filters={inAddress}
          typed={typed}
          team={team}
          onClear={() => {
            void navigate({ search: {}, resetScroll: false });
          }}
        />
      )}
    </>
  );
}

interface ShownProps {
  activities: readonly TeamActivity[];
  filters: Filters;
  /** Goes ahead of what the address says. */
  typed: string;
  team: string;
  onClear: () => void;
}

/** Typing never waits for what it finds: the field is drawn first, the cards when there is time. */
function Shown({ activities, filters, typed, team, onClear }: ShownProps) {
  const { i18n } = useLingui();
  const q = useDeferredValue(typed);
  const language = i18n.locale.startsWith('de') ? 'de' : 'en';
  const isStrolling = q.trim() === '' && countFilters(filters) === 0;
  const marked = useMarked(activities, JSON.stringify(filters));
  const found = useMemo(
    () => (isStrolling ? null : narrowed(activities, { ...filters, q }, marked, language, today())),
    [isStrolling, activities, filters, q, marked, language],
  );
  return (
    <>
      <p className="visually-hidden" role="status">
        {found && (
          <Plural value={found.length} _0="nothing fits" one="# activity" other="# activities" />
        )}
      </p>
      {found ? (
        <Found activities={found} team={team} filters={{ ...filters, q }} onClear={onClear} />
      ) : (
        <ShelfList
          activities={activities}
          marked={marked}
          team={team}
          today={today()}
          week={weekNow()}
        />
      )}
    </>
  );
}

function Loading() {
  const { t } = useLingui();
  return (
    <div className={styles.shelf}>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={styles.coming}>
          <Skeleton height="auto" {...(index === 0 && { label: t`The library is loading` })} />
          <Skeleton lines={2} />
        </div>
      ))}
    </div>
  );
}
