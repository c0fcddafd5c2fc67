import type { Transport } from '@rondo/live/client';
import { LARGEST_FRAME } from '@rondo/live/messages';
import { newId } from '@rondo/live/react';

/** Characters in one post: the server takes four times the largest frame, in bytes. */
const LONGEST_POST = LARGEST_FRAME;

/** How many of these texts one post may carry; at least one. */
function fitting(texts: readonly string[]): number {
  let length = 0;
  const first = texts.findIndex((text) => (length += text.length + 1) > LONGEST_POST);
  return first < 0 ? texts.length : Math.max(1, first);
}

/**
 * For networks that block sockets: server-sent events one way, posts the other. Both carry the same
 * id, which only this connection knows. Posts go one after another, so that nothing overtakes.
 */
export const stream: Transport = {
  connect: (on) => {
    const id = newId<'connection'>();
    const events = new EventSource(`/live/stream?id=${id}`);
    let isOver = false;
    let isPosting = false;
    const texts: string[] = [];

    function end(): void {
      if (isOver) return;
      isOver = true;
      events.close();
      on.close(null);
    }

    async function post(): Promise<void> {
      if (isPosting) return;
      isPosting = true;
      while (texts.length > 0 && !isOver) {
        const body = texts.splice(0, fitting(texts)).join('\n');
        const answer = await fetch(`/live/send?id=${id}`, { method: 'POST', body });
        if (!answer.ok) end();
      }
      isPosting = false;
    }

    events.onopen = () => on.open();
    events.onmessage = ({ data }) => on.message(String(data));
    // The browser would come back by itself, as another connection; that is the client's to decide.
    events.onerror = end;
    return {
      send: (text) => {
        texts.push(text);
        post().catch(end);
      },
      close: () => {
        isOver = true;
        events.close();
      },
    };
  },
};
