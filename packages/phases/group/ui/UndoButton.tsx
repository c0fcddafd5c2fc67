import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu, Tooltip } from '@rondo/design';
import { useMe, useView } from '@rondo/live/react';
import { nameOf, type PhaseId } from '@rondo/meeting';
import { History, Undo2 } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useDoGrouping } from './doGrouping.ts';
import { useLatestSteps, useUndoable } from './useSteps.ts';
import { useStepWords } from './useStepWords.ts';
import styles from './UndoButton.module.css';

/** How many earlier steps the menu offers. */
const OFFERED = 8;

/** Takes back one's own last step, else the last one at all; beside it the steps before. */
export function UndoButton({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const me = useMe();
  const { undo } = useDoGrouping();
  // Its words may follow a moment behind the board: they name groups, whose titles take time to find.
  const board = useDeferredValue(useView((view) => view.board));
  const describe = useStepWords();
  const steps = useDeferredValue(useLatestSteps(phase));
  const next = useUndoable(steps);
  if (!next) return null;
  const words = describe(board, next.step);
  return (
    <div className={styles.both}>
      <Tooltip text={words}>
        <Button
          size="s"
          icon={<Undo2 size={16} aria-hidden />}
          aria-label={t`Undo: ${words}`}
          onClick={() => undo(next.id, words)}
        >
          <Trans>Undo</Trans>
        </Button>
      </Tooltip>
      {steps.length > 1 && (
        <Menu
          label={t`Undo an earlier step`}
          iconOnly
          size="s"
          align="end"
          button={<History size={17} />}
          items={[
            { heading: t`Undo` },
            ...steps.slice(0, OFFERED).map(({ id, step }) => {
              const label = describe(board, step);
              return {
                label,
                note: step.by === me ? t`you` : nameOf(board, step.by),
                onSelect: () => undo(id, label),
              };
            }),
          ]}
        />
      )}
    </div>
  );
}
