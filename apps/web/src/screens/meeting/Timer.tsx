import { useLingui } from '@lingui/react/macro';
import { announce, dateIn, TimerRing } from '@rondo/design';
import { useServerTime, useSteers, useView } from '@rondo/live/react';
import type { Timer as Running } from '@rondo/meeting';
import { useEffect, useRef, useState } from 'react';
import { playChime } from './chime.ts';
import { TimerPanel } from './TimerPanel.tsx';
import { useSound } from './useSound.ts';
import styles from './Timer.module.css';

/** The time left, for everybody; the facilitator sets it here. */
export function Timer() {
  const timer = useView((view) => view.board.timer);
  const steers = useSteers();
  if (!timer && !steers) return null;
  return steers ? (
    <TimerPanel>{timer && <Countdown timer={timer} />}</TimerPanel>
  ) : (
    timer && <Countdown timer={timer} />
  );
}

function Countdown({ timer }: { timer: Running }) {
  const { t, i18n } = useLingui();
  const now = useServerTime();
  const left = timer.endsAt - now;
  const over = left <= 0;
  useEndNotice(over, timer.endsAt);
  const time =
    timer.kind === 'deadline' && left > 6 * 3_600_000
      ? dateIn(i18n.locale, new Date(timer.endsAt), {
          weekday: 'short',
          hour: 'numeric',
          minute: '2-digit',
        })
      : clockTime(Math.max(0, left));
  return (
    <span className={styles.timer}>
      <TimerRing
        fraction={over ? 0 : Math.min(1, left / timer.length)}
        time={time}
        over={over}
        label={over ? t`Time is up` : t`${time} left`}
      />
    </span>
  );
}

/** `3:42`, or `1:03:42` from an hour on. */
function clockTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');
}

/** Says once that the time is up; a timer that had run out before this page was opened stays silent. */
function useEndNotice(over: boolean, endsAt: number): void {
  const { t } = useLingui();
  const { sound } = useSound();
  const [wasOver] = useState(over);
  const told = useRef<number | null>(wasOver ? endsAt : null);
  useEffect(() => {
    if (!over || told.current === endsAt) return;
    told.current = endsAt;
    announce(t`Time is up`);
    if (sound) playChime();
  }, [over, endsAt, sound, t]);
}
