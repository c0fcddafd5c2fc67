import { oc } from '@orpc/contract';
import * as z from 'zod';
import { API_ERRORS, ErrorData, type ApiErrorCode } from './errors.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Description {
  summary: string;
  tag: string;
  /** Beside those that every endpoint may answer. */
  errors?: readonly ApiErrorCode[];
}

const EVERYWHERE = ['bad-input', 'too-many', 'busy'] as const;
/** What requests that change something may be answered as well, before anybody looks into them. */
const WHEN_CHANGING = ['wrong-origin', 'too-large'] as const;

/** One endpoint of the API; the only place that knows the contract library. */
export function endpoint<In extends z.ZodType, Out extends z.ZodType>(
  route: `${Method} /${string}`,
  { summary, tag, errors = [] }: Description,
  input: In,
  output: Out,
) {
  const space = route.indexOf(' ');
  // The template type above guarantees a method before and a path behind the space.
  const method = route.slice(0, space) as Method;
  const path = route.slice(space + 1) as `/${string}`;
  const codes = [...EVERYWHERE, ...(method === 'GET' ? [] : WHEN_CHANGING), ...errors];
  return oc
    .route({ method, path, summary, tags: [tag] })
    .errors(
      Object.fromEntries(codes.map((code) => [code, { ...API_ERRORS[code], data: ErrorData }])),
    )
    .input(input)
    .output(output);
}

export const nothing = z.object({});
