import { Trans, useLingui } from '@lingui/react/macro';
import type { Series } from '@rondo/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { editSeriesRoute } from '../../routes/schedule.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { planOf } from './plan.ts';
import { ScheduleForm } from './ScheduleForm.tsx';
import page from '../Page.module.css';

/** Changes a series. */
export default function EditSchedule() {
  const { t } = useLingui();
  const { series: id } = editSeriesRoute.useParams();
  const found = useQuery(api.series.get.queryOptions({ input: { series: id } }));
  useTitle(t`Edit the schedule`);
  needAnswer(found);
  if (!found.data) return null;
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>{found.data.title}</h1>
        <p className={page.lead}>
          <Trans>Meetings that have begun stay as they are.</Trans>
        </p>
      </div>
      <Edit key={id} series={found.data} />
    </>
  );
}

function Edit({ series }: { series: Series }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [plan, setPlan] = useState(() => planOf(series));
  const change = useMutation(
    api.series.change.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.series.key() });
        await navigate({
          to: '/teams/$team/series/$series',
          params: { team: series.team, series: series.id },
        });
      },
    }),
  );
  return (
    <ScheduleForm
      team={series.team}
      series={series.id}
      plan={plan}
      onChange={setPlan}
      submitLabel={t`Save`}
      isBusy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ series: series.id, ...plan })}
    />
  );
}
