import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, Checkbox, Dialog, Select, TextField } from '@rondo/design';
import { useLiveClient, useSend, useView } from '@rondo/live/react';
import { setWindow, type PhaseId, type Window } from '@rondo/meeting';
import { useState, type SubmitEvent } from 'react';
import { localMinute, momentOf } from '../meeting/localMinute.ts';
import { usePhaseTitle } from '../meeting/usePhaseWords.ts';
import styles from './WindowDialog.module.css';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What is offered, in minutes. */
const NOTICE = [60, 240, 1_440];
const LATENESS = [240, 1_440, 4_320];

/** Opens and closes phases by the clock, so that everybody takes part when it suits them. */
export function WindowDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const titleOf = usePhaseTitle();
  const { flow, phases, at } = useView(
    ({ board }) => board,
    (a, b) => a.flow === b.flow && a.phases === b.phases && a.at === b.at,
  );
  const open = flow.filter((id) => {
    const { status, window = null } = phases[id] ?? {};
    // What is open beside another phase goes by that one's window.
    return status === 'ahead' || (status === 'open' && !window?.along);
  });
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
  const { t, i18n } = useLingui();
  const send = useSend();
  const { serverTime } = useLiveClient();
  const phase = useView((view) => view.board.phases[id]);
  const before = phase?.window ?? null;
  const [now] = useState(serverTime);
  const [opens, setOpens] = useState(localMinute(before?.opensAt ?? null));
  const [closes, setCloses] = useState(localMinute(before ? before.closesAt : now + 24 * HOUR));
  const [whenDone, setWhenDone] = useState(before?.whenDone ?? true);
  const [remind, setRemind] = useState(minutesOf(before, 'remindAt'));
  const [late, setLate] = useState(minutesOf(before, 'lateUntil'));
  const [refused, setRefused] = useState(false);
  const isAhead = phase?.status === 'ahead';
  const duration = (minutes: number): string => durationIn(i18n.locale, minutes);

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
      remindAt: closesAt === null || remind === '' ? null : closesAt - Number(remind) * MINUTE,
      lateUntil: closesAt === null || late === '' ? null : closesAt + Number(late) * MINUTE,
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
          ...withCurrent(NOTICE, remind).map((minutes) => ({
            value: String(minutes),
            label: t`${duration(minutes)} before it closes`,
          })),
        ]}
      />
      <Select
        label={t`Those who are late`}
        value={late}
        onChange={(event) => setLate(event.target.value)}
        options={[
          { value: '', label: t`Are not waited for` },
          ...withCurrent(LATENESS, late).map((minutes) => ({
            value: String(minutes),
            label: t`May answer for ${duration(minutes)} more`,
          })),
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

/** How far this moment is from when it closes, in minutes; '' where there is none. */
function minutesOf(window: Window | null, moment: 'remindAt' | 'lateUntil'): string {
  const at = window?.[moment];
  if (!window?.closesAt || !at) return '';
  return String(Math.round(Math.abs(at - window.closesAt) / MINUTE));
}

/** What is offered, and what was chosen elsewhere, so that nothing is changed by looking at it. */
const withCurrent = (offered: readonly number[], chosen: string): number[] =>
  [...new Set([...offered, ...(chosen === '' ? [] : [Number(chosen)])])].sort((a, b) => a - b);

/** A time in the largest unit that says it exactly. @param minutes */
function durationIn(language: string, minutes: number): string {
  const [value, unit] =
    minutes % 1_440 === 0
      ? [minutes / 1_440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}
