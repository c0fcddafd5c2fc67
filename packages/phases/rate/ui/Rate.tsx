import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseStatus } from '../../parts/index.ts';

export default function Rate({ phaseId }: { phaseId: PhaseId }) {
  return (
    <Board>
      <PhaseStatus phase={phaseId} />
    </Board>
  );
}
