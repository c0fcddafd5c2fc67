import type { Page } from 'playwright-core';

/** What this person's browser is allowed to ask the server for, without the screens. */
export async function ask<Answer>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await page.evaluate(
    async ([how, to, text]) => {
      const answered = await fetch(`/api/${to}`, {
        method: how,
        ...(text !== undefined && { headers: { 'content-type': 'application/json' }, body: text }),
      });
      const said = await answered.text();
      if (!answered.ok) throw new Error(`${to}: ${answered.status} ${said}`);
      return said === '' ? null : (JSON.parse(said) as unknown);
    },
    [method, path, body && JSON.stringify(body)] as const,
  );
  // As the contract has it.
  return answer as Answer;
}

export const post = (page: Page, path: string, body: object): Promise<unknown> =>
  ask(page, 'POST', path, body);

/** The oldest organization that somebody is in: mostly the one that they have made with the server. */
export async function organizationOf(page: Page): Promise<string> {
  const { organizations } = await ask<{ organizations: { id: string }[] }>(page, 'GET', 'me');
  return organizations[0]?.id ?? '';
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
  plan: {
    activity: string;
    windows: readonly object[];
    without?: readonly number[];
    review?: boolean;
  },
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
