import type { Brought, ParticipantId, Registry } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import { estimate, type Ballot, type EstimateState } from '../domain/index.ts';

const registry: Registry = { seed: seedKind, estimate };

/** A meeting with stories a, b and c, being estimated in one dimension unless the settings say otherwise. */
export function start(
  settings: object = {},
  stories = ['a', 'b', 'c'],
  brought?: Brought,
): Sitting {
  const flow = [{ kind: 'estimate', settings }, 'seed'];
  const s = sitting(registry, flow, { ...(brought && { brought }) });
  s.present.add(s.host);
  for (const id of stories) add(s, id);
  return s;
}
export const enter = (s: Sitting, name: string): ParticipantId => {
  const person = s.enter(name);
  s.present.add(person);
  return person;
};
export const act = (s: Sitting, name: string, args: object, who = s.host) =>
  s.refusal(who, 'estimate', name, args);
export const story = (id: string, task: string | null = null) => ({
  id,
  title: `Story ${id}`,
  link: null,
  description: '',
  acceptance: '',
  task,
});
export const add = (s: Sitting, id: string, who = s.host) =>
  act(s, 'addStories', { stories: [story(id)] }, who);
export const state = (s: Sitting) => s.phaseOf('estimate').state as EstimateState;
export const ballot = (s: Sitting, id = 'a', dimension = 'effort'): Ballot | undefined =>
  state(s).stories[id as never]?.['ballots'][dimension];
export const at = (id = 'a', dimension = 'effort') => ({ story: id, dimension });
export const pick = (s: Sitting, who: ParticipantId, value: string | null, id = 'a', round = 1) =>
  act(s, 'pick', { ...at(id), round, value }, who);
export const reveal = (s: Sitting, id = 'a', round = 1, who = s.host) =>
  act(s, 'reveal', { which: { ...at(id), round } }, who);
export const whenAll = (s: Sitting, id = 'a', round = 1) =>
  act(s, 'revealIfAll', { which: { ...at(id), round } });
