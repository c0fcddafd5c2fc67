import { NOTHING_BROUGHT, type Brought } from './brought.ts';
import type { Board, Doc, LocalText, Person, Phase, Window } from './document.ts';
import { settingsOf, steering } from './flow.ts';
import type { Id, MeetingId, ParticipantId, PhaseId } from './ids.ts';
import { applyInPlace } from './patch/op.ts';
import { record } from './patch/record.ts';
import type { Registry, World } from './phase-kind.ts';
import { need } from './refusal.ts';

/** One phase as an activity describes it. */
export interface PlannedPhase {
  kind: string;
  title?: LocalText | undefined;
  tip?: LocalText | undefined;
  minutes?: number | undefined;
  settings?: unknown;
  window?: Window | null | undefined;
}

export interface NewMeeting {
  id: MeetingId;
  name: string;
  activity: Board['activity'];
  flow: readonly PlannedPhase[];
  guests: Board['guests'];
  /** Who starts it and steers at first. */
  host: { id: ParticipantId; person: Person };
  /** Open tasks and agenda of the team. */
  brought?: Brought;
  /** Who is waited for in phases with a window. */
  expected?: Board['expected'];
}

/** The document of a new meeting with its first phase open. Throws where settings don't fit their kind. */
export function createMeeting(plan: NewMeeting, registry: Registry, world: World): Doc {
  const phases: Record<PhaseId, Phase> = {};
  const flow = plan.flow.map((planned, index) => {
    const kind = need(registry[planned.kind], 'unknown-phase');
    // Readable ids, unique within the meeting; another meeting of the activity may have left out a phase.
    const id = `${planned.kind}-${index + 1}` as Id<'phase'>;
    const settings = settingsOf(kind, planned.settings);
    phases[id] = {
      kind: planned.kind,
      title: planned.title ?? null,
      tip: planned.tip ?? null,
      status: 'ahead',
      begun: false,
      minutes: planned.minutes ?? null,
      settings,
      // The kind made these settings a moment ago.
      state: (kind.state as (settings: object, brought: Brought) => object)(
        settings,
        plan.brought ?? NOTHING_BROUGHT,
      ),
      ready: {},
      ...(planned.window && { window: planned.window }),
    };
    return id;
  });
  const first = need(flow[0], 'missing-input');
  const doc: Doc = {
    board: {
      format: 1,
      id: plan.id,
      name: plan.name,
      activity: plan.activity,
      status: 'running',
      startedAt: world.now,
      endedAt: null,
      facilitator: plan.host.id,
      locked: false,
      guests: plan.guests,
      flow,
      at: first,
      phases,
      people: { [plan.host.id]: plan.host.person },
      ...(plan.expected && { expected: plan.expected }),
      timer: null,
      sealed: false,
      cards: {},
      groups: {},
      tasks: {},
    },
    hands: {},
    ledger: { executed: {} },
  };
  applyInPlace(
    doc,
    record(doc, (draft) => steering(draft, registry, plan.host.id, world).begin(first)),
  );
  return doc;
}
