import { Trans, useLingui } from '@lingui/react/macro';
import { markdownText } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Check, Pencil, RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAct } from '../../parts/index.ts';
import { isWorn, setVerdict, type ReviewedTask, type Verdict } from '../domain/index.ts';
import styles from './PromisedTask.module.css';

interface Props {
  phase: PhaseId;
  id: string;
  task: ReviewedTask;
  readOnly: boolean;
  /** Its words, owner or day are to be changed. */
  onChange: () => void;
}

/** Done, kept, dropped, or not decided: pressed again, a verdict is taken back. */
export function Verdicts({ phase, id, task, readOnly, onChange }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const all: { verdict: Verdict; icon: ReactNode; words: string }[] = [
    { verdict: 'done', icon: <Check size={16} aria-hidden />, words: t`Done` },
    { verdict: 'keep', icon: <RotateCcw size={16} aria-hidden />, words: t`Keep` },
    { verdict: 'dropped', icon: <X size={16} aria-hidden />, words: t`Drop` },
  ];
  // What was missed too often is not just kept.
  const verdicts = all.filter(({ verdict }) => verdict !== 'keep' || !isWorn(task));
  return (
    <div
      className={styles.verdicts}
      role="group"
      aria-label={t`What became of “${markdownText(task.text)}”`}
    >
      {verdicts.map(({ verdict, icon, words }) => {
        const isChosen = task.verdict === verdict;
        return (
          <button
            key={verdict}
            type="button"
            className={styles.verdict}
            aria-pressed={isChosen}
            disabled={readOnly}
            onClick={() => void act(setVerdict, { task: id, verdict: isChosen ? null : verdict })}
          >
            {icon}
            {words}
          </button>
        );
      })}
      {!readOnly && (
        <button type="button" className={styles.verdict} onClick={onChange}>
          <Pencil size={16} aria-hidden />
          {isWorn(task) ? <Trans>Renew</Trans> : <Trans>Change</Trans>}
        </button>
      )}
    </div>
  );
}
