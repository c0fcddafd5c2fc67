import { Agent, request } from 'node:http';

export interface Requests {
  /** Stops asking; how many were answered, and what went wrong with the others. */
  readonly stop: () => Promise<{ answered: number; wrong: string[] }>;
}

/** Asks without a pause whether people may come, as proxies do: some on connections that stay open, some on a new one each time. */
export function requests(url: string): Requests {
  let isOver = false;
  let answered = 0;
  const wrong: string[] = [];
  const ask = async (agent: Agent | false): Promise<void> => {
    while (!isOver) {
      const problem = await once(`${url}/ready`, agent);
      if (problem === undefined) answered++;
      else wrong.push(problem);
      await new Promise((resume) => setTimeout(resume, 5));
    }
  };
  const keeping = new Agent({ keepAlive: true, maxSockets: 1 });
  const all = [ask(keeping), ask(new Agent({ keepAlive: true })), ask(false), ask(false)];
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(all);
      keeping.destroy();
      return { answered, wrong };
    },
  };
}

/** Undefined: it was answered as it should be. */
function once(url: string, agent: Agent | false): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asking = request(url, { agent }, (response) => {
      response.resume();
      response.on('error', (error) => resolve(error.message));
      response.on('end', () =>
        resolve(response.statusCode === 200 ? undefined : `status ${response.statusCode}`),
      );
    });
    asking.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    asking.end();
  });
}
