import type { Report, ReportContent } from '@rondo/contract';
import { useEffect, useState } from 'react';
import { errorCode } from '../../api/call.ts';
import { call } from '../../api/every.ts';
import { createKeeper, type Saving } from './createKeeper.ts';

/** How long typing has to pause, ms, before the draft is saved. */
const PAUSE = 900;

interface Words {
  content: ReportContent;
  author: string | null;
}

/** A draft while it is edited: what is on the screen, and whether the server has it. */
export function useAutosave(report: Report, keep: (report: Report) => void) {
  const [words, setWords] = useState<Words>({
    content: report.content,
    author: report.authorId,
  });
  const [saving, setSaving] = useState<Saving>('saved');
  const [keeper] = useState(() =>
    createKeeper<Words>(report.version, {
      save: async ({ content, author }, version) => {
        const saved = await call.reports.save({ report: report.id, version, content, author });
        keep(saved);
        // Another week has another sentence by rule; what somebody has typed meanwhile stays.
        const { sentence } = saved.content;
        setWords((now) =>
          now.content.sentence === content.sentence
            ? { ...now, content: { ...now.content, sentence } }
            : now,
        );
        return saved.version;
      },
      isConflict: (error) => errorCode(error) === 'conflict',
      afterPause: (run) => {
        const timer = setTimeout(run, PAUSE);
        return () => clearTimeout(timer);
      },
      tell: setSaving,
    }),
  );
  // Whoever goes to another page has it saved first.
  useEffect(
    () => () => {
      void keeper.flush();
      keeper.stop();
    },
    [keeper],
  );
  // Closing the tab with something unsaved is asked about by the browser.
  useEffect(() => {
    if (saving === 'saved') return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [saving]);
  // What could not be saved without network is saved with it.
  useEffect(() => {
    const again = (): void => void keeper.flush();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [keeper]);

  function put(next: Words): void {
    setWords(next);
    keeper.change(next);
  }
  async function theirs(): Promise<Report> {
    const latest = await call.reports.get({ report: report.id });
    keep(latest);
    keeper.rebase(latest.version);
    return latest;
  }
  return {
    ...words,
    saving,
    version: keeper.version,
    flush: keeper.flush,
    change: (content: ReportContent) => put({ ...words, content }),
    setAuthor: (author: string | null) => put({ ...words, author }),
    takeTheirs: async () => {
      const latest = await theirs();
      setWords({ content: latest.content, author: latest.authorId });
    },
    keepMine: async () => {
      await theirs();
      put(words);
      await keeper.flush();
    },
  };
}
