import { Trans, useLingui } from '@lingui/react/macro';
import type { Series } from '@rondo/contract';
import { Banner, Button, buttonClass, ConfirmButton, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import styles from './Series.module.css';

/** What can be done with a series; any member may. */
export function SeriesActions({ series }: { series: Series }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: api.series.key() });
  const said = (text: string) => ({
    onSuccess: () => {
      toast({ text, tone: 'ok' });
    },
    // Also after a refusal: what is shown was no longer so.
    onSettled: refresh,
  });
  const skip = useMutation(api.series.skip.mutationOptions(said(t`Skipped`)));
  const pause = useMutation(api.series.pause.mutationOptions(said(t`Paused`)));
  const resume = useMutation(api.series.resume.mutationOptions(said(t`It goes on`)));
  const end = useMutation(api.series.end.mutationOptions(said(t`No more meetings will be made`)));
  const start = useMutation(
    api.series.startNext.mutationOptions({
      onSuccess: ({ meeting }) => navigate({ to: '/m/$meeting', params: { meeting } }),
      onSettled: refresh,
    }),
  );
  const error = [skip, pause, resume, end, start].find((each) => each.isError)?.error ?? null;
  const of = { series: series.id };
  const [next] = series.next;
  return (
    <>
      {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
      <div className={styles.actions}>
        {series.running !== null && (
          <Link
            to="/m/$meeting"
            params={{ meeting: series.running }}
            className={buttonClass({ tone: 'primary' })}
          >
            <Trans>Go to the running meeting</Trans>
          </Link>
        )}
        {next && (
          <>
            <ConfirmButton
              tone={series.running === null ? 'primary' : 'plain'}
              question={t`Start “${next.name}” now?`}
              about={next.at}
              busy={start.isPending}
              onConfirm={() => start.mutate({ ...of, at: next.at })}
            >
              <Trans>Start the next now</Trans>
            </ConfirmButton>
            <ConfirmButton
              tone="plain"
              question={t`Really leave it out?`}
              about={next.at}
              busy={skip.isPending}
              onConfirm={() => skip.mutate({ ...of, at: next.at })}
            >
              <Trans>Skip the next</Trans>
            </ConfirmButton>
          </>
        )}
        <Link
          to="/teams/$team/series/$series/edit"
          params={{ team: series.team, series: series.id }}
          className={buttonClass({})}
        >
          <Trans>Edit</Trans>
        </Link>
        {series.state === 'active' ? (
          <Button tone="quiet" busy={pause.isPending} onClick={() => pause.mutate(of)}>
            <Trans>Pause</Trans>
          </Button>
        ) : (
          <Button busy={resume.isPending} onClick={() => resume.mutate(of)}>
            <Trans>Resume</Trans>
          </Button>
        )}
        {series.state !== 'ended' && (
          <ConfirmButton
            tone="quiet"
            question={t`Really make no more meetings?`}
            busy={end.isPending}
            onConfirm={() => end.mutate(of)}
          >
            <Trans>End the series</Trans>
          </ConfirmButton>
        )}
      </div>
    </>
  );
}
