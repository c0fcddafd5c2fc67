import { OpenTasks } from './OpenTasks.tsx';
import { TeamAgenda } from './TeamAgenda.tsx';
import styles from './BringAlong.module.css';

/** What a team brings from one meeting to the next: what to talk about, and what was promised. */
export function BringAlong({ team }: { team: string }) {
  return (
    <div className={styles.both}>
      <TeamAgenda team={team} />
      <OpenTasks team={team} />
    </div>
  );
}
