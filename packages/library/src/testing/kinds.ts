import { localText, outline, phaseKind, type Material, type Registry } from '@rondo/meeting';
import * as z from 'zod/mini';

/** A few phase kinds of the shapes that real ones have, so that the library is tested without knowing those. */
function kind(
  name: string,
  settings: z.ZodMiniType<object>,
  needs: Material[],
  gives: Material[],
): Registry {
  const { define } = phaseKind(outline(name, name, { needs, gives }));
  return {
    [name]: define({
      settings,
      state: () => ({}),
      hand: () => ({}),
      commands: [],
    }),
  };
}

const Prompt = z.strictObject({
  id: z.string(),
  title: localText(60),
  hue: z.enum(['moss', 'clay', 'sky']),
});

export const kinds: Registry = {
  ...kind(
    'chat',
    z.strictObject({ rounds: z._default(z.int().check(z.gte(1), z.lte(9)), 1) }),
    [],
    [],
  ),
  ...kind(
    'gather',
    z.strictObject({
      anonymous: z._default(z.boolean(), true),
      prompts: z.array(Prompt).check(z.minLength(1), z.maxLength(3)),
    }),
    [],
    ['cards'],
  ),
  ...kind('vote', z.strictObject({ votes: z._default(z.int(), 5) }), ['cards'], ['votes']),
};
