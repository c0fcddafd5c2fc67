import type { LiveFigures } from '../../live/live.ts';
import { single, type Family } from './exposition.ts';

/** What the live engine of this server has to do, and what it has done since it started. */
export function meetingFamilies(figures: LiveFigures): Family[] {
  const gauge = (name: string, help: string, value: number): Family =>
    single(`rondo_live_${name}`, 'gauge', help, value);
  const counter = (name: string, help: string, value: number): Family =>
    single(`rondo_live_${name}_total`, 'counter', help, value);
  const { accepted, turnedAway, turnedAwayFor } = figures;
  return [
    gauge('rooms', 'Meetings in the memory of this server.', figures.rooms),
    gauge('connections', 'Connections of people, sockets and streams.', figures.connections),
    gauge('capacity', 'The most connections that are let in, whoever they are.', figures.capacity),
    gauge(
      'expected_back',
      'Connections that were told to wait and are not back yet.',
      figures.expectedBack,
    ),
    gauge('waiting_commands', 'Commands that are not yet committed.', figures.waiting),
    gauge('send_queue_bytes', 'Handed over to connections and not yet sent.', figures.unsent),
    gauge('other_nodes', 'Other servers on the same database, heard of lately.', figures.peers),
    {
      name: 'rondo_live_handshakes_total',
      type: 'counter',
      help: 'Connections that came to the door.',
      samples: [
        { labels: { outcome: 'accepted' }, value: accepted },
        { labels: { outcome: 'turned-away' }, value: turnedAway },
      ],
    },
    {
      name: 'rondo_live_turned_away_total',
      type: 'counter',
      help: 'Connections that were told to come back later, and why.',
      samples: Object.entries(turnedAwayFor).map(([reason, value]) => ({
        labels: { reason },
        value,
      })),
    },
    counter('commands', 'Commands carried out or refused.', figures.commands),
    counter('refused_commands', 'Commands refused.', figures.refused),
    counter('entries', 'Entries committed to logs.', figures.entries),
    counter('batches', 'Statements that committed entries.', figures.batches),
    counter('conflicts', 'Entries that another server was first with.', figures.conflicts),
    counter('views', 'Whole views sent, instead of what was missed.', figures.views),
    counter('slow_readers', 'Connections that fell behind.', figures.slowReaders),
  ];
}
