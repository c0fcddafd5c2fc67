import { setTimeout as pause } from 'node:timers/promises';
import type { Scene } from '../play.ts';

/** More people than on the day before, at the same hour. */
const MORE = 1.3;
const WORK_MS = 6_000;

export const nextPeak: Scene = {
  name: 'the next peak',
  title: '6  The next day. More people than ever',
  run: async ({ stage: { fresh }, tell, crowd, people, isQuick }) => {
    crowd.goHome();
    const coming = Math.round(people * MORE);
    tell.say(`everybody has gone home; ${coming} people come within a few seconds`);
    await crowd.come(coming, isQuick ? 4_000 : 10_000);
    crowd.work();
    await pause(WORK_MS);
    const metrics = await fetch(`http://127.0.0.1:${fresh.server}/metrics`).then((answer) =>
      answer.text(),
    );
    const figures = metrics.matchAll(/^rondo_live_turned_away_total\{[^}]*\} (\S+)/gm);
    const away = [...figures].reduce((all, [, figure]) => all + Number(figure), 0);
    tell.say(
      `${crowd.people().length} people are in ${crowd.meetings()} meetings; Rondo itself has made ${away === 0 ? 'nobody' : `${away} of them`} wait`,
    );
  },
};
