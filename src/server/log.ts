/** The log: JSON lines on stderr, with ids and counts and never what people wrote. */

import { pino } from 'pino';
import type { Log } from '../ports.ts';

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

export function createLog(): Log {
  const redact = { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '[left out]' };
  return pino({ base: null, redact }, pino.destination({ fd: 2, sync: true }));
}
