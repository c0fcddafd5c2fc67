import { Trans, useLingui } from '@lingui/react/macro';
import { inLanguage } from '@rondo/meeting';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { scheduleRoute } from '../../routes/schedule.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { hereZone } from '../series/When.tsx';
import { newPlan } from './plan.ts';
import { ScheduleForm } from './ScheduleForm.tsx';
import page from '../Page.module.css';

/** What the form begins with where nobody came from an activity: one that teams hold again and again. */
const USUAL = 'start-stop-continue';

/** Plans a meeting, once or again and again. */
export default function Schedule() {
  const { t, i18n } = useLingui();
  const { team } = scheduleRoute.useParams();
  const { activity: wanted } = scheduleRoute.useSearch();
  const library = useQuery({
    ...api.activities.list.queryOptions({ input: {} }),
    staleTime: Infinity,
  });
  useTitle(t`Schedule a meeting`);
  needAnswer(library);
  const activities = library.data?.activities;
  const chosen =
    activities?.find(({ id }) => id === wanted) ??
    activities?.find(({ id }) => id === USUAL) ??
    activities?.[0];
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Schedule a meeting</Trans>
        </h1>
      </div>
      {chosen && (
        <Create team={team} activity={chosen.id} name={inLanguage(chosen.name, i18n.locale)} />
      )}
    </>
  );
}

function Create({ team, activity, name }: { team: string; activity: string; name: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [plan, setPlan] = useState(() => newPlan(activity, name, hereZone()));
  const create = useMutation(
    api.series.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.series.key() });
        await navigate({ to: '/teams/$team/series/$series', params: { team, series: id } });
      },
    }),
  );
  return (
    <ScheduleForm
      team={team}
      plan={plan}
      onChange={setPlan}
      submitLabel={t`Schedule`}
      isBusy={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate({ team, ...plan })}
    />
  );
}
