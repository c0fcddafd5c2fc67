import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseStatus } from '../../parts/index.ts';

export default function Estimate({ phaseId }: { phaseId: PhaseId }) {
  return (
    <Board>
      <PhaseStatus phase={phaseId} />
    </Board>
  );
}
