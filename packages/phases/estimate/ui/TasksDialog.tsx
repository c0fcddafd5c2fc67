import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Dialog, MarkdownSpan, markdownText } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import { LONGEST_DETAIL, LONGEST_TITLE, MOST_STORIES, type NewStory } from '../domain/index.ts';
import { useAddAll } from './useAddAll.ts';
import { useEstimate } from './useEstimate.ts';
import styles from './Dialogs.module.css';

/** Stories from the open tasks of the team; each can be taken once. */
export default function TasksDialog({ phase, onClose }: { phase: PhaseId; onClose: () => void }) {
  const { t } = useLingui();
  const addAll = useAddAll(phase);
  const { state } = useEstimate(phase);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const taken = new Set(Object.values(state.stories).map(({ task }) => task));
  const free = state.offers.filter(({ id }) => !taken.has(id));
  const picked = free.filter(({ id }) => chosen.has(id));
  const room = MOST_STORIES - Object.keys(state.stories).length;

  async function add(): Promise<void> {
    setBusy(true);
    const count = await addAll(picked.map((task) => storyOf(task.id, task.text)));
    setBusy(false);
    if (count === picked.length) onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t`From our tasks`}
      description={t`What the team has agreed on before and not done yet.`}
      closeLabel={t`Close`}
      footer={
        <>
          {free.length > 1 && (
            <Button
              tone="quiet"
              onClick={() =>
                setChosen(
                  picked.length === free.length
                    ? new Set()
                    : new Set(free.slice(0, room).map(({ id }) => id)),
                )
              }
            >
              {picked.length === free.length ? (
                <Trans>Choose none</Trans>
              ) : (
                <Trans>Choose all</Trans>
              )}
            </Button>
          )}
          <Button
            tone="primary"
            busy={isBusy}
            disabled={picked.length === 0 || picked.length > room}
            onClick={() => void add()}
          >
            <Plural value={picked.length} _0="Take tasks" one="Take # task" other="Take # tasks" />
          </Button>
        </>
      }
    >
      {free.length === 0 ? (
        <p>
          <Trans>All of them are on the list.</Trans>
        </p>
      ) : (
        <ul className={styles.tasks}>
          {free.map((task) => (
            <li key={task.id}>
              <Checkbox
                label={<MarkdownSpan text={task.text} />}
                hint={[task.ownerName, task.meeting].filter(Boolean).join(' · ')}
                checked={chosen.has(task.id)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.target.checked) next.add(task.id);
                  else next.delete(task.id);
                  setChosen(next);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** The first line of a long task becomes the title, in plain words, and all of it the description. */
function storyOf(task: string, text: string): Omit<NewStory, 'id'> {
  const [line = ''] = text.split('\n', 1);
  const words = markdownText(line);
  const title = [...words].slice(0, LONGEST_TITLE).join('').trim();
  const isWhole = line.trim() === text.trim() && title === words.trim();
  return {
    title: title || text.trim().slice(0, LONGEST_TITLE),
    link: null,
    description: isWhole ? '' : [...text].slice(0, LONGEST_DETAIL).join(''),
    acceptance: '',
    task,
  };
}
