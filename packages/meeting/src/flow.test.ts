import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFlow, takenBackBy } from './flow.ts';
import type { Registry } from './phase-kind.ts';
import { noteKind, noteState, sitting, type Sitting } from './testing/index.ts';

const registry: Registry = {
  hello: noteKind('hello'),
  cards: noteKind('cards', ['cards', 'topics']),
  sort: noteKind('sort', ['topics'], ['cards']),
  talk: noteKind('talk', [], ['topics']),
  bye: noteKind('bye'),
};
const FLOW = ['hello', 'cards', 'sort', 'talk', 'bye'];

const status = (s: Sitting): string =>
  s.doc.board.flow
    .map((id) => {
      const { status, begun } = s.doc.board.phases[id]!;
      return status === 'ahead' && begun ? 'paused' : status;
    })
    .join(' ');
const log = (s: Sitting, kind: string): string[] => noteState(s.phaseOf(kind).state).log;
const shown = (s: Sitting, kind: string): string[] => noteState(s.phaseOf(kind).state).shown;

describe('a flow', () => {
  test('is sound when every phase finds what it needs before it', () => {
    expect(checkFlow(FLOW, registry)).toEqual([]);
    expect(checkFlow(['talk', 'cards', 'nonsense'], registry)).toEqual([
      { index: 0, kind: 'talk', missing: 'topics' },
      { index: 2, kind: 'nonsense', missing: 'kind' },
    ]);
  });
});

describe('a meeting', () => {
  test('begins with its first phase open', () => {
    const s = sitting(registry, FLOW);
    expect(status(s)).toBe('open ahead ahead ahead ahead');
    expect(s.doc.board.at).toBe('hello-1');
    expect(log(s, 'hello')).toEqual(['open']);
  });

  test('needs at least one phase, and kinds that exist', () => {
    expect(() => sitting(registry, [])).toThrow('missing-input');
    expect(() => sitting(registry, ['nonsense'])).toThrow('unknown-phase');
    expect(() => sitting(registry, [{ kind: 'hello', settings: { odd: 1 } }])).toThrow('odd');
  });
});

describe('finishing a phase', () => {
  test('shows what the hands hold and opens the next', () => {
    const s = sitting(registry, FLOW);
    s.run(s.host, 'hello', 'write', { text: 'hi' });
    expect(shown(s, 'hello')).toEqual([]);
    s.finish('hello');
    expect(status(s)).toBe('done open ahead ahead ahead');
    expect(shown(s, 'hello')).toEqual(['hi']);
  });

  test('twice by two clicks finishes one: the second is stale', () => {
    const s = sitting(registry, FLOW);
    const phase = s.phase('hello');
    expect(s.refusal(s.host, null, 'finishPhase', { phase })).toBeNull();
    expect(s.refusal(s.host, null, 'finishPhase', { phase })).toBe('stale');
    expect(status(s)).toBe('done open ahead ahead ahead');
  });

  test('that is the last leaves nothing open', () => {
    const s = sitting(registry, FLOW);
    s.lead('bye');
    s.finish('bye');
    expect(status(s)).toBe('done ahead ahead ahead done');
  });

  test('empties the list of who is ready, and stops its timer', () => {
    const s = sitting(registry, FLOW);
    s.run(s.host, null, 'setReady', { phase: s.phase('hello'), ready: true });
    s.run(s.host, null, 'startTimer', { phase: s.phase('hello'), seconds: 60 });
    s.finish('hello');
    expect(s.doc.board.timer).toBeNull();
    s.lead('hello');
    expect(s.phaseOf('hello').ready).toEqual({});
  });
});

