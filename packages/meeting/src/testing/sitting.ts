import type { Brought } from '../brought.ts';
import { createMeeting, type PlannedPhase } from '../create.ts';
import { emptyHand, type Board, type Doc, type Phase, type View } from '../document.ts';
import type { Id, MeetingId, ParticipantId, PhaseId } from '../ids.ts';
import { outcomeOf, type Outcome } from '../outcome.ts';
import { applied } from '../patch/op.ts';
import { handsIn, type Patch } from '../patch/patch.ts';
import type { Registry } from '../phase-kind.ts';
import { Refused, type RefusalCode } from '../refusal.ts';
import { runOnServer } from '../run.ts';
import { frozen } from './frozen.ts';
import { testWorld } from './world.ts';

export interface Sitting {
  readonly doc: Doc;
  readonly host: ParticipantId;
  /** The id of the first phase of a kind. */
  phase(kind: string): PhaseId;
  phaseOf(kind: string): Phase;
  view(person: ParticipantId): View;
  /** Somebody comes in: a member, unless it says a guest. */
  enter(name: string, who?: { role?: 'member' | 'guest'; lead?: boolean }): ParticipantId;
  /** Carries out a command of a phase (given by kind or id) or, with null, of the meeting. Throws `Refused`. */
  run(who: ParticipantId | null, phase: string | null, name: string, args?: object): Patch;
  /** The code with which the same is refused, null when it is carried out. */
  refusal(
    who: ParticipantId | null,
    phase: string | null,
    name: string,
    args?: object,
  ): RefusalCode | null;
  /** The facilitator leads to a phase. */
  lead(kind: string): void;
  finish(kind: string): void;
  /** Ends the meeting and burns what is burnt then, as the log does. */
  end(): void;
  outcome(): Outcome;
  /** Who counts as connected; nobody at first. */
  present: Set<ParticipantId>;
  now: number;
}

/** A meeting on one document, without network or storage. Everything pure code is given is frozen. */
export function sitting(
  registry: Registry,
  flow: readonly (string | PlannedPhase)[],
  options: {
    seed?: number;
    guests?: 'no' | 'lobby' | 'yes';
    brought?: Brought;
    expected?: Board['expected'];
  } = {},
): Sitting {
  const chance = testWorld(options.seed);
  const host = 'host' as Id<'participant'>;
  let people = 0;
  const self: Sitting = {
    doc: frozen(
      createMeeting(
        {
          id: 'meeting' as MeetingId,
          name: 'Sprint 12',
          activity: { id: 'test', name: 'Test' },
          flow: flow.map((each) => (typeof each === 'string' ? { kind: each } : each)),
          guests: options.guests ?? 'yes',
          ...(options.brought && { brought: options.brought }),
          ...(options.expected && { expected: options.expected }),
          host: { id: host, person: { name: 'Host', role: 'member', lead: false, state: 'in' } },
        },
        registry,
        chance,
      ),
    ),
    host,
    present: new Set(),
    now: chance.now,

    phase(kind) {
      const { board } = self.doc;
      const found = board.flow.find((id) => id === kind || board.phases[id]?.kind === kind);
      if (!found) throw new Error(`no phase ${kind}`);
      return found;
    },
    phaseOf: (kind) => self.doc.board.phases[self.phase(kind)]!,
    view: (person) => ({ board: self.doc.board, hand: self.doc.hands[person] ?? emptyHand() }),

    enter(name, { role = 'member', lead = false } = {}) {
      people += 1;
      const person = `person-${people}` as ParticipantId;
      self.run(null, null, 'enter', { person, name, role, lead });
      return person;
    },

    run(who, phase, name, args = {}) {
      const request = { phase: phase === null ? null : self.phase(phase), name, args };
      const world = { ...chance, now: self.now, present: self.present };
      const patch = runOnServer(self.doc, who, request, registry, world);
      // The registry is the type's only promise; the mutable view of it belongs to this closure.
      (self as { doc: Doc }).doc = frozen(after(self.doc, patch));
      return patch;
    },

    refusal(who, phase, name, args) {
      try {
        self.run(who, phase, name, args);
        return null;
      } catch (error) {
        if (error instanceof Refused) return error.code;
        throw error;
      }
    },

    lead: (kind) =>
      void self.run(self.doc.board.facilitator, null, 'openPhase', { phase: self.phase(kind) }),
    finish: (kind) =>
      void self.run(self.doc.board.facilitator, null, 'finishPhase', { phase: self.phase(kind) }),
    end() {
      self.run(self.doc.board.facilitator, null, 'endMeeting');
      (self as { doc: Doc }).doc = { board: self.doc.board, hands: {}, ledger: { executed: {} } };
    },
    outcome: () => outcomeOf(self.doc.board, registry),
  };
  return self;
}

/** The document with a patch on it; the old one stays as it is. */
export function after(doc: Doc, patch: Patch): Doc {
  const hands = { ...doc.hands };
  for (const person of handsIn(patch)) {
    hands[person] = applied(hands[person] ?? emptyHand(), patch.hands[person] ?? []);
  }
  return {
    board: applied(doc.board, patch.board),
    hands,
    ledger: applied(doc.ledger, patch.ledger),
  };
}
