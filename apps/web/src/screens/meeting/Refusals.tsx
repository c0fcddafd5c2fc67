import { useLingui } from '@lingui/react/macro';
import { toast } from '@rondo/design';
import type { RefusedCommand } from '@rondo/live/client';
import { useRefused } from '@rondo/live/react';
import { useRefusalWords } from '@rondo/phases/parts';
import { useCallback } from 'react';

/** Tells what the server refused, and offers the words that would otherwise be gone. */
export function Refusals() {
  const { t } = useLingui();
  const words = useRefusalWords();
  const show = useCallback(
    ({ code, args }: RefusedCommand) => {
      const text = textIn(args);
      toast({
        text: words(code),
        tone: 'warn',
        ...(text !== null && {
          lasts: 20_000,
          action: { label: t`Copy my text`, onAct: () => void navigator.clipboard.writeText(text) },
        }),
      });
    },
    [words, t],
  );
  useRefused(show);
  return null;
}

/** What the person had written, where the command carried a text. */
function textIn(args: unknown): string | null {
  if (typeof args !== 'object' || args === null || !('text' in args)) return null;
  return typeof args.text === 'string' && args.text !== '' ? args.text : null;
}
