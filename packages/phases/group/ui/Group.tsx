import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, EmptyState, useFlip } from '@rondo/design';
import { useLiveClient, useView } from '@rondo/live/react';
import type { CardId, PhaseId } from '@rondo/meeting';
import { Sparkles } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { PhaseHeading, PhaseStatus, Tip, useLanding, useWords } from '../../parts/index.ts';
import { DoGroupingProvider } from './doGrouping.ts';
import { GroupColumn } from './GroupColumn.tsx';
import { MoveTo } from './MoveTo.tsx';
import { MoveProvider, type Moving } from './moving.ts';
import { createSelection, SelectionProvider } from './selection.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Suggestions } from './Suggestions.tsx';
import { UndoButton } from './UndoButton.tsx';
import { useBoardKeys } from './useBoardKeys.ts';
import { useCarrying } from './useCarrying.ts';
import { useColumns } from './useColumns.ts';
import { useGrouping } from './useGrouping.ts';
import { useGroupNews } from './useGroupNews.ts';
import { useGroup, useLatestSteps, useUndoable } from './useSteps.ts';
import { useStepWords } from './useStepWords.ts';
import { useSuggestions } from './useSuggestions.ts';
import styles from './Group.module.css';

/** Cards that belong together become one topic: by dragging, by key, or by tap. */
export default function Group({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const { phase, status } = useGroup(phaseId);
  const isOpen = status === 'open';
  const columns = useColumns(phaseId);
  const groups = useView((view) => view.board.groups);
  const cards = useView((view) => view.board.cards);
  const [selection] = useState(createSelection);
  const doing = useGrouping(phaseId);
  const board = useRef<HTMLElement>(null);
  const carrying = useCarrying(phaseId, doing, selection);
  const suggesting = useSuggestions(columns);
  const { moving, anchor, move, finish } = useMoving(selection);
  // In words: what I did comes back from the server as the same arrangement of other objects.
  const arrangement = useMemo(
    () =>
      columns
        .flatMap((column) => column.groups.map((id) => [groups[id]?.title, groups[id]?.cards]))
        .join(' '),
    [columns, groups],
  );
  const undoable = useUndoable(useLatestSteps(phaseId));
  const describe = useStepWords();
  const { getState } = useLiveClient();
  useFlip(board, arrangement);
  // Out of the hands and piles that were on the screen a moment ago.
  useLanding(board, phaseId);
  useGroupNews(phaseId);

  useEffect(() => {
    selection.keep((card) => isOpen && cards[card] !== undefined);
    const active = selection.active();
    if (active && cards[active]) return;
    const first = columns.flatMap((column) => column.groups)[0];
    selection.setActive((first && groups[first]?.cards[0]) ?? null);
  }, [selection, isOpen, cards, groups, columns]);

  useBoardKeys({
    board,
    selection,
    isOpen,
    move: (chosen) => move({ cards: chosen }),
    undo: () => {
      const whole = getState().view?.board;
      if (undoable && whole) doing.undo(undoable.id, describe(whole, undoable.step));
    },
  });

  const count = Object.keys(cards).length;
  const put = useMemo(() => {
    const shown = columns.flatMap((column) => column.groups);
    return shown.filter((id) => (groups[id]?.cards.length ?? 0) > 1).length;
  }, [columns, groups]);
  return (
    <DoGroupingProvider value={doing}>
      <SelectionProvider value={selection}>
        <MoveProvider value={move}>
          {/* With nothing to press in it, the keyboard scrolls the board itself. */}
          <main ref={board} className={styles.board} tabIndex={isOpen ? undefined : 0}>
            <PhaseHeading
              title={phase.title ? words(phase.title) : t`What belongs together?`}
              note={
                count > 0 && (
                  <>
                    {t`${plural(count, { one: '# card', other: '# cards' })}, ${plural(put, { 0: 'no group yet', one: '# group', other: '# groups' })}.`}{' '}
                    {isOpen && put === 0 && (
                      <Trans>Drag one onto another, or choose some and move them together.</Trans>
                    )}
                  </>
                )
              }
              aside={
                isOpen &&
                count > 0 && (
                  <>
                    <UndoButton phase={phaseId} />
                    <Button
                      size="s"
                      icon={<Sparkles size={16} aria-hidden />}
                      busy={suggesting.isThinking}
                      onClick={suggesting.suggest}
                    >
                      <Trans>Suggest groups</Trans>
                    </Button>
                  </>
                )
              }
            />
            <PhaseStatus
              phase={phaseId}
              done={<Trans>Grouping is finished. The groups are the topics from here on.</Trans>}
            />
            {isOpen && suggesting.suggestions && (
              <Suggestions
                suggestions={suggesting.suggestions}
                onDrop={suggesting.drop}
                onDiscard={suggesting.discard}
              />
            )}
            {count === 0 ? (
              <EmptyState title={t`No cards yet`} hue="group" drawing="cards">
                <Trans>Cards that were collected and revealed lie here, to be put together.</Trans>
              </EmptyState>
            ) : (
              <div className={styles.columns} {...(isOpen && carrying)}>
                {columns.map((column) => (
                  <GroupColumn key={column.key} column={column} open={isOpen} />
                ))}
              </div>
            )}
            <Tip phase={phaseId}>
              <Trans>
                Let people move cards in silence first. Ask what a group is about only when it has
                found its shape.
              </Trans>
            </Tip>
            {isOpen && <SelectionBar />}
            {isOpen && moving && (
              <MoveTo what={moving} columns={columns} anchor={anchor} onDone={finish} />
            )}
          </main>
        </MoveProvider>
      </SelectionProvider>
    </DoGroupingProvider>
  );
}

/** What is being moved by the list, where the list opens, and where the focus goes afterwards. */
function useMoving(selection: ReturnType<typeof createSelection>) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const wanted = useRef<CardId | null>(null);

  const move = useCallback((what: Moving) => {
    const at = document.activeElement;
    const [first] = 'cards' in what ? what.cards : [];
    const bar = document.querySelector<HTMLElement>('[data-move-chosen]');
    const lifted =
      'group' in what
        ? document.querySelector<HTMLElement>(`[data-group="${what.group}"]`)
        : at instanceof HTMLElement && at.closest<HTMLElement>('[data-card]');
    anchor.current = lifted || bar || (at instanceof HTMLElement ? at : null);
    wanted.current = first ?? null;
    setMoving(what);
  }, []);

  const finish = useCallback(
    (hasMoved: boolean) => {
      setMoving(null);
      if (hasMoved) selection.clear();
      const card = wanted.current;
      // The card may be in another group by then: it is looked for when the board is drawn.
      requestAnimationFrame(() => {
        const box = card && document.querySelector<HTMLElement>(`[data-card="${card}"] input`);
        if (box && !document.activeElement?.closest('input, textarea')) box.focus();
      });
    },
    [selection],
  );
  return { moving, anchor, move, finish };
}
