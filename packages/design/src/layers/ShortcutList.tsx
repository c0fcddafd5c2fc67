import { Dialog } from './Dialog.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './ShortcutList.module.css';

export type ShortcutListProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  groups: readonly {
    title: string;
    shortcuts: readonly { keys: readonly string[]; does: string }[];
  }[];
};

/** Everything the keyboard can do, in one dialog. */
export function ShortcutList({ groups, ...dialog }: ShortcutListProps) {
  return (
    <Dialog {...dialog} size="l">
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.title} className={styles.group}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl className={styles.list}>
              {group.shortcuts.map(({ keys, does }) => (
                <div key={does} className={styles.row}>
                  <dt className={styles.does}>{does}</dt>
                  <dd className={styles.keys}>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
