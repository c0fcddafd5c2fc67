import { visibleLength } from '@rondo/meeting';
import * as z from 'zod';

/** A name people give: trimmed, 1–`max` visible characters. */
export const name = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((value) => visibleLength(value) <= max, `at most ${max} characters`);

export const Email = z
  .email()
  .max(254)
  .transform((value) => value.toLowerCase());
export const Password = z.string().min(10).max(200);
export const Language = z.enum(['en', 'de']);
export const Uuid = z.uuid();
/** Unguessable: whoever has it may knock at the meeting's door. */
export const MeetingKey = z.string().regex(/^[A-Za-z0-9]{22}$/);
export const Token = z.string().min(20).max(100);

export const GuestPolicy = z.enum(['no', 'lobby', 'yes']);
export type GuestPolicy = z.infer<typeof GuestPolicy>;

export const LocalText = z.union([
  z.string(),
  z.object({ en: z.string(), de: z.string().optional() }),
]);

export const Page = z.object({
  /** Where the last page ended. */
  before: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
