/** The log: JSON lines on stderr, with ids and counts and never what people wrote. */

import { pino } from 'pino';
import type { Log } from '../ports.ts';
import { systemProblem } from './system-problems.ts';

/** Fields that an error or a request could bring along, taken out whoever puts them in. */
const SECRET_FIELDS = [
  'text',
  'body',
  'authorization',
  'headers',
  'password',
  'secret',
  'token',
  'resume',
  'hmac',
  'MicrosoftAppPassword',
];

/**
 * Most that is kept of a log that cannot be written, in bytes. Range 0..100 MB, default 1 MB: a log on a full disk is
 * written on once there is room; what comes beyond it is left out, for the bot needs its memory.
 */
const MOST_KEPT_BYTES = 1_000_000;

/** A log whose lines, where a code of the system or of SQLite is known, say what it means (`why`) and what to `do`. */
export function createLog(): Log {
  const redact = { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '[left out]' };
  const stderr = pino.destination({ fd: 2, sync: true, maxLength: MOST_KEPT_BYTES });
  // Whoever cannot be told what happens is served nevertheless.
  stderr.on('error', () => undefined);
  return pino({ base: null, redact, formatters: { log: explained } }, stderr);
}

function explained(fields: Record<string, unknown>): Record<string, unknown> {
  const known = typeof fields.code === 'string' ? systemProblem(fields.code) : null;
  if (known === null) return fields;
  return { ...fields, why: known.problem, ...(known.remedy === '' ? {} : { do: known.remedy }) };
}
