/**
 * Secrets are masked before anything else sees a message, so that nothing behind ever holds them. When in doubt a
 * value is masked; but codes of errors, dates, telephone numbers and serial numbers tell of the case and stay.
 */

import { cardDetails, securityCodes } from './card-details.ts';
import { cardNumbers } from './card-numbers.ts';
import { matchesOf } from './matches.ts';
import { looksLikeKey } from './secret-numbers.ts';
import { CUE, patterns } from './secret-patterns.ts';
import type { Span } from './spans.ts';
import { HIDDEN } from './words.ts';

export interface Redacted {
  readonly text: string;
  /** How many secrets were masked. */
  readonly secrets: number;
}

const UNIT_AFTER =
  /^\s*(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|times|digits?|characters?|chars?|numbers?|letters?|people|users?|tills?|attempts?|tries|%|kg|g\b)/i;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4})$/;
const DATE_AFTER = /^\s*[/:.]\s?\d/;

/** Words that follow "password is" without being one. */
const STATES = new Set(
  `wrong not incorrect invalid right correct fine ok okay rejected refused accepted expired required blocked locked
  blank empty unknown missing needed asked being changed reset still the a an my our no never always now set same different known valid
  working broken lost forgotten hidden secret good bad too ignored denied requested entered typed wanted stuck gone it its that this there
  in on by for with what where and or but from to so only just also very really new old here case sensitive protected off cleared deleted
  disabled enabled saved stored shown visible weak strong short long rejected declined unrecognised unrecognized mandatory optional default
  prompt screen box field page error message problem issue reset doesnt doesn't wont won't isnt isn't does did has was is are were will
  cannot can cant can't keeps keep says said asks again please help works worked when if after before because while which who`.split(
    /\s+/,
  ),
);

