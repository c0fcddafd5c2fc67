import { toast } from '@rondo/design';
import type { RefusalCode } from '@rondo/meeting';
import { useCallback } from 'react';
import { useRefusalWords } from './useRefusalWords.ts';

/**
 * Says why something was not done, for what this device refuses on the spot. What the server refuses
 * is told by the room as well, in the same words, and shown once.
 */
export function useExplain(): (code: RefusalCode) => void {
  const words = useRefusalWords();
  return useCallback((code) => void toast({ text: words(code), tone: 'warn' }), [words]);
}
