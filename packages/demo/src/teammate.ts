import type { LiveClient } from '@rondo/live/client';
import type { Id, ParticipantId, PhaseId, View } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { bots } from './bots/index.ts';

/** Somebody simulated, and what they have to say. */
export interface Teammate {
  readonly name: string;
  /** How long they think before they do something, ms; about. */
  readonly pace: number;
  /** What they would say, by what is asked: the id of a prompt, a statement, a story; `any` for the rest. */
  readonly says: Readonly<Record<string, readonly string[]>>;
}

/** Chance and fresh ids for what a teammate does. */
export interface Luck {
  readonly below: (limit: number) => number;
  readonly oneIn: (limit: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T | undefined;
  readonly id: <B extends string>() => Id<B>;
}

/** What a teammate sees when it is their turn to do something. */
export interface BotAt {
  readonly view: View;
  readonly me: ParticipantId;
  readonly phase: PhaseId;
  readonly luck: Luck;
  /** The next thing this teammate has to say to what is asked; each is said once in a phase. Null: nothing more. */
  readonly say: (asked: string) => string | null;
}

/** Something a teammate does: a command of the phase by name. Null: nothing for now. */
export type Bot = (at: BotAt) => { readonly name: string; readonly args: object } | null;

interface Ports {
  readonly after: (ms: number, run: () => void) => () => void;
  readonly random: () => number;
  readonly id: Luck['id'];
}

/** Lets a teammate take part through a client of their own. Returns how they leave. */
export function inviteTeammate(client: LiveClient, teammate: Teammate, ports: Ports): () => void {
  const luck = luckOf(ports);
  const said = new Map<string, number>();
  const sayIn =
    (phase: PhaseId) =>
    (asked: string): string | null => {
      // Stories are no answer to anything else, so nobody makes some up.
      const key = teammate.says[asked] || asked === 'stories' ? asked : 'any';
      const told = `${phase} ${key}`;
      const n = said.get(told) ?? 0;
      const words = teammate.says[key]?.[n] ?? null;
      if (words !== null) said.set(told, n + 1);
      return words;
    };
  let cancel: () => void = () => undefined;

  const act = (): void => {
    const { view, me, status } = client.getState();
    if (view && me && status.is === 'live' && view.board.status === 'running') {
      const phase = view.board.at;
      const kind = view.board.phases[phase]?.kind ?? '';
      const open = view.board.phases[phase]?.status === 'open';
      const move = open ? bots[kind]?.({ view, me, phase, luck, say: sayIn(phase) }) : null;
      const command = move && phases[kind]?.commands[move.name];
      if (command) void client.send(phase, command, move.args);
    }
    cancel = ports.after(teammate.pace * (0.6 + ports.random() * 0.8), act);
  };
  cancel = ports.after(teammate.pace * (0.3 + ports.random()), act);
  return () => {
    cancel();
    client.close();
  };
}

function luckOf({ random, id }: Ports): Luck {
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    oneIn: (limit) => below(limit) === 0,
    pick: (list) => list[below(list.length)],
    id,
  };
}
