import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Activity, GuestPolicy, PlannedWindow } from '@rondo/contract';
import { Banner, Button, buttonClass, Checkbox, Select, Switch, TextField } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { phaseTitle } from '@rondo/phases/outlines';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { WindowFields } from '../schedule/WindowFields.tsx';
import { ReadOnlyTeam } from '../team/ReadOnlyTeam.tsx';
import styles from './Activity.module.css';

/** Starts it in one tap; what may be otherwise stands below, already chosen. */
export function StartForm({
  activity,
  team,
  name: title,
}: {
  activity: Activity;
  team: string;
  name: string;
}) {
  const { t, i18n } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const about = useQuery(api.teams.get.queryOptions({ input: { team } }));
  const collect = activity.flow.find((step) => step.kind === 'collect');
  const [name, setName] = useState(title);
  const [anonymous, setAnonymous] = useState(collect?.settings['anonymous'] !== false);
  const [guests, setGuests] = useState<GuestPolicy | null>(null);
  const [without, setWithout] = useState<readonly number[]>([]);
  const [windows, setWindows] = useState<readonly PlannedWindow[]>([]);
  const [review, setReview] = useState(true);
  const promises = useQuery(api.tasks.due.queryOptions({ input: { team } }));
  const toReview = (promises.data?.open ?? 0) + (promises.data?.toAsk ?? 0);
  const mayReview = toReview > 0 && !activity.flow.some(({ kind }) => kind === 'review');
  const start = useMutation(
    api.meetings.start.mutationOptions({
      onSuccess: async ({ meeting }) => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: api.meetings.list.key() }),
          // It has been used once more.
          queryClient.invalidateQueries({ queryKey: api.activities.ofTeam.key() }),
        ]);
        await navigate({ to: '/m/$meeting', params: { meeting } });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    start.mutate({
      team,
      activity: activity.id,
      name,
      without: [...without],
      ...(collect && { anonymous }),
      ...(guests !== null && { guests }),
      // Asked for before it is known how many there are, the server looks itself.
      review,
      ...(windows.length > 0 && { windows: [...windows] }),
    });
  };
  // What other phases build on stays; an icebreaker or a wrap-up can be left out.
  const optional = activity.flow.flatMap((step, index) =>
    step.kind === 'icebreaker' || step.kind === 'wrap-up' ? [{ step, index }] : [],
  );
  if (about.data && about.data.condition !== 'open') return <ReadOnlyTeam team={about.data} />;
  return (
    <form className={styles.start} onSubmit={submit}>
      {start.isError && <Banner tone="danger">{errorWords(start.error)}</Banner>}
      <Button tone="primary" size="l" type="submit" wide busy={start.isPending}>
        <Trans>Start now</Trans>
      </Button>
      <Link
        to="/teams/$team/schedule"
        params={{ team }}
        search={{ activity: activity.id }}
        className={buttonClass({ wide: true })}
      >
        <Trans>Schedule…</Trans>
      </Link>
      <TextField
        label={t`Name of the meeting`}
        required
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {collect && (
        <Switch
          label={t`Anonymous cards`}
          hint={
            anonymous
              ? t`Nobody’s name is stored with a card.`
              : t`Cards show who wrote them once they are revealed.`
          }
          checked={anonymous}
          onChange={setAnonymous}
        />
      )}
      <Select
        label={t`People without an account`}
        value={guests ?? about.data?.guests ?? 'lobby'}
        onChange={(event) =>
          setGuests(
            event.target.value === 'no' || event.target.value === 'yes'
              ? event.target.value
              : 'lobby',
          )
        }
        options={[
          { value: 'no', label: t`Stay out` },
          { value: 'lobby', label: t`Wait to be let in` },
          { value: 'yes', label: t`Come in by the link` },
        ]}
      />
      {mayReview && (
        <Checkbox
          label={t`Look at open promises first`}
          hint={
            <Plural
              value={toReview}
              one="# task of earlier meetings waits for an answer."
              other="# tasks of earlier meetings wait for an answer."
            />
          }
          checked={review}
          onChange={(event) => setReview(event.target.checked)}
        />
      )}
      {optional.map(({ step, index }) => (
        <Checkbox
          key={index}
          label={t`With “${inLanguage(step.title ?? phaseTitle(step.kind), i18n.locale)}”`}
          checked={!without.includes(index)}
          onChange={(event) =>
            setWithout(
              event.target.checked ? without.filter((each) => each !== index) : [...without, index],
            )
          }
        />
      ))}
      <WindowFields
        flow={activity.flow}
        without={without}
        windows={windows}
        onChange={setWindows}
      />
    </form>
  );
}
