import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, Checkbox, Dialog, Select, TextField } from '@rondo/design';
import { useLiveClient, useSend, useView } from '@rondo/live/react';
import { setWindow, type PhaseId, type Window } from '@rondo/meeting';
import { useState, type SubmitEvent } from 'react';
import { localMinute, momentOf } from '../meeting/localMinute.ts';
import { usePhaseTitle } from '../meeting/usePhaseWords.ts';
import styles from './WindowDialog.module.css';

const HOUR = 3_600_000;

/** Opens and closes phases by the clock, so that everybody takes part when it suits them. */
export function WindowDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const titleOf = usePhaseTitle();
  const { flow, phases, at } = useView(
    ({ board }) => board,
    (a, b) => a.flow === b.flow && a.phases === b.phases && a.at === b.at,
  );
  const open = flow.filter((id) => ['open', 'ahead'].includes(phases[id]?.status ?? ''));
  const [chosen, setChosen] = useState<PhaseId | null>(null);
  const phase = chosen ?? (open.includes(at) ? at : open[0]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`Open for hours or days`}
      closeLabel={t`Close`}
      description={t`A phase can open and close by the clock. Everybody takes part when it suits them, and sees the times in their own time zone.`}
    >
      {phase === undefined ? (
        <p className={styles.text}>
          <Trans>All phases are over.</Trans>
        </p>
      ) : (
        <>
          <Select
            label={t`Phase`}
            value={phase}
            // The options' values are ids of phases.
            onChange={(event) => setChosen(event.target.value as PhaseId)}
            options={open.flatMap((id) => {
              const each = phases[id];
              return each ? [{ value: id, label: titleOf(each) }] : [];
            })}
          />
          <WindowForm key={phase} phase={phase} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}

function WindowForm({ phase: id, onClose }: { phase: PhaseId; onClose: () => void }) {
  const { t } = useLingui();
  const send = useSend();
  const { serverTime } = useLiveClient();
  const phase = useView((view) => view.board.phases[id]);
  const before = phase?.window ?? null;
  const [now] = useState(serverTime);
  const [opens, setOpens] = useState(localMinute(before?.opensAt ?? null));
  const [closes, setCloses] = useState(localMinute(before ? before.closesAt : now + 24 * HOUR));
  const [whenDone, setWhenDone] = useState(before?.whenDone ?? true);
  const [remind, setRemind] = useState(hoursBefore(before));
  const [late, setLate] = useState(hoursLate(before));
  const [refused, setRefused] = useState(false);
  const isAhead = phase?.status === 'ahead';

  async function set(window: Window | null): Promise<void> {
    const answer = await send(null, setWindow, { phase: id, window });
    if (answer === 'done') onClose();
    else setRefused(true);
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const closesAt = momentOf(closes);
    void set({
      opensAt: isAhead ? momentOf(opens) : null,
      closesAt,
      whenDone,
      remindAt: closesAt === null || remind === '' ? null : closesAt - Number(remind) * HOUR,
      lateUntil: closesAt === null || late === '' ? null : closesAt + Number(late) * HOUR,
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {refused && (
        <Banner tone="danger">
          <Trans>
            That does not fit: it has to close after it opens, in the future, within 60 days.
          </Trans>
        </Banner>
      )}
      {isAhead && (
        <TextField
          label={t`Opens (empty: when its turn comes)`}
          type="datetime-local"
          min={localMinute(now)}
          value={opens}
          onChange={(event) => setOpens(event.target.value)}
        />
      )}
      <TextField
        label={t`Closes (empty: when you go on)`}
        type="datetime-local"
        min={localMinute(now)}
        value={closes}
        onChange={(event) => setCloses(event.target.value)}
      />
      <Checkbox
        label={t`Close as soon as everybody is done`}
        checked={whenDone}
        onChange={(event) => setWhenDone(event.target.checked)}
      />
      <Select
        label={t`Remind those who are missing`}
        value={remind}
        onChange={(event) => setRemind(event.target.value)}
        options={[
          { value: '', label: t`Not at all` },
          { value: '1', label: t`1 hour before it closes` },
          { value: '4', label: t`4 hours before it closes` },
          { value: '24', label: t`1 day before it closes` },
        ]}
      />
      <Select
        label={t`Those who are late`}
        value={late}
        onChange={(event) => setLate(event.target.value)}
        options={[
          { value: '', label: t`Are not waited for` },
          { value: '4', label: t`May answer for 4 more hours` },
          { value: '24', label: t`May answer for 1 more day` },
          { value: '72', label: t`May answer for 3 more days` },
        ]}
      />
      <Button tone="primary" type="submit">
        <Trans>Set</Trans>
      </Button>
      {before && (
        <Button tone="quiet" onClick={() => void set(null)}>
          <Trans>Make it live again</Trans>
        </Button>
      )}
    </form>
  );
}

const hoursBefore = (window: Window | null): string =>
  window?.closesAt && window.remindAt
    ? String(Math.round((window.closesAt - window.remindAt) / HOUR))
    : '';

const hoursLate = (window: Window | null): string =>
  window?.closesAt && window.lateUntil
    ? String(Math.round((window.lateUntil - window.closesAt) / HOUR))
    : '';
