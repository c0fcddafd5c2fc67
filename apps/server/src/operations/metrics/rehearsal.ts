import type { EchoFigures } from '../rehearsal/echo.ts';
import { single, type Family } from './exposition.ts';

/** Sockets that only rehearse: no people, and not among the connections of people. */
export function rehearsalFamilies({ open, accepted, refused }: EchoFigures): Family[] {
  return [
    single('rondo_rehearsal_connections', 'gauge', 'Sockets of rehearsals.', open),
    {
      name: 'rondo_rehearsal_handshakes_total',
      type: 'counter',
      help: 'Sockets that a rehearsal has asked for.',
      samples: [
        { labels: { outcome: 'accepted' }, value: accepted },
        { labels: { outcome: 'turned-away' }, value: refused },
      ],
    },
  ];
}
