import { isId, type ParticipantId, type PhaseId } from '@rondo/meeting';
import type { HereMessage, NowMessage, Presence } from '../messages/index.ts';
import { hereFrame } from './frames.ts';
import type { Hint } from './ports.ts';
import type { Engine, Heard, Here, Room, Seat } from './room.ts';
import { isBehind, owe } from './slow.ts';

const NOWHERE: Presence = { at: null };

/** Everybody who is connected to this meeting on any node, as far as this node has heard. */
export function present(room: Room, now: number): ReadonlySet<ParticipantId> {
  const people = new Set(room.here.own.keys());
  for (const [person, nodes] of room.here.heard)
    for (const { until } of nodes.values()) if (until > now) people.add(person);
  return people;
}

/** A connection came in. */
export function arrivedHere(engine: Engine, room: Room, { person }: Seat): void {
  const own = room.here.own.get(person);
  if (own) {
    own.connections++;
    own.leaving?.();
    own.leaving = null;
  } else room.here.own.set(person, { connections: 1, doing: NOWHERE, leaving: null });
  touch(engine, room, person);
}

/** A connection closed. With the last one whatever somebody was doing ends at once, their presence after a moment. */
export function leftHere(engine: Engine, room: Room, { person }: Seat): void {
  const own = room.here.own.get(person);
  if (!own) return;
  own.connections--;
  if (own.connections > 0) return;
  own.doing = { at: own.doing.at };
  own.leaving = engine.clock.after(engine.limits.graceMs, () => {
    room.here.own.delete(person);
    engine.bus.publish({ k: 'here', m: room.meeting, node: engine.name, who: person, is: null });
    touch(engine, room, person);
  });
  touch(engine, room, person);
}

/** Somebody says what they are doing; each message replaces the one before. */
export function doingHere(engine: Engine, room: Room, { person }: Seat, now: NowMessage): void {
  const own = room.here.own.get(person);
  if (!own) return;
  const { t: _, ...doing } = now;
  own.doing = doing;
  if (isDoing(doing)) room.here.doing.add(person);
  touch(engine, room, person);
}

const isDoing = ({ typing, drag }: Presence): boolean => typing !== undefined || Boolean(drag);

/** What phases allow to be seen may have changed: everybody who does something is looked at again. */
export function lookAgain(engine: Engine, room: Room): void {
  for (const person of room.here.doing) touch(engine, room, person);
}

/** Says again who is here, so that other nodes do not forget them, and forgets whom others no longer name. */
export function renewHere(engine: Engine, room: Room): void {
  const now = engine.clock.now();
  const { here } = room;
  for (const [person, nodes] of here.heard)
    if (forgetSilent(nodes, now)) touch(engine, room, person);
  if (forgetSilent(here.heardWriting, now)) flushSoon(engine, room);
  if (now < here.announceAt) return;
  here.announceAt = now + engine.limits.announceMs;
  for (const person of here.own.keys()) announce(engine, room, person);
  if (here.announcedWriting !== '{}') announceWriting(engine, room, ownWriting(engine, room));
}

/** Takes in what another node says about somebody. */
export function heardHere(engine: Engine, room: Room, hint: Hint): void {
  const until = engine.clock.now() + engine.limits.heardMs;
  const { here } = room;
  if (hint.k === 'writing') {
    here.heardWriting.set(hint.node, { what: hint.places, until });
    flushSoon(engine, room);
  } else if (hint.k === 'here') {
    const nodes = here.heard.get(hint.who) ?? new Map<string, Heard<Presence>>();
    here.heard.set(hint.who, nodes);
    if (hint.is) nodes.set(hint.node, { what: hint.is, until });
    else nodes.delete(hint.node);
    if (hint.is && isDoing(hint.is)) here.doing.add(hint.who);
    touch(engine, room, hint.who);
  }
}

function forgetSilent(nodes: Map<string, Heard<unknown>>, now: number): boolean {
  let forgot = false;
  for (const [node, { until }] of nodes) if (until <= now) forgot = nodes.delete(node) || forgot;
  return forgot;
}

function touch(engine: Engine, room: Room, person: ParticipantId): void {
  room.here.changed.add(person);
  flushSoon(engine, room);
}

export function flushSoon(engine: Engine, room: Room): void {
  if (room.here.flushing) return;
  room.here.flushing = true;
  engine.clock.after(engine.limits.hereMs, () => {
    room.here.flushing = false;
    flush(engine, room);
  });
}

/** True where nobody may learn who is doing something. */
function isQuiet(engine: Engine, room: Room, at: PhaseId): boolean {
  const phase = room.doc.board.phases[at];
  return phase === undefined || (engine.registry[phase.kind]?.quiet(phase) ?? true);
}

