import { someBrought, type Chance } from '@rondo/live/testing';
import {
  checkFlow,
  peopleIn,
  Refused,
  type ParticipantId,
  type PhaseId,
  type Registry,
} from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import { plays } from './plays.ts';

const playOf = new Map(plays.map((play) => [play.kind, play]));

/** Something that was carried out. */
export interface Done {
  who: ParticipantId | null;
  phase: PhaseId | null;
  /** The kind of the phase; null for a command of the meeting. */
  kind: string | null;
  name: string;
  args: Record<string, unknown>;
}

/** A random flow in which every phase finds what it needs, however unusual. */
export function someFlow(
  chance: Chance,
  registry: Registry,
): { kind: string; settings: unknown }[] {
  const kinds = ['collect', ...plays.map(({ kind }) => kind)];
  for (;;) {
    const flow = Array.from({ length: 2 + chance.below(6) }, () => chance.pick(kinds) ?? 'collect');
    if (checkFlow(flow, registry).length > 0) continue;
    return flow.map((kind) => ({ kind, settings: playOf.get(kind)?.settings(chance) }));
  }
}

/**
 * People who do whatever comes to mind: they play, come late, are shown out, and whoever
 * facilitates leads anywhere. Each call of `step` carries out one thing, or nothing where it was
 * refused.
 */
export function freePlay(
  chance: Chance,
  registry: Registry,
): { s: Sitting; step: () => Done | null } {
  const s = sitting(registry, someFlow(chance, registry), {
    seed: chance.below(2 ** 31),
    // The sitting gives its people these ids.
    brought: someBrought(chance, ['host', 'person-1', 'person-2'] as ParticipantId[]),
  });
  s.present.add(s.host);
  const people: ParticipantId[] = [s.host];
  const join = (): void => {
    const role = chance.oneIn(3) ? 'guest' : 'member';
    const person = s.enter(`Name ${people.length}`, { role, lead: chance.oneIn(4) });
    people.push(person);
    s.present.add(person);
  };
  join();
  join();

  const attempt = (
    who: ParticipantId | null,
    phase: PhaseId | null,
    name: string,
    args: object,
  ): Done | null => {
    try {
      s.run(who, phase, name, args);
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
    const kind = phase === null ? null : (s.doc.board.phases[phase]?.kind ?? null);
    return { who, phase, kind, name, args: { ...args } };
  };

  /** What lay in the hands is shown, then burnt; the meeting goes on with empty hands. */
  const endAndReopen = (): Done | null => {
    const { people } = s.doc.board;
    const member = peopleIn(s.doc.board).find((person) => people[person]?.role === 'member');
    if (member === undefined) return null;
    s.end();
    return attempt(member, null, 'reopenMeeting', {});
  };

  const steer = (): Done | null => {
    const { board } = s.doc;
    const phase = chance.oneIn(2) ? board.at : chance.pick(board.flow);
    const behind = chance.oneIn(4) ? null : chance.pick(board.flow);
    const person = chance.pick(people);
    const me = board.facilitator;
    switch (chance.below(14)) {
      case 0:
        return attempt(me, null, 'skipPhase', { phase });
      case 1:
        return attempt(me, null, 'movePhase', { phase, behind });
      case 2:
        return attempt(me, null, 'handOver', { person });
      case 3:
        return chance.oneIn(4) ? attempt(me, null, 'removePerson', { person }) : null;
      case 4:
        if (chance.oneIn(4)) return endAndReopen();
        if (people.length < 8) join();
        return null;
      case 5:
      case 6:
      case 7:
        return attempt(me, null, 'openPhase', { phase });
      default:
        return attempt(me, null, 'finishPhase', { phase: board.at });
    }
  };

  const task = (me: ParticipantId): Done | null => {
    const known = Object.keys(s.doc.board.tasks);
    const id = chance.pick(known);
    if (id === undefined || chance.oneIn(2)) {
      const topic = chance.oneIn(2) ? null : (chance.pick(Object.keys(s.doc.board.groups)) ?? null);
      const owner = chance.oneIn(2) ? null : (chance.pick(peopleIn(s.doc.board)) ?? null);
      const args = { id: chance.id(), text: chance.text(), owner, due: null, topic };
      return attempt(me, null, 'addTask', args);
    }
    if (chance.oneIn(3)) return attempt(me, null, 'removeTask', { id });
    return attempt(me, null, 'editTask', { id, text: chance.text(), done: chance.oneIn(2) });
  };

  const step = (): Done | null => {
    if (chance.oneIn(12)) return steer();
    const me = chance.pick(people) ?? s.host;
    if (chance.oneIn(15)) return task(me);
    const phase = (chance.oneIn(5) ? chance.pick(s.doc.board.flow) : null) ?? s.doc.board.at;
    const play = playOf.get(s.doc.board.phases[phase]?.kind ?? '');
    const steers = s.doc.board.facilitator === me;
    const move = play?.move({ view: s.view(me), me, phase, steers, chance });
    // Any move's arguments are an object; the type leaves that to the command.
    return move ? attempt(me, phase, move.name, move.args as object) : null;
  };

  return { s, step };
}
