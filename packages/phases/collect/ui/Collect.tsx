import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { useSteers, useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useEffect, useRef } from 'react';
import {
  Board,
  PhaseHeading,
  PhaseStatus,
  TakeOff,
  Tip,
  useChange,
  useLanding,
  useWords,
} from '../../parts/index.ts';
import { CollectTray } from './CollectTray.tsx';
import { Names } from './Names.tsx';
import { PromptColumn } from './PromptColumn.tsx';
import { useCardsByPrompt } from './useCardsByPrompt.ts';
import { useAdding, useCollect } from './useCollect.ts';
import styles from './Collect.module.css';

/** Cards by prompt: face down while people write, open once they are revealed. */
export default function Collect({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const { phase, status, settings } = useCollect(phaseId);
  const steers = useSteers();
  const byPrompt = useCardsByPrompt(phaseId);
  const board = useRef<HTMLElement>(null);
  useLanding(board, status);
  useNews(phaseId);
  const { prompts } = settings;
  return (
    <>
      <TakeOff when={status} />
      <Board ref={board} className={styles.board}>
        <PhaseHeading
          title={
            settings.question
              ? words(settings.question)
              : phase.title
                ? words(phase.title)
                : t`What comes to mind?`
          }
          note={<Note phase={phaseId} />}
          aside={steers && (status === 'open' || status === 'ahead') && <Names phase={phaseId} />}
        />
        <PhaseStatus phase={phaseId} />
        <div className={styles.columns} style={{ '--columns': columnsFor(prompts.length) }}>
          {prompts.map((prompt) => (
            <PromptColumn
              key={prompt.id}
              phase={phaseId}
              prompt={prompt}
              cards={byPrompt.get(prompt.id)}
            />
          ))}
        </div>
        <Tip phase={phaseId}>
          <Trans>
            Give everybody a few quiet minutes. Nobody needs to be quick: cards may still be added
            after they are revealed.
          </Trans>
        </Tip>
      </Board>
      <CollectTray phase={phaseId} />
    </>
  );
}

/** How many columns lie side by side on a desk, so that no row stays nearly empty. */
const columnsFor = (prompts: number): number =>
  prompts === 5 || prompts === 6 || prompts === 9 ? 3 : Math.min(prompts, 4);

/** How this phase works, in the words that fit its moment. */
function Note({ phase }: { phase: PhaseId }) {
  const { status, settings } = useCollect(phase);
  const adding = useAdding(phase);
  if (status === 'done') {
    return adding === 'board' ? (
      <Trans>All cards lie open. You can still add some, and change your own.</Trans>
    ) : (
      <Trans>Grouping has closed: the cards stay as they are.</Trans>
    );
  }
  return settings.anonymous ? (
    <Trans>Cards stay in people’s hands until they are revealed. No names.</Trans>
  ) : (
    <Trans>
      Cards stay in people’s hands until they are revealed, then with the author’s name.
    </Trans>
  );
}

/** So long, ms, the number of cards has to rest before it is said: nobody wants to hear every one. */
const REST = 5_000;

/** Tells screen readers what happens on the board, sparingly. */
function useNews(phase: PhaseId): void {
  const { t } = useLingui();
  const { status } = useCollect(phase);
  const lying = useView((view) => faceDownIn(view.board.phases[phase]?.state));
  const said = useRef(lying);
  useEffect(() => {
    if (lying === said.current || status !== 'open') return undefined;
    const timer = setTimeout(() => {
      said.current = lying;
      announce(t`${plural(lying, { one: '# card face down', other: '# cards face down' })}`);
    }, REST);
    return () => clearTimeout(timer);
  }, [lying, status, t]);
  useChange(status, () => {
    if (status === 'done') announce(t`The cards are revealed.`);
  });
}

function faceDownIn(state: object | undefined): number {
  // The state of a phase of this kind.
  const { faceDown } = state as { faceDown: Record<string, number> };
  return Object.values(faceDown).reduce((sum, count) => sum + count, 0);
}
