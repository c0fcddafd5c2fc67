import { useLingui } from '@lingui/react/macro';
import { ALL_REACTIONS, REACTIONS } from '@rondo/meeting';
import { Star } from 'lucide-react';
import { SIGNS } from './reactionSigns.ts';
import styles from './Reactions.module.css';

interface Props {
  /** As an outcome has it. */
  sign: string;
  count: number;
}

/** How often a sign was given, drawn as in the meeting; one that we do not know is shown as it was written. */
export function ReactionSign({ sign, count }: Props) {
  const { i18n } = useLingui();
  const known = ALL_REACTIONS.find((reaction) => REACTIONS[reaction] === sign);
  const Icon = known ? SIGNS[known].Icon : sign === '⭐' ? Star : null;
  return (
    <span className={styles.counted}>
      {Icon ? <Icon size={16} aria-hidden /> : sign}
      {known && <span className="visually-hidden">{i18n._(SIGNS[known].label)}:</span>} {count}
    </span>
  );
}
