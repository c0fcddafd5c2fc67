import { createContext, useContext } from 'react';
import type { DoGrouping } from './useGrouping.ts';

const Doing = createContext<DoGrouping | null>(null);
export const DoGroupingProvider = Doing.Provider;

/** The ways to change groups, for what is deep inside the board. */
export function useDoGrouping(): DoGrouping {
  const doing = useContext(Doing);
  if (!doing) throw new Error('groups can be changed only inside a DoGroupingProvider');
  return doing;
}