const LONG_RUN = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/=_-]{20,4000}/g;
/** A name before a long run that says it is no secret. */
const HARMLESS_BEFORE =
  /(?:tid|trace[_-]?id|request[_-]?id|uuid|guid|serial(?: ?(?:no\.?|number))?|s\/n|sn|https?:\/\/[^\s"']{0,200})\\?["']?(?:\s(?:is|was))?\s{0,2}[:=]?\s{0,2}\\?["']?$/i;

function isWordSecret(link: string, value: string, after: string): boolean {
  if (value.startsWith(HIDDEN.slice(0, 7))) return false;
  const word = value.replace(/[.!?:]+$/, '').toLowerCase();
  if (word === '' || STATES.has(word) || (/^\d+$/.test(word) && UNIT_AFTER.test(after))) return false;
  const mixed = /\d/.test(word) && /[\p{L}]/u.test(word);
  const code = /^(?:[a-z]{1,3}-?\d{1,4}|\d{1,2})$/i.test(word);
  if (/[:=]/.test(link)) return !/^(?:[a-z]{1,3}-?\d{1,4})$/i.test(word) || word.length > 4;
  if (code) return false;
  if (mixed || /[!@#$%^&*_+]/.test(word)) return true;
  // "password is banana": only where nothing else explains the word.
  return (
    /is|was/i.test(link) &&
    /^["'`]?\s*(?:$|[.,;!?\n"'`]|and\b|but\b)/.test(after) &&
    !/(?:ed|ing)$/.test(word)
  );
}

function* byPattern(
  text: string,
  pattern: RegExp,
  admits: (match: RegExpMatchArray, value: string, end: number) => boolean,
): Generator<Span> {
  for (const match of matchesOf(pattern, text)) {
    const value = match.groups?.value;
    const place = match.indices?.groups?.value;
    if (value === undefined || place === undefined || !admits(match, value, place[1])) continue;
    yield { start: place[0], end: place[1] };
  }
}

const isSecretNumber =
  (text: string) =>
  (_match: RegExpMatchArray, value: string, end: number): boolean => {
    const after = text.slice(end, end + 16);
    return !UNIT_AFTER.test(after) && !DATE.test(value) && !DATE_AFTER.test(after);
  };

function* cards(text: string): Generator<Span> {
  for (const number of cardNumbers(text)) {
    yield number;
    yield* cardDetails(text, number);
  }
  yield* securityCodes(text);
}

function* keys(text: string): Generator<Span> {
  for (const match of matchesOf(LONG_RUN, text)) {
    if (HARMLESS_BEFORE.test(text.slice(Math.max(0, match.index - 240), match.index))) continue;
    if (looksLikeKey(match[0])) yield { start: match.index, end: match.index + match[0].length };
  }
}

/** What must stand in a text for the dearer patterns to match anything; most texts hold none of it. */
const HAS_DIGIT = /\d/;
const HAS_CUE = new RegExp(`${CUE}|pass`, 'iu');
const HAS_CODE = /code/iu;
const HAS_PIN = /pin/iu;
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
  for (const pattern of HAS_CODE.test(text) ? [patterns.someonesCode, patterns.codeForSomeone] : [])
    yield* byPattern(text, pattern, isSecretNumber(text));
  yield* cards(text);
}

function* words(text: string): Generator<Span> {
  yield* byPattern(text, patterns.wordAfterCue, (match, value, end) =>
    isWordSecret(match.groups?.link ?? '', value, text.slice(end, end + 16)),
  );
  // Beside a user's name the word after `pass` is one, as after `is`.
  yield* byPattern(text, patterns.afterUser, (_match, value, end) =>
    isWordSecret(' is ', value, text.slice(end, end + 16)),
  );
  yield* byPattern(text, patterns.mixedAfterPass, (_match, value, end) =>
    isWordSecret(' ', value, text.slice(end, end + 16)),
  );
}

/** How far back a PIN that was spoken of is remembered, in UTF-16 units. */
const TALK_REACH = 160;
/** Between a PIN that was spoken of and a number: the number is of something else. */
const OF_SOMETHING_ELSE =
  /\b(?:errors?|status|fault|phone|telephone|call|ticket|case|serial|order|invoice|ext|extension|mobile|shop|store|price|year)\b/i;
const YEAR = /^(?:19|20)\d\d$/;
/** A whole message that is a PIN. */
const BARE = /^\D{0,3}(\d{4,6})\D{0,3}$/;

/** Numbers that are told after a PIN was spoken of, in this text or, where `talked`, just before it. */
function* afterTalk(text: string, talked: boolean, hasCue: boolean): Generator<Span> {
  if (talked && BARE.test(text)) {
    const start = text.search(/\d/);
    yield { start, end: start + (text.match(/\d+/)?.[0].length ?? 0) };
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
  const any = (_match: RegExpMatchArray, value: string): boolean => !value.startsWith(HIDDEN.slice(0, 7));
  const notWord = (_match: RegExpMatchArray, value: string): boolean =>
    !value.startsWith(HIDDEN.slice(0, 7)) && !/^(?:null|true|false|undefined)$/.test(value);
  yield* byPattern(text, patterns.bearer, any);
  if (text.includes('eyJ')) yield* byPattern(text, patterns.jwt, any);
  if (text.includes(':')) yield* byPattern(text, patterns.field, notWord);
  if (text.includes('=')) yield* byPattern(text, patterns.pair, notWord);
  if (text.includes('://')) yield* byPattern(text, patterns.inAddress, any);
  const hasCue = HAS_CUE.test(text);
  if (HAS_DIGIT.test(text)) {
    yield* byPattern(text, patterns.named, any);
    if (HAS_PIN.test(text)) yield* byPattern(text, patterns.digitsJoined, any);
    yield* numbers(text, hasCue);
    yield* afterTalk(text, talked, hasCue);
    yield* keys(text);
  }
  if (hasCue) yield* words(text);
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
  const spans = merged([...secretsOf(text, talked)]);
  let masked = '';
  let from = 0;
  for (const { start, end } of spans) {
    masked += text.slice(from, start) + HIDDEN;
    from = end;
  }
  return { text: masked + text.slice(from), secrets: spans.length };
}

/** How often masking is repeated: one mask can show the next secret (`pin 1111 and 2222`). */
const MOST_ROUNDS = 4;

/**
 * Masks every secret with `[hidden]`; masking again changes nothing. `talked`: the message before spoke of a PIN, so
 * that a number which is told now is one.
 */
export function redact(text: string, talked = false): Redacted {
  let now: Redacted = { text, secrets: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = maskOnce(now.text, talked);
    if (next.secrets === 0) break;
    now = { text: next.text, secrets: now.secrets + next.secrets };
  }
  return now;
}
