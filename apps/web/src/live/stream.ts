import type { Transport } from '@rondo/live/client';
import { newId } from '@rondo/live/react';

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
    let texts: string[] = [];

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
        const body = texts.join('\n');
        texts = [];
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
