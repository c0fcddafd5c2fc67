import type { Page } from 'playwright-core';

/** What this person's browser is allowed to ask the server for, without the screens. */
export async function post(page: Page, path: string, body: object): Promise<unknown> {
  return page.evaluate(
    async ([to, text]) => {
      const answer = await fetch(`/api/${to}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: text,
      });
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    [path, JSON.stringify(body)] as const,
  );
}

/** The team on whose page this person is. */
export const teamOf = (page: Page): string => {
  const id = /\/teams\/([^/?]+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`not on a team’s page: ${page.url()}`);
  return id;
};

/** Starts a meeting with windows shorter than anybody would choose on a screen. @returns its path */
export async function startDirectly(
  page: Page,
  plan: { activity: string; windows: readonly object[] },
): Promise<string> {
  const started = await post(page, `teams/${teamOf(page)}/meetings`, plan);
  // As the contract has it.
  return `/m/${(started as { meeting: string }).meeting}`;
}

/** Keeps an activity of the team's own, made of these steps. @returns its id */
export async function compose(
  page: Page,
  name: string,
  flow: readonly { kind: string; title?: string; settings?: object }[],
): Promise<string> {
  const made = await post(page, `teams/${teamOf(page)}/activities`, {
    content: {
      category: 'workshop',
      name,
      summary: `${name}, in short.`,
      purpose: `For whoever needs ${name}.`,
      minutes: 30,
      people: { min: 1, max: 20 },
      suits: ['live'],
      hues: ['moss', 'sky'],
      keywords: { en: [], de: [] },
      flow,
    },
  });
  // As the contract has it.
  return (made as { activity: string }).activity;
}
