import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { buttonClass, type ButtonSize, type ButtonTone } from '../doing/Button.tsx';
import { MenuList, type MenuEntry } from './MenuList.tsx';
import { Tooltip } from './Tooltip.tsx';
import buttonStyles from '../doing/Button.module.css';
import styles from './Menu.module.css';

export type MenuProps = {
  /** The menu's name; the button's too when `iconOnly`. */
  label: string;
  button: ReactNode;
  items: readonly MenuEntry[];
  tone?: ButtonTone;
  size?: ButtonSize;
  align?: 'start' | 'end';
  iconOnly?: boolean;
  disabled?: boolean;
};

/**
 * A button that opens a list of actions. The platform's popover gives the top layer, the tap outside,
 * Escape and the way back to the button.
 */
export function Menu({
  label,
  button,
  items,
  iconOnly = false,
  tone = iconOnly ? 'quiet' : 'plain',
  size,
  align = 'start',
  disabled,
}: MenuProps) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const opener = (
    <button
      ref={trigger}
      type="button"
      className={classes(buttonClass({ tone, size }), iconOnly && buttonStyles.square)}
      popoverTarget={id}
      aria-haspopup="menu"
      aria-expanded={open}
      aria-label={iconOnly ? label : undefined}
      disabled={disabled}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        popover.current?.showPopover();
      }}
    >
      {iconOnly ? <span className={buttonStyles.icon}>{button}</span> : button}
      {!iconOnly && <ChevronDown aria-hidden="true" size={16} className={styles.arrow} />}
    </button>
  );

  return (
    <>
      {iconOnly ? <Tooltip text={label}>{opener}</Tooltip> : opener}
      <div
        ref={popover}
        id={id}
        popover="auto"
        className={styles.menu}
        // There before it is shown, gone only after it is hidden: the platform gives the focus back
        // from inside, and to nowhere if what had it has been removed.
        onBeforeToggle={(event) => {
          if (event.newState === 'open') setOpen(true);
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (
          <MenuList
            label={label}
            items={items}
            align={align}
            trigger={trigger}
            close={() => popover.current?.hidePopover()}
          />
        )}
      </div>
    </>
  );
}
