import type { Language } from '../accounts/letters.ts';
import type { Db } from '../database/database.ts';
import type { Letter } from '../mail/letter.ts';
import type { Post } from '../mail/post.ts';
import { notify } from '../notifications/notify.ts';
import { addressed, payersOf } from '../plans/payers.ts';

/** Tells owners and who looks after payment that one did not go through. */
export async function tellOfFailedPayment(
  tx: Db,
  post: Post,
  organization: string,
  message: string,
): Promise<void> {
  const payers = await payersOf(tx, organization);
  const { name, language } = await addressed(tx, organization);
  await notify(tx, {
    kind: 'payment-failed',
    to: payers.map(({ id }) => id),
    team: null,
    about: { organization },
    once: message,
  });
  const url = post.link(`/organizations/${organization}#plan`);
  for (const payer of payers) {
    const letter = failedLetter(payer.language ?? language, name, url);
    await post.queue(tx, { to: payer.email, kind: 'payment-failed', letter });
  }
}

function failedLetter(language: Language, organization: string, url: string): Letter {
  return {
    en: {
      language,
      subject: `A payment for ${organization} did not go through`,
      paragraphs: [
        'It will be tried again in the next days. Nothing changes meanwhile, for anybody.',
        'Usually a new card or another bank account is all it takes.',
      ],
      button: { label: 'See the plan', url },
      footnote: 'You get this mail because you look after the plan of the organization.',
    },
    de: {
      language,
      subject: `Eine Zahlung für ${organization} hat nicht geklappt`,
      paragraphs: [
        'In den nächsten Tagen wird es noch einmal versucht. Bis dahin ändert sich für niemanden etwas.',
        'Meist reicht es, eine neue Karte oder ein anderes Konto anzugeben.',
      ],
      button: { label: 'Zum Tarif', url },
      footnote: 'Du bekommst diese Mail, weil du dich um den Tarif der Organisation kümmerst.',
    },
  }[language];
}
