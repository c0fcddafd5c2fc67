import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Popover, Select } from '@rondo/design';
import { useSend, useWaiting } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { SlidersHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import { setBudget } from '../domain/index.ts';
import { useVote } from './useVote.ts';
import styles from './Budget.module.css';

const MOST = 20;
const choices = (most: number) =>
  Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: String(index + 1),
  }));

/** How many votes there are, for the facilitator to set, also while people vote. */
export function Budget({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const { settings } = useVote(phase);
  const isWaiting = useWaiting(phase, setBudget);
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { votes, perTopic } = settings;
  const set = (next: { votes: number; perTopic: number }): void =>
    void send(phase, setBudget, next);
  return (
    <>
      <Button
        ref={anchor}
        busy={isWaiting}
        icon={<SlidersHorizontal size={18} aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Trans>Votes</Trans>
      </Button>
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchor={anchor}
        label={t`Votes`}
        align="end"
      >
        <div className={styles.panel}>
          <Select
            label={t`Votes each`}
            value={String(votes)}
            options={choices(MOST)}
            onChange={(event) => {
              const wanted = Number(event.target.value);
              set({ votes: wanted, perTopic: Math.min(perTopic, wanted) });
            }}
          />
          <Select
            label={t`At most on one topic`}
            value={String(perTopic)}
            options={choices(Math.max(votes, perTopic))}
            onChange={(event) => set({ votes, perTopic: Number(event.target.value) })}
          />
          <p className={styles.hint}>
            <Trans>
              You can change this while people vote, but never below what somebody has given.
            </Trans>
          </p>
        </div>
      </Popover>
    </>
  );
}
