import { id, type ClientId, type MeetingId, type PhaseId } from '@rondo/meeting';
import * as z from 'zod/mini';

/** The largest frame a server reads, bytes. */
export const LARGEST_FRAME = 64 * 1024;

/** First on every connection: who speaks, which meeting, and what is already known. */
const Join = z.object({
  t: z.literal('join'),
  /** Protocol version of the client. */
  v: z.int(),
  meeting: id<MeetingId>(),
  client: id<ClientId>(),
  /** The sequence number the client holds a complete view of; absent: send everything. */
  since: z.optional(z.int().check(z.minimum(0))),
});

/** A command. `n` counts from 1 per client, without gaps. */
const Do = z.object({
  t: z.literal('do'),
  n: z.int().check(z.minimum(1)),
  /** The phase; null: the meeting itself. */
  p: z.nullable(id<PhaseId>()),
  /** The command's name. */
  c: z.string().check(z.maxLength(40)),
  /** Its arguments, checked by the command itself. */
  a: z.unknown(),
});

/** What I am doing right now; the fleeting lane. Each message replaces the one before. */
const Now = z.object({
  t: z.literal('now'),
  /** The phase I look at. */
  at: z.nullable(id<PhaseId>()),
  /** Where I type: a prompt, a topic… */
  typing: z.optional(z.string().check(z.maxLength(60))),
  /** What I drag, and over what. */
  drag: z.optional(
    z.object({
      card: z.string().check(z.maxLength(40)),
      over: z.nullable(z.string().check(z.maxLength(40))),
    }),
  ),
});

/** Are you there? Answered by a `beat`. */
const Ping = z.object({ t: z.literal('ping') });

export const FromClient = z.discriminatedUnion('t', [Join, Do, Now, Ping]);
export type FromClient = z.infer<typeof FromClient>;
export type JoinMessage = z.infer<typeof Join>;
export type DoMessage = z.infer<typeof Do>;
export type NowMessage = z.infer<typeof Now>;
