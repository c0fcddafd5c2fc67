import { classes } from '../classes.ts';
import { hueOf, hueStyle, type Hue } from '../hue.ts';
import { initials } from './initials.ts';
import styles from './Avatar.module.css';

export type AvatarProps = {
  name: string;
  /** What the hue is made from; the same seed has the same hue everywhere. The name if left out. */
  seed?: string;
  hue?: Hue;
  /** In px. */
  size?: number;
  image?: string;
  /** Not here at the moment. */
  dim?: boolean;
  /** The name stands beside it: nothing to say twice. */
  silent?: boolean;
};

/** A person: initials on a hue of their own. */
export function Avatar({
  name,
  seed = name,
  hue = hueOf(seed),
  size = 34,
  image,
  dim,
  silent,
}: AvatarProps) {
  return (
    <span
      className={classes(styles.avatar, dim && styles.dim)}
      style={{ ...hueStyle(hue), '--size': `${size}px` }}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {image ? <img src={image} alt="" className={styles.image} /> : initials(name)}
    </span>
  );
}
