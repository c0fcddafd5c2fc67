import { randomUUIDv7 } from 'node:crypto';
import { FigureName, FIGURES, ReportContent, ReportFigure } from '@rondo/contract';
import * as z from 'zod';
import { newKey } from '../../meetings/new-key.ts';
import { Key, Moment, own, person, plain, ref, Uuid, Words, type Collection } from './fields.ts';

const reportChannel: Collection = {
  name: 'report-channel',
  table: 'report_channel',
  ofTeam: true,
  rows: 'team_id = $team',
  order: 'team_id',
  fields: {
    title: plain('title', Words(400).nullable()),
    /** What the link to the list of reports ends with. */
    key: own(Key, newKey, 'key'),
    nextNumber: plain('next_number', z.int().min(1)),
    figures: plain('figures', z.array(FigureName).max(FIGURES.length)),
  },
};

const reports: Collection = {
  name: 'reports',
  table: 'report',
  ofTeam: true,
  // A draft is nobody's but its team's, and goes with it.
  rows: 'team_id = $team',
  order: 'number',
  fields: {
    id: own(Uuid, randomUUIDv7),
    meeting: ref('meeting_id', 'meetings', Key.nullable(), 'null'),
    number: plain('number', z.int().min(1)),
    /** Public pages are made of it, so it is checked as what people send. */
    content: plain('content', ReportContent),
    figures: plain('figures', z.array(ReportFigure).max(FIGURES.length)),
    author: person('author_user'),
    authorName: plain('author_name', Words(240)),
    state: plain('state', z.enum(['draft', 'published'])),
    audience: plain('audience', z.enum(['private', 'public'])),
    /** What its link ends with. */
    key: own(Key, newKey, 'key'),
    version: plain('version', z.int().min(1)),
    createdAt: plain('created_at', Moment),
    changedAt: plain('changed_at', Moment),
    told: plain('told', z.array(Words(4_000)).max(2_000)),
    edited: plain('edited', z.boolean()),
    publishedAt: plain('published_at', Moment.nullable()),
    updatedAt: plain('updated_at', Moment.nullable()),
  },
};

const reportCorrections: Collection = {
  name: 'report-corrections',
  table: 'report_correction',
  ofTeam: false,
  rows: 'report_id in (select id from report where team_id = $team)',
  order: 'at, id',
  fields: {
    id: own(Uuid, randomUUIDv7),
    report: ref('report_id', 'reports', Uuid),
    at: plain('at', Moment),
    by: person('by_user'),
    byName: plain('by_name', Words(240)),
    note: plain('note', Words(20_000)),
    before: plain('before', ReportContent),
  },
};

const reportFeedback: Collection = {
  name: 'report-feedback',
  table: 'report_feedback',
  ofTeam: true,
  rows: 'team_id = $team',
  order: 'at, id',
  fields: {
    id: own(Uuid, randomUUIDv7),
    report: ref('report_id', 'reports', Uuid),
    at: plain('at', Moment),
    by: person('user_id'),
    name: plain('name', Words(240).nullable()),
    text: plain('text', Words(40_000)),
  },
};

/** A team's reports, where they are published, and what was said about them. */
export const reportCollections: readonly Collection[] = [
  reportChannel,
  reports,
  reportCorrections,
  reportFeedback,
];
