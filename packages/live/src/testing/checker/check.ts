import type { PhasePlay } from '../play.ts';
import type { Evidence } from '../simulation/evidence.ts';
import { checkFinals } from './check-finals.ts';
import { checkHeard } from './check-heard.ts';
import { checkAnswers, checkCards, checkOrder } from './check-log.ts';
import { momentsOf, type Moment } from './truth.ts';

/** Everything that is wrong with a run, in words; empty: nothing is. */
export function check(evidence: Evidence, plays: readonly PhasePlay[]): string[] {
  let moments: readonly Moment[];
  try {
    moments = momentsOf(evidence.start, evidence.entries);
  } catch (error) {
    return [`the log does not fit together: ${String(error)}`];
  }
  const last = moments.at(-1);
  return [
    ...evidence.defects.map((defect) => `defect: ${defect}`),
    ...checkOrder(moments),
    ...checkAnswers(evidence, moments),
    ...checkCards(evidence, moments),
    ...checkHeard(evidence.heard, moments),
    ...(last ? checkFinals(evidence.finals, last) : []),
    ...checkPhases(moments, plays),
    ...(evidence.left === 0 ? [] : [`${evidence.left} stored commands were never sent`]),
  ];
}

/** What each kind says must hold of its phase at any time. */
function checkPhases(moments: readonly Moment[], plays: readonly PhasePlay[]): string[] {
  const rules = new Map(plays.map(({ kind, broken }) => [kind, broken]));
  return moments.flatMap(({ board, hands, ledger, seq }) =>
    board.flow.flatMap((phase) => {
      const broken = rules.get(board.phases[phase]?.kind ?? '');
      const wrong = broken?.({ board, hands, ledger }, phase) ?? null;
      return wrong === null ? [] : [`entry ${seq}, ${phase}: ${wrong}`];
    }),
  );
}
