import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';

const tag = 'operations';
const errors = ['signed-out', 'not-found'] as const;

const Finding = z.object({
  /** Which check, such as `file-descriptors`; `docs/doctor.md` has a section for each. */
  check: z.string(),
  /** Where, if a check looks at several places. */
  place: z.string().optional(),
  /** `unknown`: it could not be looked at from there; `repair` says from where it can. */
  severity: z.enum(['ok', 'warning', 'failure', 'unknown']),
  measured: z.string(),
  threshold: z.string(),
  /** The exact command or line that mends it; empty when all is well. */
  repair: z.string(),
  /** A server that others can reach does not start with this. */
  stopsPublic: z.boolean(),
  /** The figures of `measured` and `threshold`; -1: no limit. */
  data: z.record(z.string(), z.union([z.number(), z.string()])),
});

/** One examination. Fields are added from release to release, never changed. */
export const DoctorReport = z.object({
  at: z.iso.datetime(),
  /** Of one server and its machine, of what all servers share, of how it looks from outside; all of it: the command line. */
  scope: z.enum(['machine', 'shared', 'outside', 'all']),
  /** The server that looked; empty: the command line. */
  node: z.string(),
  host: z.string(),
  release: z.string(),
  /** The worst of what was found. */
  state: z.enum(['ok', 'warning', 'failure']),
  /** The worst first. */
  findings: z.array(Finding),
});
export type DoctorReport = z.infer<typeof DoctorReport>;

const Figures = z.object({
  /** Connections of people at the same moment. */
  sockets: z.int(),
  /** Connections that were opened within a minute. */
  handshakes: z.int(),
  fileDescriptors: z.int(),
  databaseConnections: z.int(),
});

/** The highest values of all servers together. */
export const Peaks = z.object({
  /** Usual at this weekday and hour: of the last four weeks. */
  hour: Figures,
  /** Of the last seven days. */
  week: Figures,
  /** Of the last four weeks. */
  month: Figures,
  /** Every hour of the week that is known, Monday first, UTC. */
  hours: z.array(
    z.object({
      /** 1: Monday … 7: Sunday. */
      weekday: z.int(),
      hour: z.int(),
      usual: Figures,
      /** Of the last eight weeks. */
      highest: Figures,
    }),
  ),
});
export type Peaks = z.infer<typeof Peaks>;

const Examinations = z.object({
  /** The latest of every server that runs, and for all of them. */
  reports: z.array(DoctorReport),
});

/** For the server's owner alone; to everybody else there is nothing here. */
export const operations = {
  doctor: endpoint(
    'GET /operations/doctor',
    { summary: 'What the doctor last found', tag, errors },
    nothing,
    Examinations,
  ),
  examine: endpoint(
    'POST /operations/doctor',
    {
      summary:
        'Look now, at the server that answers and at what all share; from outside as soon as one of them can',
      tag,
      errors: [...errors, 'too-many'],
    },
    nothing,
    Examinations,
  ),
  peaks: endpoint(
    'GET /operations/peaks',
    { summary: 'How many people were here at the same moment, by weekday and hour', tag, errors },
    nothing,
    Peaks,
  ),
};
