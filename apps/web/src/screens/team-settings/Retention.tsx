import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button, Select, toast } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Answer } from '../../shell/Answer.tsx';
import page from '../Page.module.css';

const CHOICES = [3, 6, 12, 24, 36, 60] as const;

/** How long what remains of meetings is kept. */
export function Retention({ team }: { team: Team }) {
  const { t } = useLingui();
  const query = useQuery(api.retention.get.queryOptions({ input: { team: team.id } }));
  return (
    <Answer query={query} loading={t`How long things are kept is loading`}>
      {({ months, older }) => (
        <Form key={String(months)} team={team} months={months} older={older} />
      )}
    </Answer>
  );
}

function Form({ team, months, older }: { team: Team; months: number | null; older: number }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(months);
  const change = useMutation(
    api.retention.set.mutationOptions({
      onSuccess: (kept) => {
        queryClient.setQueryData(api.retention.get.queryKey({ input: { team: team.id } }), kept);
        toast({ text: t`Saved`, tone: 'ok' });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate({ team: team.id, months: chosen });
  };
  const all = [...new Set([...CHOICES, ...(months === null ? [] : [months])])].toSorted(
    (a, b) => a - b,
  );
  return (
    <form className={page.form} onSubmit={submit}>
      {change.isError && <Banner tone="danger">{errorWords(change.error)}</Banner>}
      <Select
        label={t`What remains of meetings is kept`}
        hint={t`The leads hear of it a week before anything is deleted. Open tasks are never deleted.`}
        disabled={!team.manages}
        value={chosen === null ? '' : String(chosen)}
        onChange={({ target }) => setChosen(target.value === '' ? null : Number(target.value))}
        options={[
          { value: '', label: t`for ever` },
          ...all.map((each) => ({ value: String(each), label: t`for ${each} months` })),
        ]}
      />
      {months !== null && older > 0 && (
        <Banner tone="warn">
          <Plural
            value={older}
            one="# meeting is older, and goes as soon as the leads have known for a week."
            other="# meetings are older, and go as soon as the leads have known for a week."
          />
        </Banner>
      )}
      {team.manages && chosen !== months && (
        <Button type="submit" busy={change.isPending}>
          <Trans>Save</Trans>
        </Button>
      )}
    </form>
  );
}
