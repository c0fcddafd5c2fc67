import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, ConfirmButton, Dialog, linkClass } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { CopyField } from '../../shell/CopyField.tsx';
import page from '../Page.module.css';
import styles from './Series.module.css';

interface Props {
  team: { id: string; name: string };
  open: boolean;
  onClose: () => void;
}

/** The links by which a calendar keeps up with what is planned. */
export function CalendarLinks({ team, open, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog open={open} onClose={onClose} title={t`In your calendar`} closeLabel={t`Close`}>
      <div className={page.form}>
        <p className={styles.note}>
          <Trans>
            Subscribe to a link in any calendar: planned meetings appear there by themselves, and
            move when you move them. The links are yours alone; they show names and times of
            meetings, nothing else.
          </Trans>
        </p>
        {open && (
          <>
            <CalendarLink title={t`All your teams`} />
            <CalendarLink title={t`Only ${team.name}`} team={team.id} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function CalendarLink({ title, team }: { title: string; team?: string }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const input = team === undefined ? {} : { team };
  const link = useQuery(api.calendar.get.queryOptions({ input }));
  const keep = (changed: { url: string | null }): void => {
    queryClient.setQueryData(api.calendar.get.queryKey({ input }), changed);
  };
  const renew = useMutation(api.calendar.renew.mutationOptions({ onSuccess: keep }));
  const revoke = useMutation(api.calendar.revoke.mutationOptions({ onSuccess: keep }));
  const error = link.error ?? renew.error ?? revoke.error;
  const url = link.data?.url ?? null;
  return (
    <section className={styles.calendar} aria-label={title}>
      {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
      {url === null ? (
        <>
          <h3 className={styles.calendarTitle}>{title}</h3>
          <Button
            busy={renew.isPending || link.isPending}
            onClick={() => renew.mutate(input)}
            aria-label={t`Make a link: ${title}`}
          >
            <Trans>Make a link</Trans>
          </Button>
        </>
      ) : (
        <>
          <CopyField label={title} value={url} />
          <div className={styles.actions}>
            <a href={url.replace(/^https?:/, 'webcal:')} className={linkClass}>
              <Trans>Open in the calendar of this device</Trans>
            </a>
            <ConfirmButton
              size="s"
              tone="quiet"
              question={t`The old link will no longer work. Really?`}
              onConfirm={() => renew.mutate(input)}
            >
              <Trans>New link</Trans>
            </ConfirmButton>
            <ConfirmButton
              size="s"
              tone="quiet"
              question={t`Calendars with this link will lose it. Really?`}
              onConfirm={() => revoke.mutate(input)}
            >
              <Trans>Take it back</Trans>
            </ConfirmButton>
          </div>
        </>
      )}
    </section>
  );
}
