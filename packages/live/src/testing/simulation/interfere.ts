import type { ParticipantId, PhaseId } from '@rondo/meeting';
import { chanceOf, markersIn, type Chance } from '../chance.ts';
import { meetingMove } from '../meeting-play.ts';
import type { Move, PhasePlay, PlayAt } from '../play.ts';
import type { Heard } from './evidence.ts';
import { NO_FAULTS } from './faults.ts';
import { firstDifference, heardBy } from './heard-by.ts';
import { leadTo } from './lead-through.ts';
import { setStage, type Run, type Stage } from './stage.ts';
import type { Tab } from './tab.ts';

/** What somebody could have told two histories apart by. */
export interface Interference {
  readonly viewer: ParticipantId;
  /** The first difference in what the viewer heard; null: not a byte. */
  readonly difference: string | null;
  /** Texts that turned up before whom they were hidden from. */
  readonly leaks: readonly string[];
  /** How many moves were really different in the two. */
  readonly twins: number;
}

export interface TwinRun extends Run {
  /** The phase in which the histories differ; everything before it is the same in both. */
  readonly kind: string;
}

/** Long enough for a command to be answered and to reach everybody, ms. */
const ANSWERED = 300;
/** Things that happen in each phase before. */
const BEFORE = 12;
const STEPS = 60;
/** Moves of the meeting that would end the phase, which is when what was hidden is shown. */
const ENDING = new Set([
  'openPhase',
  'finishPhase',
  'skipPhase',
  'movePhase',
  'endMeeting',
  'removePerson',
]);

/**
 * Plays one meeting twice, the second time with other secrets: another text on a face-down card, a
 * vote for another topic. One of the people is the viewer: whoever they are, whenever they come,
 * come back or take over the role of the facilitator, both times they have to hear the same bytes.
 */
export async function interfere(run: TwinRun): Promise<Interference> {
  // A script of its own, so that chance in the two histories runs in step.
  const script = chanceOf(run.seed + 1_000_000);
  const play = run.plays.find(({ kind }) => kind === run.kind);
  if (!play) throw new Error(`nobody knows how to play ${run.kind}`);
  const stages = await Promise.all([setStage(run, NO_FAULTS), setStage(run, NO_FAULTS)] as const);
  const [first] = stages;
  const pair = (act: (stage: Stage) => void): void => stages.forEach(act);
  const wait = async (ms: number): Promise<void> => {
    for (const stage of stages) await stage.time.advance(ms);
  };

  pair((stage) => stage.startServer());
  const isLate = script.oneIn(3);
  const viewerAt = script.below(first.players.length);
  pair((stage) =>
    stage.players.forEach((player, index) => {
      if (index !== viewerAt || !isLate) stage.open(player);
    }),
  );
  await wait(3_000);

  /** Who is in the meeting and at their screen, as the same index in both histories. */
  const pick = (): number | undefined =>
    script.pick(first.tabs().flatMap((tab, index) => (tab.client.getState().view ? [index] : [])));
  const both = (index: number): [Tab, Tab] | null => {
    const [a, b] = [stages[0].tabs()[index], stages[1].tabs()[index]];
    return a && b ? [a, b] : null;
  };
  const same = (index: number, phase: PhaseId | null, move: Move): void => {
    for (const tab of both(index) ?? []) tab.send(phase, move);
  };

  for (const phase of leadingTo(first, run.kind)) {
    leadTo(stages, phase);
    await wait(ANSWERED);
    for (let step = 0; step < BEFORE; step++) {
      const index = pick();
      if (index !== undefined) warmUp(run, first, index, script, same);
      await wait(ANSWERED);
    }
  }
  leadTo(stages, phaseOf(first, run.kind));
  await wait(ANSWERED);

  let twins = 0;
  const hidden = new Map<ParticipantId, Set<string>>();
  const viewer = first.players[viewerAt]?.visitor.person;
  if (!viewer) throw new Error('a viewer is one of the people');
  for (let step = 0; step < STEPS; step++) {
    if (script.oneIn(12)) {
      pair((stage) => comeAnew(stage, viewerAt));
      await wait(2_000);
      continue;
    }
    const index = pick();
    const tabs = index === undefined ? null : both(index);
    if (index === undefined || !tabs) continue;
    if (script.oneIn(6)) {
      const at = atOf(tabs[0], script);
      const move = at && meetingMove({ ...at, now: first.time.now() });
      if (move && !ENDING.has(move.name)) same(index, null, move);
    } else if (playTwins(play, tabs, script, viewer, hidden)) twins++;
    await wait(ANSWERED);
  }
  pair((stage) => comeAnew(stage, viewerAt));
  await wait(3_000);

  const [a, b] = stages.map((stage) => stage.evidence().heard);
  return {
    viewer,
    difference: firstDifference(heardBy(viewer, a ?? []), heardBy(viewer, b ?? [])),
    leaks: leaksIn(a ?? [], hidden),
    twins,
  };
}