describe('leading to a phase', () => {
  test('forward closes what is open and leaves out nothing for good', () => {
    const s = sitting(registry, FLOW);
    s.lead('talk');
    expect(status(s)).toBe('done ahead ahead open ahead');
  });

  test('back pauses what is open, with all that the hands hold', () => {
    const s = sitting(registry, FLOW);
    s.lead('cards');
    s.run(s.host, 'cards', 'write', { text: 'mine' });
    s.lead('hello');
    expect(status(s)).toBe('open paused ahead ahead ahead');
    expect(shown(s, 'cards')).toEqual([]);
    s.finish('hello');
    expect(log(s, 'cards')).toEqual(['open', 'open']);
    s.finish('cards');
    expect(shown(s, 'cards')).toEqual(['mine']);
  });

  test('past a paused phase closes it: what the hands hold is never passed by', () => {
    const s = sitting(registry, FLOW);
    s.lead('cards');
    s.run(s.host, 'cards', 'write', { text: 'mine' });
    s.lead('hello');
    s.lead('talk');
    expect(status(s)).toBe('done done ahead open ahead');
    expect(shown(s, 'cards')).toEqual(['mine']);
  });

  test('to one that is open changes nothing but where the facilitator is', () => {
    const s = sitting(registry, FLOW);
    s.lead('hello');
    expect(log(s, 'hello')).toEqual(['open']);
  });

  test('back to a finished one opens it again', () => {
    const s = sitting(registry, FLOW);
    s.finish('hello');
    s.lead('hello');
    expect(log(s, 'hello')).toEqual(['open', 'close', 'reopen', 'open']);
  });

  test('pauses the finished phases behind it that stand on what it gives', () => {
    const s = sitting(registry, FLOW);
    for (const kind of FLOW.slice(0, 4)) s.finish(kind);
    expect(status(s)).toBe('done done done done open');
    expect(takenBackBy(s.doc.board, registry, s.phase('bye'))).toEqual([]);
    expect(takenBackBy(s.doc.board, registry, s.phase('cards'))).toEqual(['sort-3', 'talk-4']);
    s.lead('cards');
    expect(status(s)).toBe('done open paused paused paused');
    expect(log(s, 'talk')).toEqual(['open', 'close', 'reopen']);
    expect(log(s, 'bye')).toEqual(['open']);
    s.finish('cards');
    s.finish('sort');
    expect(status(s)).toBe('done done done open paused');
  });

  test('to a phase that is not there is refused', () => {
    const s = sitting(registry, FLOW);
    expect(s.refusal(s.host, null, 'openPhase', { phase: 'talk-9' })).toBe('unknown-phase');
    expect(s.refusal(s.host, null, 'openPhase', { phase: 'constructor' })).toBe('bad-arguments');
  });
});

describe('skipping a phase', () => {
  test('leaves one out that is ahead', () => {
    const s = sitting(registry, FLOW);
    s.run(s.host, null, 'skipPhase', { phase: s.phase('cards') });
    s.finish('hello');
    expect(status(s)).toBe('done skipped open ahead ahead');
    expect(log(s, 'cards')).toEqual([]);
  });

  test('that is open or paused shows what was written first', () => {
    const s = sitting(registry, FLOW);
    s.run(s.host, 'hello', 'write', { text: 'one' });
    s.run(s.host, null, 'skipPhase', { phase: s.phase('hello') });
    expect(status(s)).toBe('skipped open ahead ahead ahead');
    s.run(s.host, 'cards', 'write', { text: 'two' });
    s.lead('hello');
    s.run(s.host, null, 'skipPhase', { phase: s.phase('cards') });
    expect(status(s)).toBe('open skipped ahead ahead ahead');
    expect([shown(s, 'hello'), shown(s, 'cards')]).toEqual([[], ['two']]);
  });

  test('that is over or skipped is stale', () => {
    const s = sitting(registry, FLOW);
    s.finish('hello');
    expect(s.refusal(s.host, null, 'skipPhase', { phase: s.phase('hello') })).toBe('stale');
  });
});

