import type { ParticipantId, PhaseId, View } from '@rondo/meeting';
import { useRef, useSyncExternalStore } from 'react';
import type { LiveState, LiveStatus } from '../src/client/index.ts';
import { useLiveClient } from './MeetingProvider.tsx';

/**
 * A part of the live state; the component renders again only when the part changes. Parts of the
 * state keep their identity, so `(state) => state.view?.board.cards[id]` is cheap. A selector that
 * builds something new each time (`Object.keys(…)`, `.filter(…)`) needs `isSame`, for example `sameItems`.
 */
export const useLive = <T>(
  select: (state: LiveState) => T,
  isSame: (a: T, b: T) => boolean = Object.is,
): T => usePart(whole, select, isSame);

const whole = (state: LiveState): LiveState => state;

/** @param from what the selector reads: as long as that is the same, it is not asked again. */
function usePart<T>(
  from: (state: LiveState) => unknown,
  select: (state: LiveState) => T,
  isSame: (a: T, b: T) => boolean,
): T {
  const client = useLiveClient();
  const last = useRef<{ value: T; source: unknown; select: unknown } | null>(null);
  const read = (): T => {
    const state = client.getState();
    const source = from(state);
    const before = last.current;
    // The selector of another render may close over something else.
    if (before !== null && before.source === source && before.select === select)
      return before.value;
    const fresh = select(state);
    const value = before !== null && isSame(before.value, fresh) ? before.value : fresh;
    last.current = { value, source, select };
    return value;
  };
  return useSyncExternalStore(client.subscribe, read, read);
}

/** True when two lists hold the same items in the same order. */
export const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => Object.is(item, b[index]));

const here = ({ view, me }: LiveState): { view: View; me: ParticipantId } => {
  if (!view || !me) throw new Error('a meeting screen is shown before there is a view');
  return { view, me };
};

/**
 * A part of what this person sees: `useView((view) => view.board.cards)`. Only for screens that
 * are shown once there is a view.
 */
export const useView = <T>(
  select: (view: View, me: ParticipantId) => T,
  isSame: (a: T, b: T) => boolean = Object.is,
): T =>
  // A command changes the state three times on its way out and back, the view twice; who is here changes
  // the state all the time and the view never.
  usePart(
    viewOf,
    (state) => {
      const { view, me } = here(state);
      return select(view, me);
    },
    isSame,
  );

const viewOf = (state: LiveState): View | null => state.view;

/**
 * The person's own part for one phase, as that kind keeps it; `empty` while there is nothing.
 * Give the same `empty` each time: a constant of the module.
 */
export const useHand = <HandState extends object>(phase: PhaseId, empty: HandState): HandState =>
  // The caller is the screen of the phase's kind and knows the shape.
  useView((view) => (view.hand.phases[phase] as HandState | undefined) ?? empty);

/** Who I am in this meeting. */
export const useMe = (): ParticipantId => useLive((state) => here(state).me);

/** True for the facilitator. */
export const useSteers = (): boolean => useView((view, me) => view.board.facilitator === me);

/** How the connection stands. */
export const useStatus = (): LiveStatus => useLive((state) => state.status);

/** How many commands have not left this device yet. */
export const useUnsent = (): number => useLive((state) => state.unsent);
