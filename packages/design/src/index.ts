export { Button, buttonClass, type ButtonProps, type ButtonTone } from './doing/Button.tsx';
export { ConfirmButton, type ConfirmButtonProps } from './doing/ConfirmButton.tsx';
export { IconButton, type IconButtonProps } from './doing/IconButton.tsx';
export { LinkButton, linkClass } from './doing/LinkButton.tsx';
export { MoreButton, type MoreButtonProps } from './doing/MoreButton.tsx';

export { Checkbox, type CheckboxProps } from './asking/Checkbox.tsx';
export { ErrorSummary, type ErrorSummaryProps } from './asking/ErrorSummary.tsx';
export { Field, type FieldControl, type FieldProps } from './asking/Field.tsx';
export { MentionArea, type MentionAreaProps } from './asking/MentionArea.tsx';
export { RadioCards, type RadioCardsProps } from './asking/RadioCards.tsx';
export { Select, type SelectProps } from './asking/Select.tsx';
export { Switch, type SwitchProps } from './asking/Switch.tsx';
export { TextArea, type TextAreaProps } from './asking/TextArea.tsx';
export { TextField, type TextFieldProps } from './asking/TextField.tsx';
export { visibleLength } from './asking/visibleLength.ts';

export { Dialog, type DialogProps } from './layers/Dialog.tsx';
export { FindList, type FindItem, type FindListProps } from './layers/FindList.tsx';
export { findMatches } from './layers/findMatches.ts';
export { Kbd } from './layers/Kbd.tsx';
export { Menu, type MenuProps } from './layers/Menu.tsx';
export type { MenuEntry, MenuItem } from './layers/MenuList.tsx';
export { Popover, type PopoverProps } from './layers/Popover.tsx';
export { Sheet, type SheetProps } from './layers/Sheet.tsx';
export { ShortcutList, type ShortcutListProps } from './layers/ShortcutList.tsx';
export { Tooltip } from './layers/Tooltip.tsx';

export { Avatar, type AvatarProps } from './words/Avatar.tsx';
export { AvatarStack, type AvatarStackProps } from './words/AvatarStack.tsx';
export { Card, type CardProps } from './words/Card.tsx';
export { CardPile, type CardPileProps } from './words/CardPile.tsx';
export { Column, type ColumnProps } from './words/Column.tsx';
export { dateIn, datesIn, dayIn } from './words/date.ts';
export { Hand, type HandProps } from './words/Hand.tsx';
export { initials } from './words/initials.ts';
export { TypingDots } from './words/TypingDots.tsx';
export { Markdown } from './words/markdown/Markdown.tsx';
export { MarkdownSpan } from './words/markdown/MarkdownSpan.tsx';
export { markdownText } from './words/markdown/markdownText.ts';

export { Badge, type Tone } from './progress/Badge.tsx';
export { Chip, type ChipProps } from './progress/Chip.tsx';
export { FlowRail, type FlowItem, type FlowRailProps } from './progress/FlowRail.tsx';
export { Progress, type ProgressProps } from './progress/Progress.tsx';
export { Ring, type RingProps, type RingState } from './progress/Ring.tsx';
export { Skeleton, type SkeletonProps } from './progress/Skeleton.tsx';
export { Spinner } from './progress/Spinner.tsx';
export { Stat } from './progress/Stat.tsx';
export { Table, type TableProps } from './progress/Table.tsx';
export { Tabs, type TabsProps } from './progress/Tabs.tsx';
export { TimerRing, type TimerRingProps } from './progress/TimerRing.tsx';
export { Votes, type VotesProps } from './progress/Votes.tsx';

export { announce } from './telling/announce.ts';
export { Banner, type BannerTone } from './telling/Banner.tsx';
export { EmptyState, type EmptyStateProps } from './telling/EmptyState.tsx';
export { Toaster } from './telling/Toaster.tsx';
export { toast, type ToastTone, type ToastWish } from './telling/toasts.ts';

export {
  compositions,
  Illustration,
  type Composition,
  type IllustrationProps,
} from './look/illustration/Illustration.tsx';
export { Logo, Mark } from './look/Logo.tsx';

export { useDrag, type DragOptions } from './behaviour/useDrag.ts';
export type { DragPoint } from './behaviour/drag.ts';
export { useFlip } from './behaviour/useFlip.ts';
export { usePhone, useReducedMotion } from './behaviour/useMedia.ts';

export {
  hash,
  hueColour,
  hueInk,
  hueOf,
  hueStyle,
  phaseHues,
  promptHues,
  type Hue,
  type PhaseHue,
  type PromptHue,
} from './hue.ts';
export {
  applyStoredTheme,
  chooseTheme,
  shownTheme,
  useTheme,
  watchTheme,
  type ShownTheme,
  type ThemeChoice,
} from './theme.ts';
