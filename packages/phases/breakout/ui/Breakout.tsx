import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseStatus } from '../../parts/index.ts';

export default function Breakout({ phaseId }: { phaseId: PhaseId }) {
  return (
    <Board>
      <PhaseStatus phase={phaseId} />
    </Board>
  );
}
