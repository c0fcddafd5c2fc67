import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Dialog, TextArea, toast } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Link as LinkIcon } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  LONGEST_DETAIL,
  LONGEST_LINK,
  LONGEST_TITLE,
  MOST_STORIES,
  type NewStory,
} from '../domain/index.ts';
import { pastedStories, type PastedStory } from '../paste/stories.ts';
import { useAddAll } from './useAddAll.ts';
import { useEstimate } from './useEstimate.ts';
import styles from './Dialogs.module.css';

/** So many are shown before they are added; the number tells the rest. */
const MOST_SHOWN = 12;
/** A file larger than this, bytes, is not read: it cannot be a list of fifty stories. */
const LARGEST_FILE = 2_000_000;

/** Stories from a list or a table that somebody has elsewhere, seen before they are added. */
export default function PasteDialog({ phase, onClose }: { phase: PhaseId; onClose: () => void }) {
  const { t } = useLingui();
  const addAll = useAddAll(phase);
  const { state } = useEstimate(phase);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // Once the dialog is open: what lies in a closed one cannot take the focus.
  useEffect(() => field.current?.focus(), []);
  const stories = useMemo(() => pastedStories(text), [text]);
  const room = MOST_STORIES - Object.keys(state.stories).length;
  const fitting = stories.slice(0, room);
  const beyond = stories.length - fitting.length;
  const cut = fitting.filter(isCut).length;

  async function add(): Promise<void> {
    setBusy(true);
    const count = await addAll(fitting.map(trimmed));
    setBusy(false);
    if (count === fitting.length) onClose();
  }

  async function read(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > LARGEST_FILE) toast({ text: t`This file is too large.`, tone: 'warn' });
    else setText(await file.text());
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="l"
      title={t`Paste a list`}
      description={t`One story on each line, or a table with a line of heads: title, link, description, acceptance criteria.`}
      closeLabel={t`Close`}
      footer={
        <Button
          tone="primary"
          busy={isBusy}
          disabled={fitting.length === 0}
          onClick={() => void add()}
        >
          <Plural value={fitting.length} _0="Add stories" one="Add # story" other="Add # stories" />
        </Button>
      }
    >
      <div className={styles.form}>
        <TextArea
          ref={field}
          label={t`List or table`}
          hint={t`From a spreadsheet, a tracker’s CSV, or written by hand.`}
          value={text}
          minRows={5}
          maxRows={10}
          onChange={(event) => setText(event.target.value)}
        />
        <label className={styles.file}>
          <Trans>or choose a file</Trans>{' '}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            // Otherwise browsers say nothing of the same file, mended meanwhile.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </label>
        {fitting.length > 0 && (
          <ol className={styles.preview} aria-label={t`What will be added`}>
            {fitting.slice(0, MOST_SHOWN).map((story, index) => (
              // Two lines may say the same, and none has a name of its own.
              // oxlint-disable-next-line react/no-array-index-key -- the list is drawn anew with each change
              <li key={index}>
                <span className={styles.title}>{story.title}</span>
                {story.link !== null && <LinkIcon size={14} aria-label={t`with a link`} />}
                {(story.description || story.acceptance) && (
                  <span className={styles.more}>
                    {[story.description, story.acceptance].filter(Boolean).join(' · ')}
                  </span>
                )}
              </li>
            ))}
            {fitting.length > MOST_SHOWN && (
              <li className={styles.more}>
                <Trans>and {fitting.length - MOST_SHOWN} more</Trans>
              </li>
            )}
          </ol>
        )}
        <p className={styles.notes} role="status">
          {beyond > 0 && (
            <Plural
              value={beyond}
              one="# story does not fit: a meeting holds fifty."
              other="# stories do not fit: a meeting holds fifty."
            />
          )}{' '}
          {cut > 0 && (
            <Plural
              value={cut}
              one="The text of # story is too long and will be cut."
              other="The texts of # stories are too long and will be cut."
            />
          )}
        </p>
      </div>
    </Dialog>
  );
}

/** A cut is told before it is made. */
const isCut = (story: PastedStory): boolean => {
  const { title, link, description, acceptance } = trimmed(story);
  return (
    title !== story.title ||
    link !== story.link ||
    description !== story.description ||
    acceptance !== story.acceptance
  );
};

const cutTo = (text: string, most: number): string => [...text].slice(0, most).join('');

const trimmed = (story: PastedStory): Omit<NewStory, 'id'> => ({
  title: cutTo(story.title, LONGEST_TITLE),
  // Half an address leads nowhere.
  link: story.link !== null && story.link.length <= LONGEST_LINK ? story.link : null,
  description: cutTo(story.description, LONGEST_DETAIL),
  acceptance: cutTo(story.acceptance, LONGEST_DETAIL),
  task: null,
});
