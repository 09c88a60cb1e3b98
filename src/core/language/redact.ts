/**
 * Secrets are masked before anything else sees a message, so that nothing behind ever holds them. When in doubt a
 * value is masked; but codes of errors, dates, telephone numbers and serial numbers tell of the case and stay.
 */

import { apiSecrets } from './api-secrets.ts';
import { cardDetails, securityCodes, spokenSecurityCodes } from './card-details.ts';
import { cardNumbers } from './card-numbers.ts';
import { ofPlaceOrYear, UNIT_AFTER } from './code-cues.ts';
import { foreignDigits } from './foreign-digits.ts';
import { licenceKeys } from './licence-keys.ts';
import { passwordForms } from './password-forms.ts';
import { mayHoldPasswordWord, passwordWords } from './password-words.ts';
import { passwords } from './passwords.ts';
import { byPattern } from './placed.ts';
import { maySayCode, saidCodes } from './said-codes.ts';
import { CUE } from './secret-cues.ts';
import { patterns } from './secret-patterns.ts';
import type { Span } from './spans.ts';
import { toldCodes } from './told-codes.ts';
import { HIDDEN } from './words.ts';

export interface Redacted {
  readonly text: string;
  /** How many secrets were masked. */
  readonly secrets: number;
  /** How many of them were API secrets, tokens or keys, which their owner should replace. */
  readonly rotatable: number;
}

const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4})$/;
const DATE_AFTER = /^\s*[/:.]\s?\d/;

const isSecretNumber =
  (text: string) =>
  (_match: RegExpMatchArray, value: string, end: number): boolean => {
    const after = text.slice(end, end + 16);
    if (UNIT_AFTER.test(after) || DATE.test(value) || DATE_AFTER.test(after)) return false;
    return !ofPlaceOrYear(text.slice(Math.max(0, end - value.length - 24), end - value.length), value);
  };

function* cards(text: string): Generator<Span> {
  for (const number of cardNumbers(text)) {
    yield number;
    yield* cardDetails(text, number);
  }
  yield* securityCodes(text);
}

/** What must stand in a text for the dearer patterns to match anything; most texts hold none of it. */
const HAS_DIGIT = /\d/;
const HAS_CUE = new RegExp(`${CUE}|pass`, 'iu');
const HAS_PIN = /pin/iu;
const SPEAKS_OF_SAFE = /safe|combination|combo|vault|dial/iu;
const HAS_TALK = new RegExp(`\\b${CUE}(?![\\p{L}\\p{N}])`, 'iu');
const ALL_TALK = new RegExp(HAS_TALK.source, 'giu');

/** True where a text speaks of a PIN or a password. */
export const speaksOfSecret = (text: string): boolean => HAS_TALK.test(text);

function* numbers(text: string, hasCue: boolean): Generator<Span> {
  for (const pattern of hasCue
    ? [patterns.digitsAfterCue, patterns.secondDigits, patterns.digitsBeforeCue]
    : []) {
    yield* byPattern(text, pattern, isSecretNumber(text));
  }
  yield* cards(text);
}

/** How far back a PIN that was spoken of is remembered, in UTF-16 units. */
const TALK_REACH = 160;
/** Between a PIN that was spoken of and a number: the number is of something else. */
const OF_SOMETHING_ELSE =
  /\b(?:errors?|status|fault|phone|telephone|call|ticket|case|serial|order|invoice|ext|extension|mobile|shop|store|price|year)\b/i;
const YEAR = /^(?:19|20)\d\d$/;
/** A whole message that is a PIN. */
const BARE = /^\D{0,3}(\d{4,6}|\d(?: \d){3,5}|\d(?:-\d){3,5})\D{0,3}$/;

/** Numbers that are told after a PIN was spoken of, in this text or, where `talked`, just before it. */
function* afterTalk(text: string, talked: boolean, hasCue: boolean): Generator<Span> {
  if (talked && BARE.test(text)) {
    const start = text.search(/\d/);
    yield { start, end: start + (BARE.exec(text)?.[1]?.length ?? 0) };
  }
  if (!talked && !(hasCue && HAS_TALK.test(text))) return;
  yield* byPattern(text, patterns.numberAfterTalk, (match, value, end) => {
    const at = match.index ?? 0;
    const before = text.slice(Math.max(0, at - TALK_REACH), at);
    const cue = [...before.matchAll(ALL_TALK)].at(-1);
    if (cue === undefined && !(talked && at < TALK_REACH)) return false;
    if (OF_SOMETHING_ELSE.test(before.slice(cue?.index ?? 0)) || YEAR.test(value)) return false;
    return isSecretNumber(text)(match, value, end);
  });
}

function* secretsOf(text: string, talked: boolean): Generator<Span> {
  const hasCue = HAS_CUE.test(text);
  yield* passwords(text, hasCue);
  yield* passwordForms(text);
  if (mayHoldPasswordWord(text)) yield* passwordWords(text);
  if (maySayCode(text)) {
    yield* saidCodes(text);
    yield* toldCodes(text);
  }
  yield* foreignDigits(text);
  yield* spokenSecurityCodes(text);
  if (!HAS_DIGIT.test(text)) return;
  if (HAS_PIN.test(text)) yield* byPattern(text, patterns.digitsJoined, () => true);
  yield* numbers(text, hasCue);
  yield* afterTalk(text, talked, hasCue);
  const isOfSafe = SPEAKS_OF_SAFE.test(text);
  if (isOfSafe) yield* byPattern(text, patterns.dialThen, () => true);
  if (isOfSafe || /left/i.test(text))
    yield* byPattern(
      text,
      patterns.dial,
      (_match, value) => isOfSafe || /(?:\d\D+){3}|(?:\D+\d+){3}/.test(value),
    );
  yield* licenceKeys(text);
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

function maskOnce(text: string, talked: boolean): Redacted {
  const rotatable = merged([...apiSecrets(text)]);
  const spans = merged([...rotatable, ...secretsOf(text, talked)]);
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
export function redact(text: string, talked = false): Redacted {
  let now: Redacted = { text, secrets: 0, rotatable: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = maskOnce(now.text, talked);
    if (next.secrets === 0) break;
    now = {
      text: next.text,
      secrets: now.secrets + next.secrets,
      rotatable: now.rotatable + next.rotatable,
    };
  }
  return now;
}
