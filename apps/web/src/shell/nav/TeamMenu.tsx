import { useLingui } from '@lingui/react/macro';
import { buttonClass, FindList, Menu, Popover } from '@rondo/design';
import { useNavigate } from '@tanstack/react-router';
import { Check, ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MyTeam } from '../useMe.ts';
import styles from './TeamMenu.module.css';

/** With more teams than these, a letter finds one quicker than the eye. */
const MOST_LISTED = 10;

interface Props {
  team: MyTeam;
  teams: readonly MyTeam[];
}

/** Which team one is with, and the way to another. */
export function TeamMenu({ team, teams }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const go = (id: string): void => void navigate({ to: '/teams/$team', params: { team: id } });
  if (teams.length <= 1) return <span className={styles.only}>{team.name}</span>;
  if (teams.length > MOST_LISTED) return <Finder {...{ team, teams, go }} />;
  return (
    <span className={styles.menu}>
      <Menu
        label={t`Change team`}
        tone="quiet"
        button={<span className={styles.name}>{team.name}</span>}
        items={teams.map((each) => ({
          label: each.name,
          note: each.organization.name,
          checked: each.id === team.id,
          onSelect: () => go(each.id),
        }))}
      />
    </span>
  );
}

function Finder({ team, teams, go }: Props & { go: (id: string) => void }) {
  const { t } = useLingui();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const several = new Set(teams.map(({ organization }) => organization.id)).size > 1;
  return (
    <span className={styles.menu}>
      <button
        ref={anchor}
        type="button"
        className={buttonClass({ tone: 'quiet' })}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.name}>{team.name}</span>
        <ChevronDown size={16} aria-hidden className={styles.arrow} />
      </button>
      <Popover open={open} onClose={close} anchor={anchor} label={t`Change team`}>
        <FindList
          label={t`Find a team`}
          placeholder={t`Find a team`}
          empty={t`You are in no team of this name.`}
          items={teams.map((each) => ({
            id: each.id,
            label: each.name,
            note: (
              <>
                {several && each.organization.name}
                {each.id === team.id && <Check size={16} aria-hidden className={styles.here} />}
              </>
            ),
          }))}
          onCancel={() => {
            close();
            anchor.current?.focus();
          }}
          onPick={(id) => {
            close();
            go(id);
          }}
        />
      </Popover>
    </span>
  );
}
