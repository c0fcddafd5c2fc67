import { Trans, useLingui } from '@lingui/react/macro';
import type { GuestPolicy, Team } from '@rondo/contract';
import {
  Banner,
  Button,
  RadioCards,
  Select,
  Skeleton,
  Switch,
  TextField,
  toast,
} from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import { teamSettingsRoute } from '../../routes/team.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { ReadOnlyTeam } from '../team/ReadOnlyTeam.tsx';
import { Webhooks } from '../webhooks/Webhooks.tsx';
import { Invitations } from './Invitations.tsx';
import { Members } from './Members.tsx';
import { PutAway } from './PutAway.tsx';
import { TeamData } from './TeamData.tsx';
import page from '../Page.module.css';

export default function TeamSettings(): ReactNode {
  const { t } = useLingui();
  const { team } = teamSettingsRoute.useParams();
  const about = useQuery(api.teams.get.queryOptions({ input: { team } }));
  useTitle(t`Team settings`);
  needAnswer(about);
  if (!about.data) return <Skeleton lines={8} label={t`The team is loading`} />;
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>{about.data.name}</h1>
        <p className={page.lead}>
          {about.data.role === 'lead' ? (
            <Trans>You lead this team.</Trans>
          ) : about.data.manages ? (
            <Trans>
              You manage its organization, so you may change what is here. Its meetings are read by
              its members alone.
            </Trans>
          ) : (
            <Trans>A team lead may change what is here.</Trans>
          )}
        </p>
      </div>
      <div className={page.notice}>
        <ReadOnlyTeam team={about.data} />
      </div>
      <Settings key={`${team} ${about.data.condition}`} team={about.data} />
      <Members team={about.data} />
      <Invitations team={about.data} />
      {about.data.manages && (
        <Webhooks owner={{ team }} canChange={about.data.condition === 'open'} />
      )}
      <TeamData team={about.data} />
      {about.data.manages && <PutAway team={about.data} />}
    </>
  );
}

function Settings({ team }: { team: Team }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [form, setForm] = useState({
    name: team.name,
    guests: team.guests,
    idleEndDays: team.idleEndDays,
    language: team.language,
    isPublic: team.isPublic,
  });
  const isLead = team.manages && team.condition === 'open';
  const change = useMutation(
    api.teams.change.mutationOptions({
      onSuccess: async (changed) => {
        queryClient.setQueryData(api.teams.get.queryKey({ input: { team: team.id } }), changed);
        toast({ text: t`Saved`, tone: 'ok' });
        await queryClient.invalidateQueries({ queryKey: api.me.key() });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate({ team: team.id, ...form });
  };
  return (
    <form className={page.form} onSubmit={submit}>
      {change.isError && <Banner tone="danger">{errorWords(change.error)}</Banner>}
      <TextField
        label={t`Name`}
        required
        maxLength={80}
        disabled={!isLead}
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
      />
      <RadioCards<GuestPolicy>
        label={t`People without an account, who have a meeting’s link`}
        value={form.guests}
        onChange={(guests) => setForm({ ...form, guests })}
        options={[
          {
            value: 'no',
            label: t`Stay out`,
            hint: t`Only members of the team come in.`,
            disabled: !isLead,
          },
          {
            value: 'lobby',
            label: t`Wait to be let in`,
            hint: t`The facilitator admits them one by one.`,
            disabled: !isLead,
          },
          {
            value: 'yes',
            label: t`Come in`,
            hint: t`Everybody who has the link. A name is enough.`,
            disabled: !isLead,
          },
        ]}
      />
      <TextField
        label={t`A meeting ends by itself after so many days without anybody doing anything`}
        type="number"
        min={1}
        max={90}
        required
        disabled={!isLead}
        value={form.idleEndDays}
        onChange={(event) => setForm({ ...form, idleEndDays: Number(event.target.value) })}
      />
      <Select
        label={t`Language of the team’s mails`}
        disabled={!isLead}
        value={form.language}
        onChange={(event) =>
          setForm({
            ...form,
            language: LANGUAGES.find((each) => each === event.target.value) ?? 'en',
          })
        }
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Switch
        label={t`Everybody in ${team.organization.name} may join`}
        hint={t`Members of the team read its meetings. Where it is off, people ask and leads answer.`}
        disabled={!isLead}
        checked={form.isPublic}
        onChange={(isPublic) => setForm({ ...form, isPublic })}
      />
      {isLead && (
        <Button tone="primary" type="submit" busy={change.isPending}>
          <Trans>Save</Trans>
        </Button>
      )}
    </form>
  );
}
