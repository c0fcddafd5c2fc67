interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Asks the database for many alike in one statement: most of what a short statement costs, here and
 * there, is being one. One at a time: what is asked for meanwhile goes together in the next.
 * @param askAll answers in the order of what was asked
 */
export function together<Asked, Answer>(
  askAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let isAsking = false;

  const ask = async (all: readonly Waiting<Asked, Answer>[]): Promise<void> => {
    try {
      const answers = await askAll(all.map(({ asked }) => asked));
      // As many as were asked for.
      all.forEach(({ answer }, i) => answer(answers[i] as Answer));
    } catch (error) {
      for (const { fail } of all) fail(error);
    }
  };

  const askOn = async (): Promise<void> => {
    while (waiting.length > 0) {
      const all = waiting;
      waiting = [];
      await ask(all);
    }
    isAsking = false;
  };

  return (asked) =>
    new Promise((answer, fail) => {
      waiting.push({ asked, answer, fail });
      if (isAsking) return;
      isAsking = true;
      // What else this turn asks for goes along.
      setImmediate(() => void askOn());
    });
}
