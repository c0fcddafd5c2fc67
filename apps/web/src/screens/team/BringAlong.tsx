import { OpenTasks } from './OpenTasks.tsx';
import { TeamAgenda } from './TeamAgenda.tsx';
import styles from './BringAlong.module.css';

/** What a team brings from one meeting to the next: what to talk about, and what was promised. */
export function BringAlong({ team, isOpen }: { team: string; isOpen: boolean }) {
  return (
    <div className={styles.both}>
      <TeamAgenda team={team} isOpen={isOpen} />
      <OpenTasks team={team} isOpen={isOpen} />
    </div>
  );
}