describe('moving a phase', () => {
  test('puts one that is ahead behind another, as long as all find what they need', () => {
    const s = sitting(registry, FLOW);
    const [hello, cards, sort, talk, bye] = s.doc.board.flow;
    expect(s.refusal(s.host, null, 'movePhase', { phase: bye, behind: hello })).toBeNull();
    expect(s.doc.board.flow).toEqual([hello, bye, cards, sort, talk]);
    expect(s.refusal(s.host, null, 'movePhase', { phase: talk, behind: null })).toBe(
      'missing-input',
    );
    expect(s.refusal(s.host, null, 'movePhase', { phase: hello, behind: talk })).toBe('stale');
    expect(s.refusal(s.host, null, 'movePhase', { phase: talk, behind: talk })).toBe(
      'unknown-phase',
    );
    expect(s.refusal(s.host, null, 'movePhase', { phase: talk, behind: 'x' })).toBe(
      'unknown-phase',
    );
  });
});

describe('ending a meeting', () => {
  test('closes what is open or paused and refuses all but coming in', () => {
    const s = sitting(registry, FLOW);
    s.lead('cards');
    s.run(s.host, 'cards', 'write', { text: 'mine' });
    s.lead('hello');
    s.now += 5_000;
    s.end();
    expect(status(s)).toBe('done done ahead ahead ahead');
    expect(shown(s, 'cards')).toEqual(['mine']);
    expect(s.doc.board).toMatchObject({ status: 'ended', endedAt: s.now, timer: null });
    expect(s.refusal(s.host, 'hello', 'say', { text: 'x' })).toBe('ended');
    expect(s.refusal(s.host, null, 'endMeeting')).toBe('ended');
    expect(s.refusal(s.host, null, 'addTask')).toBe('ended');
    expect(
      s.refusal(null, null, 'enter', { person: 'new', name: 'N', role: 'member', lead: false }),
    ).toBe('ended');
  });

  test('can be taken back by any member, who then steers, where it was left', () => {
    const s = sitting(registry, FLOW);
    const ann = s.enter('Ann');
    const guest = s.enter('Guest', { role: 'guest' });
    expect(s.refusal(ann, null, 'reopenMeeting')).toBe('stale');
    s.lead('sort');
    s.end();
    expect(s.refusal(guest, null, 'reopenMeeting')).toBe('not-allowed');
    s.run(ann, null, 'reopenMeeting');
    expect(s.doc.board).toMatchObject({ status: 'running', endedAt: null, facilitator: ann });
    expect(status(s)).toBe('done ahead open ahead ahead');
    expect(s.refusal(s.host, null, 'reopenMeeting')).toBe('stale');
  });
});

describe('whatever way people go through a meeting', () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constantFrom('openPhase', 'finishPhase', 'skipPhase'),
      on: fc.nat({ max: 4 }),
    }),
    fc.record({ do: fc.constant('movePhase'), on: fc.nat({ max: 4 }), behind: fc.nat({ max: 4 }) }),
    fc.record({ do: fc.constant('write'), on: fc.nat({ max: 4 }) }),
  );

  test('at most one phase is open, and at the end everything written has been shown', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const s = sitting(registry, FLOW);
        const ids = s.doc.board.flow;
        const written = new Map(ids.map((id) => [id, [] as string[]]));
        steps.forEach((each, n) => {
          const phase = ids[each.on]!;
          if (each.do === 'write') {
            const text = `w${n}`;
            if (s.refusal(s.host, phase, 'write', { text }) === null)
              written.get(phase)!.push(text);
          } else {
            const args = 'behind' in each ? { phase, behind: ids[each.behind] } : { phase };
            s.refusal(s.host, null, each.do, args);
          }
          const open = ids.filter((id) => s.doc.board.phases[id]!.status === 'open');
          expect(open.length).toBeLessThanOrEqual(1);
          expect(open.length === 0 || open[0] === s.doc.board.at).toBe(true);
          expect([...s.doc.board.flow].sort()).toEqual([...ids].sort());
        });
        s.end();
        for (const id of ids) expect(shown(s, id)).toEqual(written.get(id)!.sort());
      }),
      { numRuns: 500 },
    );
  });
});
