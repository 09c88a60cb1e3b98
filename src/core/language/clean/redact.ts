/**
 * Secrets are masked before anything else sees a message, so that nothing behind ever holds them. When in doubt a
 * value is masked; but codes of errors, dates, telephone numbers and serial numbers tell of the case and stay.
 */

import { matchesOf } from '../matches.ts';
import type { Span } from '../spans.ts';
import { HIDDEN } from '../tokens.ts';
import { cards } from './cards.ts';
import { machineKeys } from './machine-keys.ts';
import { passwordForms } from './password-forms.ts';
import type { SecretReader } from './secret-reader.ts';
import { byRules } from './secret-rules.ts';
import { toldNumbers } from './told-numbers.ts';

export { type SecretReader, secretReaderOf } from './secret-reader.ts';

export interface Redacted {
  readonly text: string;
  /** How many secrets were masked. */
  readonly secrets: number;
  /** How many of them were API secrets, tokens or keys, which their owner should replace. */
  readonly rotatable: number;
}

/** True where a text speaks of a PIN or a password. */
export const speaksOfSecret = ({ signs }: SecretReader, text: string): boolean => signs.talk.test(text);

/** A whole message that is a PIN, said after one was spoken of. */
const BARE = /(?<=^\D{0,3})(?:\d{4,6}|\d(?: \d){3,5}|\d(?:-\d){3,5})(?=\D{0,3}$)/g;

function* secretsOf(reader: SecretReader, text: string, talked: boolean): Generator<Span> {
  yield* byRules(reader, text, talked, 'kept');
  yield* passwordForms(reader, text);
  yield* toldNumbers(reader, text);
  if (!/\d/.test(text)) return;
  yield* cards(reader, text);
  if (!talked) return;
  for (const { 0: pin, index: start } of matchesOf(BARE, text)) yield { start, end: start + pin.length };
}

/** Spans in order, those that touch made one. */
function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last !== undefined && span.start < last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

function maskOnce(reader: SecretReader, text: string, talked: boolean): Redacted {
  const rotatable = merged([...byRules(reader, text, talked, 'rotated'), ...machineKeys(reader, text)]);
  const spans = merged([...rotatable, ...secretsOf(reader, text, talked)]);
  let masked = '';
  let from = 0;
  for (const { start, end } of spans) {
    masked += text.slice(from, start) + HIDDEN;
    from = end;
  }
  return { text: masked + text.slice(from), secrets: spans.length, rotatable: rotatable.length };
}

/** How often masking is repeated: one mask can show the next secret (`pin 1111 and 2222`). */
const MOST_ROUNDS = 4;

/**
 * Masks every secret with `[hidden]`; masking again changes nothing. `talked`: the message before spoke of a PIN, so
 * that a number which is told now is one.
 */
export function redact(reader: SecretReader, text: string, talked = false): Redacted {
  let now: Redacted = { text, secrets: 0, rotatable: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = maskOnce(reader, now.text, talked);
    if (next.secrets === 0) break;
    now = {
      text: next.text,
      secrets: now.secrets + next.secrets,
      rotatable: now.rotatable + next.rotatable,
    };
  }
  return now;
}
