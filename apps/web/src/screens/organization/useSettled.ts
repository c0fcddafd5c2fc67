import { useEffect, useState } from 'react';

/** So long a pause in typing is taken for its end, ms. */
const PAUSE = 250;

/** What was typed, once it stands for a moment: not every letter is worth a question to the server. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed.trim());
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
