import { Trans, useLingui } from '@lingui/react/macro';
import type { CountedTeam } from '@rondo/contract';
import { Banner, Button, Checkbox, Dialog, toast } from '@rondo/design';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/useErrorWords.ts';
import { Answer } from '../../../shell/Answer.tsx';
import { ShowMore } from '../../../shell/ShowMore.tsx';
import { FindField } from '../FindField.tsx';
import { useSettled } from '../useSettled.ts';
import { usePlanWords } from './usePlanWords.ts';
import styles from './Plan.module.css';

interface Props {
  organization: string;
  /** How many may stay open. */
  most: number;
  open: boolean;
  onClose: () => void;
}

/** For owners: which teams stay open where there are more than the plan allows. */
export function ChooseOpen({ open, onClose, ...rest }: Props) {
  const { t } = useLingui();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`Which teams stay open?`}
      closeLabel={t`Close`}
      size="m"
    >
      <Choice {...rest} onClose={onClose} />
    </Dialog>
  );
}

function Choice({ organization, most, onClose }: Omit<Props, 'open'>) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const words = usePlanWords();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  // What was changed here; everything else is as the server says.
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const find = useSettled(typed);
  const list = useInfiniteQuery({
    ...api.plans.teams.infiniteOptions({
      input: (after: string | undefined) => ({
        organization,
        limit: 100,
        ...(find !== '' && { find }),
        ...(after !== undefined && { after }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });
  const teams = list.data?.pages.flatMap((each) => each.teams) ?? [];
  const staysOpen = (team: CountedTeam): boolean =>
    changed.get(team.id) ?? team.readOnlyFrom === null;
  const chosen = teams.filter(staysOpen);
  const keep = useMutation(
    api.plans.keep.mutationOptions({
      onSuccess: async () => {
        toast({ text: t`These teams stay open.`, tone: 'ok' });
        onClose();
        await queryClient.invalidateQueries();
      },
    }),
  );
  // Chosen, and not in what was looked for.
  const hidden = [...changed].filter(([id, is]) => is && !teams.some((team) => team.id === id));
  const ids = [...chosen.map(({ id }) => id), ...hidden.map(([id]) => id)];
  const isTooMany = ids.length > most;
  return (
    <div className={styles.choice}>
      <p>
        <Trans>
          Up to {most} teams stay open. One you choose takes the place of another, which can be read
          only from the same day on. You may change it again.
        </Trans>
      </p>
      {keep.isError && <Banner tone="danger">{errorWords(keep.error)}</Banner>}
      <FindField label={t`Find a team`} value={typed} onChange={setTyped} />
      <Answer query={list} loading={t`The teams are loading`}>
        {() => (
          <ul className={styles.teams} aria-label={t`Teams`}>
            {teams.map((team) => (
              <li key={team.id}>
                <Checkbox
                  label={team.name}
                  hint={t`Last active on ${words.day(team.lastActiveAt)}`}
                  checked={staysOpen(team)}
                  onChange={({ target }) =>
                    setChanged(new Map([...changed, [team.id, target.checked]]))
                  }
                />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <ShowMore list={list} shown={teams.length}>
        <Trans>Show more teams</Trans>
      </ShowMore>
      <p aria-live="polite" className={isTooMany ? styles.tooMany : styles.note}>
        {isTooMany
          ? t`${ids.length} chosen, ${most} may stay open: take some out.`
          : t`${ids.length} of ${most} chosen`}
      </p>
      <Button
        tone="primary"
        disabled={isTooMany || changed.size === 0}
        busy={keep.isPending}
        onClick={() => keep.mutate({ organization, teams: ids })}
      >
        <Trans>Keep these open</Trans>
      </Button>
    </div>
  );
}
