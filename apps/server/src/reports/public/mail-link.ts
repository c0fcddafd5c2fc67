import type { Context } from '../../http/context.ts';
import { unsealedId } from '../../sealed-id.ts';
import { followMailLink, languageOf, type MailLink } from '../subscribe.ts';
import { WORDS } from '../words.ts';
import { notePage } from './page.ts';
import { HTML, sendText } from './send.ts';

const PURPOSES = ['confirm', 'leave'] as const;

/**
 * Answers `/r/mails/…`, the links in our mails. Looking at one changes nothing, as programs look at
 * links before people do; the button on the page, or the one-click of a mail program (RFC 8058), does.
 */
export async function answerMailLink(context: Context, token: string): Promise<void> {
  const { app, request } = context;
  const link = linkIn(app.linkSecret, token);
  const language = link && (await languageOf(app.dbForAll, link));
  if (!link || !language) {
    // Who has left before is told so again: for them it is done.
    const t = WORDS.en;
    const hasLeft = link !== null && link.purpose !== 'confirm';
    const note = hasLeft ? notePage('en', t.left, '') : notePage('en', t.gone, t.goneText);
    return sendText(context, HTML, note, hasLeft ? 200 : 404, 'no-store');
  }
  const t = WORDS[language];
  const isConfirm = link.purpose === 'confirm';
  if (request.method === 'POST') {
    await followMailLink(app.dbForAll, link);
    const said = isConfirm ? t.confirmed : t.left;
    return sendText(context, HTML, notePage(language, said, ''), 200, 'no-store');
  }
  const form = {
    action: `/r/mails/${token}`,
    button: isConfirm ? t.confirmButton : t.leaveButton,
  };
  const asked = notePage(language, isConfirm ? t.confirm : t.leave, '', { form });
  sendText(context, HTML, asked, 200, 'no-store');
}

function linkIn(secret: string, token: string): MailLink | null {
  for (const purpose of PURPOSES) {
    const id = unsealedId(secret, `report ${purpose}`, token);
    if (id !== null) return { purpose, id };
  }
  return null;
}