function atOf({ client }: Tab, chance: Chance): Omit<PlayAt, 'phase'> | null {
  const { view, me } = client.getState();
  return view && me ? { view, me, steers: view.board.facilitator === me, chance } : null;
}

/** Something happens in the phases before, the same in both histories. */
function warmUp(
  { plays }: Run,
  stage: Stage,
  index: number,
  script: Chance,
  same: (index: number, phase: PhaseId | null, move: Move) => void,
): void {
  const tab = stage.tabs()[index];
  const at = tab && atOf(tab, script);
  if (!at) return;
  const { board } = at.view;
  const kind = board.phases[board.at]?.kind;
  const move = plays.find((each) => each.kind === kind)?.move({ ...at, phase: board.at });
  if (move) same(index, board.at, move);
}

const phaseOf = (stage: Stage, kind: string): PhaseId => {
  const { board } = stage.evidence().start;
  const phase = board.flow.find((id) => board.phases[id]?.kind === kind);
  if (!phase) throw new Error(`the flow has no ${kind}`);
  return phase;
};

const leadingTo = (stage: Stage, kind: string): readonly PhaseId[] => {
  const { flow } = stage.evidence().start.board;
  return flow.slice(0, flow.indexOf(phaseOf(stage, kind)));
};

/** The viewer comes for the first time, or back: with what they knew, or with nothing. */
function comeAnew(stage: Stage, viewerAt: number): void {
  const player = stage.players[viewerAt];
  if (!player) return;
  const tab = stage.tabs().find((each) => each.player === player);
  if (tab) stage.close(tab, true);
  stage.open(player);
}

/** True when the two moves differed. The viewer's own are the same in both: they know what they do. */
function playTwins(
  play: PhasePlay,
  [a, b]: [Tab, Tab],
  script: Chance,
  viewer: ParticipantId,
  hidden: Map<ParticipantId, Set<string>>,
): boolean {
  const [atA, atB] = [atOf(a, script), atOf(b, script)];
  if (!atA || !atB) return false;
  const phase = atA.view.board.flow.find((id) => atA.view.board.phases[id]?.kind === play.kind);
  if (!phase) return false;
  const move = play.move({ ...atA, phase });
  if (!move) return false;
  const isViewer = a.player.visitor.person === viewer;
  const twinOrNone = play.twin ? play.twin(move, { ...atA, phase }, { ...atB, phase }) : move;
  if (!twinOrNone) return false;
  const twin = isViewer ? move : twinOrNone;
  a.send(phase, move);
  b.send(phase, twin);
  const isDifferent = JSON.stringify(move) !== JSON.stringify(twin);
  if (isDifferent) {
    const mine = hidden.get(atA.me) ?? new Set();
    for (const marker of markersIn(JSON.stringify(move))) mine.add(marker);
    hidden.set(atA.me, mine);
  }
  return isDifferent;
}

function leaksIn(
  heard: readonly Heard[],
  hidden: ReadonlyMap<ParticipantId, ReadonlySet<string>>,
): string[] {
  return [...hidden].flatMap(([author, markers]) =>
    heard
      .filter(({ person }) => person !== author)
      .flatMap(({ person, texts }) =>
        markersIn(texts.join('\n'))
          .filter((marker) => markers.has(marker))
          .map((marker) => `${person} heard ${marker} of ${author}`),
      ),
  );
}
