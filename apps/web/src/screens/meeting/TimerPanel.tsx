import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Popover, Switch, TextField } from '@rondo/design';
import { useLive, useSend, useView, useWaiting } from '@rondo/live/react';
import { extendTimer, startTimer, stopTimer } from '@rondo/meeting';
import { Timer as TimerIcon } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { localMinute } from './localMinute.ts';
import { useSound } from './useSound.ts';
import styles from './Timer.module.css';

const MINUTES = [1, 2, 3, 5, 8, 10, 15];

/** Starting, extending and stopping the time, for the facilitator; the button shows what is left. */
export function TimerPanel({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const send = useSend();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState('');
  const [earliest, setEarliest] = useState('');
  const phase = useView((view) => view.board.at);
  const suggested = useView((view) => view.board.phases[phase]?.minutes);
  const running = useView((view) => view.board.timer);
  const isLive = useLive((state) => state.status.is === 'live');
  const starting = useWaiting(null, startTimer);
  const { sound, setSound } = useSound();
  const start = (minutes: number): void => {
    setOpen(false);
    void send(null, startTimer, { phase, seconds: minutes * 60 });
  };
  const choices = [...new Set([...(suggested ? [suggested] : []), ...MINUTES])].sort(
    (a, b) => a - b,
  );
  return (
    <>
      <Button
        ref={anchor}
        tone="quiet"
        busy={starting}
        aria-expanded={open}
        icon={children ? undefined : <TimerIcon size={18} aria-hidden />}
        onClick={() => {
          setEarliest(localMinute(Date.now()));
          setOpen(!open);
        }}
      >
        {children ?? <Trans>Timer</Trans>}
      </Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label={t`Timer`}>
        <div className={styles.panel}>
          {running?.kind === 'countdown' && (
            <div className={styles.row}>
              {[1, 2, 5].map((minutes) => (
                <Button
                  key={minutes}
                  size="s"
                  disabled={!isLive}
                  onClick={() =>
                    void send(null, extendTimer, { phase: running.phase, seconds: minutes * 60 })
                  }
                >
                  {t`+${minutes} min`}
                </Button>
              ))}
            </div>
          )}
          {!running && (
            <div className={styles.row}>
              {choices.map((minutes) => (
                <Button
                  key={minutes}
                  size="s"
                  tone={minutes === suggested ? 'primary' : 'plain'}
                  onClick={() => start(minutes)}
                >
                  {t`${minutes} min`}
                </Button>
              ))}
            </div>
          )}
          {running?.kind !== 'countdown' && (
            <form
              className={styles.until}
              onSubmit={(event) => {
                event.preventDefault();
                setOpen(false);
                void send(null, startTimer, { phase, until: new Date(until).getTime() });
              }}
            >
              <TextField
                label={running ? t`Until another date and time` : t`Or until a date and time`}
                type="datetime-local"
                required
                min={earliest}
                value={until}
                onChange={(event) => setUntil(event.target.value)}
              />
              <Button size="m" type="submit">
                <Trans>Set</Trans>
              </Button>
            </form>
          )}
          {running && (
            <Button
              size="s"
              tone="danger"
              onClick={() => {
                setOpen(false);
                void send(null, stopTimer, { phase: running.phase });
              }}
            >
              <Trans>Stop</Trans>
            </Button>
          )}
          <Switch label={t`Sound on this device`} checked={sound} onChange={setSound} />
        </div>
      </Popover>
    </>
  );
}
