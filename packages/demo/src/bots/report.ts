import type { ReportHand, ReportSettings, ReportState } from '@rondo/phases/report/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** So many lines of simulated people: most of a report comes from the cards. */
const MOST = 3;

/** Adds a line to the first section. */
export const reportBot: Bot = ({ view, phase, luck, say }) => {
  const { settings, state } = partsOf<ReportSettings, ReportState, ReportHand>(view, phase);
  const own = Object.values(state.entries).filter(({ from }) => from === 'own');
  const [section] = settings.sections;
  if (!section || own.length >= MOST) return null;
  const text = say('report');
  if (text === null) return null;
  return { name: 'addEntry', args: { id: luck.id<'entry'>(), section: section.id, text } };
};
