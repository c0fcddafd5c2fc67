import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button, Select, toast } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Refused } from '../organization/plan/Refused.tsx';
import { RoomHint } from '../organization/plan/RoomHint.tsx';
import page from '../Page.module.css';

interface Props {
  team: Team;
  /** Organizations that one manages, without the team's own. */
  targets: readonly { id: string; name: string }[];
  onDone: () => void;
}

/** To another organization, and what that does to its members. */
export function MoveTeam({ team, targets, onDone }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [organization, setOrganization] = useState(targets[0]?.id ?? '');
  const ahead = useQuery(
    api.teams.lookAhead.queryOptions({ input: { team: team.id, organization } }),
  );
  const target = targets.find(({ id }) => id === organization)?.name ?? '';
  const move = useMutation(
    api.teams.move.mutationOptions({
      onSuccess: async () => {
        onDone();
        toast({ text: t`${team.name} belongs to ${target} now.`, tone: 'ok' });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const newcomers = ahead.data?.newcomers;
  return (
    <div className={page.form}>
      {ahead.isError && <Banner tone="danger">{errorWords(ahead.error)}</Banner>}
      <Refused organization={organization} error={move.error} onClose={() => move.reset()} />
      <RoomHint organization={organization} />
      <Select
        label={t`Organization`}
        value={organization}
        onChange={(event) => setOrganization(event.target.value)}
        options={targets.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <p>
        <Trans>
          All that is the team’s own goes with it: meetings, tasks, what is planned, activities.
        </Trans>{' '}
        {newcomers !== undefined && (
          <Plural
            value={newcomers}
            _0={`Its members are all in ${target} already.`}
            one={`# of its members is not in ${target} yet, and becomes a member.`}
            other={`# of its members are not in ${target} yet, and become members.`}
          />
        )}
      </p>
      <Button
        tone="primary"
        busy={move.isPending}
        disabled={newcomers === undefined}
        onClick={() => move.mutate({ team: team.id, organization })}
      >
        <Trans>Move the team</Trans>
      </Button>
    </div>
  );
}
