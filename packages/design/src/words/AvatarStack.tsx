import { Tooltip } from '../layers/Tooltip.tsx';
import { Avatar } from './Avatar.tsx';
import styles from './Avatar.module.css';

export type AvatarStackProps = {
  people: readonly { id: string; name: string; image?: string; dim?: boolean }[];
  /** Names the whole row: "8 people are here". */
  label: string;
  max?: number;
  size?: number;
};

/** Who is here, overlapping like a hand of cards; beyond `max` a number. */
export function AvatarStack({ people, label, max = 5, size = 34 }: AvatarStackProps) {
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const more = people.length - shown.length;
  return (
    <ul className={styles.stack} aria-label={label} style={{ '--size': `${size}px` }}>
      {shown.map((person) => (
        <li key={person.id}>
          <Tooltip text={person.name}>
            <Avatar
              name={person.name}
              seed={person.id}
              image={person.image}
              dim={person.dim}
              size={size}
            />
          </Tooltip>
        </li>
      ))}
      {more > 0 && (
        <li>
          <span className={styles.more}>+{more}</span>
        </li>
      )}
    </ul>
  );
}
