import { Banner } from '@rondo/design';
import { errorCode } from '../../../api/call.ts';
import { useErrorWords } from '../../../api/useErrorWords.ts';
import { NoRoom } from './NoRoom.tsx';

interface Props {
  /** Where there was to be another team. */
  organization: string;
  error: unknown;
  /** Forgets the error. */
  onClose: () => void;
}

/** Why a team could not be made, restored or moved: what to do where there is no room, else the words for it. */
export function Refused({ organization, error, onClose }: Props) {
  const errorWords = useErrorWords();
  if (error === null) return null;
  if (errorCode(error) !== 'plan-limit') return <Banner tone="danger">{errorWords(error)}</Banner>;
  return <NoRoom organization={organization} open onClose={onClose} />;
}
