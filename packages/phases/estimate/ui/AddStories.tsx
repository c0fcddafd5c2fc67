import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@rondo/design';
import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { ClipboardPaste, ListTodo, PenLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { AddLine, useAct, useDraft } from '../../parts/index.ts';
import { addStories, LONGEST_TITLE, MOST_STORIES } from '../domain/index.ts';
import { useEstimate } from './useEstimate.ts';
import styles from './AddStories.module.css';

const StoryDialog = lazy(() => import('./StoryDialog.tsx'));
const PasteDialog = lazy(() => import('./PasteDialog.tsx'));
const TasksDialog = lazy(() => import('./TasksDialog.tsx'));

type Way = 'write' | 'paste' | 'tasks';

/** Puts stories on the list: a title at once, or with all details, as a pasted list, from open tasks. */
export function AddStories({ phase, isFirst = false }: { phase: PhaseId; isFirst?: boolean }) {
  const { t } = useLingui();
  const act = useAct(phase);
  const { state } = useEstimate(phase);
  const draft = useDraft(phase, 'story');
  const [way, setWay] = useState<Way | null>(null);
  const count = Object.keys(state.stories).length;
  const close = (): void => setWay(null);

  const add = (title: string): Promise<boolean> => {
    const story = { id: newId<'story'>(), title, task: null };
    const nothing = { link: null, description: '', acceptance: '' };
    return act(addStories, { stories: [{ ...story, ...nothing }] });
  };

  return (
    <section className={styles.add} aria-label={t`Add stories`}>
      {count >= MOST_STORIES ? (
        <p className={styles.small}>
          <Trans>The list is full: {MOST_STORIES} stories are the most.</Trans>
        </p>
      ) : (
        <>
          <AddLine
            draft={draft}
            label={t`New story`}
            placeholder={isFirst ? undefined : t`New story…`}
            limit={LONGEST_TITLE}
            add={add}
          />
          <div className={styles.ways}>
            <Button
              size="s"
              tone="quiet"
              icon={<ClipboardPaste size={16} aria-hidden />}
              onClick={() => setWay('paste')}
            >
              <Trans>Paste a list</Trans>
            </Button>
            {state.offers.length > 0 && (
              <Button
                size="s"
                tone="quiet"
                icon={<ListTodo size={16} aria-hidden />}
                onClick={() => setWay('tasks')}
              >
                <Trans>From our tasks</Trans>
              </Button>
            )}
            <Button
              size="s"
              tone="quiet"
              icon={<PenLine size={16} aria-hidden />}
              onClick={() => setWay('write')}
            >
              <Trans>With details</Trans>
            </Button>
          </div>
          {count > MOST_STORIES - 10 && (
            <p className={styles.small}>
              <Plural
                value={MOST_STORIES - count}
                one="There is room for # more."
                other="There is room for # more."
              />
            </p>
          )}
        </>
      )}
      <Suspense>
        {way === 'write' && (
          <StoryDialog phase={phase} story={null} title={draft.text} onClose={close} />
        )}
        {way === 'paste' && <PasteDialog phase={phase} onClose={close} />}
        {way === 'tasks' && <TasksDialog phase={phase} onClose={close} />}
      </Suspense>
    </section>
  );
}
