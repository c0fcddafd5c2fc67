export { MeetingProvider, useLiveClient } from './MeetingProvider.tsx';
export { newId } from './newId.ts';
export {
  sameItems,
  useHand,
  useLive,
  useMe,
  useStatus,
  useSteers,
  useUnsent,
  useView,
} from './useLive.ts';
export { usePeople, usePresence, useWriting } from './usePeople.ts';
export { useRefused, useSend, useTell, useWaiting } from './useSend.ts';
export { useServerTime } from './useServerTime.ts';
