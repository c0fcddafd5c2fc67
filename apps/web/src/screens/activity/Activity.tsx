import { Trans, useLingui } from '@lingui/react/macro';
import type { Activity as ActivityDetails, GuestPolicy } from '@rondo/contract';
import {
  Banner,
  Button,
  Checkbox,
  Illustration,
  linkClass,
  Select,
  Switch,
  TextField,
  type Hue,
} from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { activityRoute } from '../../routes.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { Steps } from './Steps.tsx';
import page from '../Page.module.css';
import styles from './Activity.module.css';

/** One activity: what it is for, how it goes, and the start. */
export default function Activity() {
  const { i18n } = useLingui();
  const { team, activity: id } = activityRoute.useParams();
  const activity = useQuery({
    ...api.activities.get.queryOptions({ input: { activity: id } }),
    staleTime: Infinity,
  });
  const title = activity.data ? inLanguage(activity.data.name, i18n.locale) : '';
  useTitle(title);
  if (activity.isError) throw activity.error;
  if (!activity.data) return null;
  const { summary, purpose, minutes, people, hues } = activity.data;
  return (
    <article className={styles.activity}>
      <div className={styles.words}>
        <Link to="/teams/$team/library" params={{ team }} className={linkClass}>
          <Trans>Library</Trans>
        </Link>
        <h1 className={page.title}>{title}</h1>
        <p className={styles.summary}>{inLanguage(summary, i18n.locale)}</p>
        <p className={styles.purpose}>{inLanguage(purpose, i18n.locale)}</p>
        <p className={styles.facts}>
          <Trans>
            About {minutes} minutes, {people.min} to {people.max} people
          </Trans>
        </p>
      </div>
      <aside className={styles.aside}>
        <span className={styles.picture}>
          {/* The library checks that these are hues of the design. */}
          <Illustration seed={id} hues={hues as Hue[]} />
        </span>
        <StartForm key={id} activity={activity.data} team={team} name={title} />
      </aside>
      <div className={styles.how}>
        <h2 className={page.subtitle}>
          <Trans>How it goes</Trans>
        </h2>
        <Steps activity={activity.data} />
      </div>
    </article>
  );
}

function StartForm({
  activity,
  team,
  name: title,
}: {
  activity: ActivityDetails;
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
  const start = useMutation(
    api.meetings.start.mutationOptions({
      onSuccess: async ({ meeting }) => {
        await queryClient.invalidateQueries({ queryKey: api.meetings.list.key() });
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
    });
  };
  // What other phases build on stays; an icebreaker or a wrap-up can be left out.
  const optional = activity.flow.flatMap((step, index) =>
    step.kind === 'icebreaker' || step.kind === 'wrap-up' ? [{ step, index }] : [],
  );
  return (
    <form className={styles.start} onSubmit={submit}>
      {start.isError && <Banner tone="danger">{errorWords(start.error)}</Banner>}
      <Button tone="primary" size="l" type="submit" wide busy={start.isPending}>
        <Trans>Start now</Trans>
      </Button>
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
      {optional.map(({ step, index }) => (
        <Checkbox
          key={index}
          label={t`With “${inLanguage(step.title ?? phases[step.kind]?.title ?? step.kind, i18n.locale)}”`}
          checked={!without.includes(index)}
          onChange={(event) =>
            setWithout(
              event.target.checked ? without.filter((each) => each !== index) : [...without, index],
            )
          }
        />
      ))}
    </form>
  );
}
