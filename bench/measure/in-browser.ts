// What people feel: a real browser at the speed of a mid-range phone, on the production build.
import { chromium, type Browser } from 'playwright-core';
import { weighWebApp } from '../../tools/budget.ts';
import { chromiumPath, launchArgs } from '../../tools/chromium.ts';
import { buildWebAppIfChanged } from '../../tools/launch/web-app.mjs';
import type { Bench } from '../bench.ts';
import { dragAcross } from '../browser/drag.ts';
import { typeFirstCard } from '../browser/first-card.ts';
import { addOwnCards } from '../browser/own-action.ts';
import { openPhone } from '../browser/phone.ts';
import { phaseIds, playedMeeting, writingMeeting } from '../rondo/document.ts';
import { startRondoProcess, type RondoProcess } from '../rondo/process.ts';
import { guestCookie, seedMeetings } from '../rondo/seed.ts';
import { repository } from '../work-folder.ts';
import { quietMoment } from './quiet.ts';

const PEOPLE = 50;
const CARDS = 400;
const OWN_CARDS = 9;

export async function measureInBrowser(bench: Bench): Promise<void> {
  await buildWebAppIfChanged(repository, process.execPath);
  const [untilFirstCard, ...phases] = await weighWebApp();
  bench.results.figure('js_until_first_card_bytes', untilFirstCard?.bytes ?? Number.NaN);
  bench.results.figure('phase_chunk_max_bytes', Math.max(...phases.map(({ bytes }) => bytes)));

  const server = await startRondoProcess(bench.database);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: launchArgs() });
  try {
    await bench.repeat(async (repetition) => {
      await quietMoment(bench.patience);
      await measureFirstCard(bench, server, browser, repetition);
      await measureLargeBoard(bench, server, browser, repetition);
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}

const urlOf = ({ port }: RondoProcess) => `http://127.0.0.1:${port}`;

async function measureFirstCard(
  bench: Bench,
  server: RondoProcess,
  browser: Browser,
  repetition: number,
): Promise<void> {
  const size = { meetings: 1, people: 2 };
  const { meetings } = await seedMeetings(
    server.databaseUrl,
    `writing${repetition}`,
    size,
    writingMeeting(size.people),
  );
  const phone = await openPhone(browser, urlOf(server), { screen: 'narrow' });
  const { ms, scriptBytes } = await typeFirstCard(phone, meetings[0] ?? '');
  await phone.close();
  bench.results.figure('link_to_first_card_ms', ms);
  bench.results.figure('js_received_by_first_card_bytes', scriptBytes);
  bench.progress(`first card after ${Math.round(ms)} ms and ${scriptBytes} bytes of JavaScript`);
}

async function measureLargeBoard(
  bench: Bench,
  server: RondoProcess,
  browser: Browser,
  repetition: number,
): Promise<void> {
  const doc = playedMeeting(PEOPLE, CARDS);
  const size = { meetings: 1, people: PEOPLE };
  for (const phase of ['collect', 'group'] as const) {
    doc.board.at = phaseIds[phase];
    const { meetings, keys } = await seedMeetings(
      server.databaseUrl,
      `${phase}${repetition}`,
      size,
      doc,
    );
    const cookie = guestCookie(meetings[0], keys[0]?.[1]);
    const phone = await openPhone(browser, urlOf(server), { screen: 'wide', cookie });
    await phone.page.goto(`/m/${meetings[0]}`);
    if (phase === 'collect') {
      for (const { inPageMs, paintedMs } of await addOwnCards(phone.page, OWN_CARDS)) {
        bench.results.figure('own_action_to_screen_ms', inPageMs);
        bench.results.figure('own_action_painted_ms', paintedMs);
      }
    } else {
      const longest = await dragAcross(phone.page);
      bench.results.figure('drag_longest_task_ms', longest);
      bench.progress(`longest task while dragging: ${Math.round(longest)} ms`);
    }
    await phone.close();
  }
}
