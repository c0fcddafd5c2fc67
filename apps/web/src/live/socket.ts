import type { Transport } from '@rondo/live/client';

/** A WebSocket to this page's own server. */
export const socket: Transport = {
  connect: (on) => {
    const url = new URL('/live', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    const web = new WebSocket(url);
    web.onopen = () => on.open();
    web.onmessage = ({ data }) => on.message(String(data));
    // An error is always followed by a close.
    web.onclose = ({ code }) => on.close(code);
    return {
      send: (text) => {
        if (web.readyState === WebSocket.OPEN) web.send(text);
      },
      close: () => web.close(),
    };
  },
};