/** Somebody as everybody may see them. */
function shownOf(engine: Engine, room: Room, { at, typing, drag }: Presence): Presence {
  if (at === null || !Object.hasOwn(room.doc.board.phases, at)) return NOWHERE;
  if (isQuiet(engine, room, at)) return { at };
  return { at, ...(typing === undefined ? {} : { typing }), ...(drag ? { drag } : {}) };
}

function ownWriting(engine: Engine, room: Room): Record<PhaseId, string[]> {
  const places = new Map<PhaseId, Set<string>>();
  for (const { doing } of room.here.own.values()) {
    if (doing.at === null || doing.typing === undefined || !isId(doing.typing)) continue;
    if (!Object.hasOwn(room.doc.board.phases, doing.at) || !isQuiet(engine, room, doing.at))
      continue;
    places.set(doing.at, (places.get(doing.at) ?? new Set()).add(doing.typing));
  }
  return inOrder(places);
}

/** Sorted, so that neither the order nor its change says anything about anybody. */
function inOrder(places: ReadonlyMap<PhaseId, ReadonlySet<string>>): Record<PhaseId, string[]> {
  return Object.fromEntries(
    [...places.keys()].sort().map((phase) => [phase, [...(places.get(phase) ?? [])].sort()]),
  );
}

function allWriting(here: Here, own: Record<PhaseId, string[]>): Record<PhaseId, string[]> {
  if (here.heardWriting.size === 0) return own;
  const places = new Map<PhaseId, Set<string>>();
  for (const each of [own, ...[...here.heardWriting.values()].map(({ what }) => what)])
    for (const phase of Object.keys(each) as PhaseId[])
      places.set(phase, new Set([...(places.get(phase) ?? []), ...(each[phase] ?? [])]));
  return inOrder(places);
}

/** What is to be seen of somebody now; null: they are not here. */
function seen(engine: Engine, room: Room, person: ParticipantId): Presence | null {
  const own = room.here.own.get(person);
  if (own) return shownOf(engine, room, own.doing);
  let latest: Heard<Presence> | null = null;
  for (const heard of room.here.heard.get(person)?.values() ?? [])
    if (!latest || heard.until > latest.until) latest = heard;
  // Judged once more: the other node may not have known yet that the phase is quiet.
  return latest && shownOf(engine, room, latest.what);
}

function flush(engine: Engine, room: Room): void {
  const { here } = room;
  const people: HereMessage['people'] = {};
  let news = false;
  for (const person of here.changed) {
    const is = seen(engine, room, person);
    if (!is) here.doing.delete(person);
    const text = is === null ? undefined : JSON.stringify(is);
    if (here.shown.get(person) === text) continue;
    news = true;
    people[person] = is;
    if (text === undefined) here.shown.delete(person);
    else here.shown.set(person, text);
    announce(engine, room, person);
  }
  here.changed.clear();
  const own = ownWriting(engine, room);
  if (JSON.stringify(own) !== here.announcedWriting) announceWriting(engine, room, own);
  const writing = changedWriting(here, allWriting(here, own));
  if (news || writing) tell(engine, room, hereFrame(writing ? { people, writing } : { people }));
}

/** What has to be told about writing; null: nothing. A phase in which nobody writes any more has no places. */
function changedWriting(
  here: Here,
  writing: Record<PhaseId, string[]>,
): Record<PhaseId, string[]> | null {
  const text = JSON.stringify(writing);
  if (text === here.shownWriting) return null;
  // It was written here.
  const before = JSON.parse(here.shownWriting) as Record<PhaseId, string[]>;
  here.shownWriting = text;
  for (const phase of Object.keys(before) as PhaseId[]) before[phase] = [];
  return { ...before, ...writing };
}

/** Tells other nodes of somebody who is connected to this one. */
function announce(engine: Engine, room: Room, who: ParticipantId): void {
  const own = room.here.own.get(who);
  if (!own) return;
  const is = shownOf(engine, room, own.doing);
  engine.bus.publish({ k: 'here', m: room.meeting, node: engine.name, who, is });
}

function announceWriting(engine: Engine, room: Room, places: Record<PhaseId, string[]>): void {
  room.here.announcedWriting = JSON.stringify(places);
  engine.bus.publish({ k: 'writing', m: room.meeting, node: engine.name, places });
}

function tell(engine: Engine, room: Room, frame: string): void {
  for (const seat of room.seats) {
    // First to be dropped for a slow reader.
    if (isBehind(engine, seat) || seat.connection.buffered() > engine.limits.drainedBytes)
      owe(engine, seat, 'here');
    else if (!seat.owedHere) seat.connection.send(frame);
  }
}

/** Who is here, all at once. */
export function allHere({ here }: Room): string {
  const people = [...here.shown].map(([person, text]) => `"${person}":${text}`).join(',');
  return `{"t":"here","all":true,"people":{${people}},"writing":${here.shownWriting}}`;
}
