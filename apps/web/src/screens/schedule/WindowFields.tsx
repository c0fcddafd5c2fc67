import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Activity, PlannedWindow } from '@rondo/contract';
import { Select, Switch } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { phaseTitle } from '@rondo/phases/outlines';
import { durationsOf, windowsOf } from './windows.ts';
import styles from './Schedule.module.css';

interface Props {
  flow: Activity['flow'];
  /** Phases that are left out. */
  without: readonly number[];
  windows: readonly PlannedWindow[];
  onChange: (windows: PlannedWindow[]) => void;
}

const HOUR = 60;
const DAY = 24 * HOUR;
/** In minutes. */
const OFFERED = [HOUR, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY];
const LIVE = 'live';

/** Which phases are held live, and which stay open for a while, each taking part when it suits them. */
export function WindowFields({ flow, without, windows, onChange }: Props) {
  const { t, i18n } = useLingui();
  const durations = durationsOf(windows);
  const steps = flow
    .map((step, index) => ({ step, index }))
    .filter(({ index }) => !without.includes(index));
  // Answers are welcome as long as the meeting runs.
  const takesLate = (phase: number): boolean => flow[phase]?.kind === 'respond';
  const isReminding = windows.every(({ remindBefore }) => remindBefore !== null);
  const words = (minutes: number): string =>
    minutes < DAY
      ? t`${plural(minutes / HOUR, { one: 'open for # hour', other: 'open for # hours' })}`
      : t`${plural(minutes / DAY, { one: 'open for # day', other: 'open for # days' })}`;
  const set = (phase: number, value: string): void => {
    const next = new Map(durations);
    if (value === LIVE) next.delete(phase);
    else next.set(phase, Number(value));
    onChange(windowsOf(next, isReminding, takesLate));
  };
  return (
    <details className={styles.more} open={windows.length > 0 || undefined}>
      <summary className={styles.summary}>
        <Trans>Live, or over hours and days</Trans>
      </summary>
      <p className={styles.note}>
        <Trans>
          A phase that stays open lets each take part when it suits them. It closes at its time, or
          as soon as everybody is done, and the next one opens.
        </Trans>
      </p>
      <div className={styles.pair}>
        {steps.map(({ step, index }) => {
          const chosen = durations.get(index);
          const offered = chosen === undefined ? OFFERED : [...new Set([...OFFERED, chosen])];
          return (
            <Select
              key={index}
              label={inLanguage(step.title ?? phaseTitle(step.kind), i18n.locale)}
              value={String(chosen ?? LIVE)}
              onChange={(event) => set(index, event.target.value)}
              options={[
                { value: LIVE, label: t`live` },
                ...offered
                  .toSorted((a, b) => a - b)
                  .map((minutes) => ({ value: String(minutes), label: words(minutes) })),
              ]}
            />
          );
        })}
      </div>
      {windows.length > 0 && (
        <Switch
          label={t`Remind whoever is missing by mail`}
          checked={isReminding}
          onChange={(remind) => onChange(windowsOf(durations, remind, takesLate))}
        />
      )}
    </details>
  );
}
