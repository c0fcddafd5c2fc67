import type { StatementTrend } from '@rondo/contract';
import { createContext } from 'react';

/** How the team answered statements before, by statement; empty where there is no server to ask. */
export const Trends = createContext<ReadonlyMap<string, StatementTrend['runs']>>(new Map());
