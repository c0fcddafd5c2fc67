import { useSyncExternalStore } from 'react';

const KEY = 'rondo.sound';
const listeners = new Set<() => void>();

const isOn = (): boolean => localStorage.getItem(KEY) !== 'off';

function setOn(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this device makes a sound when the time is up. */
export function useSound(): { sound: boolean; setSound: (on: boolean) => void } {
  return { sound: useSyncExternalStore(subscribe, isOn), setSound: setOn };
}
