/**
 * Secrets are masked before anything else sees a message, so that nothing behind ever holds them. When in doubt a
 * value is masked; but codes of errors, dates, telephone numbers and serial numbers tell of the case and stay.
 */

import { HIDDEN } from './words.ts';

export interface Redacted {
  readonly text: string;
  /** How many secrets were masked. */
  readonly secrets: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Fewest bits per character of a long run that is taken for a key. Lower: serial numbers are masked, too. Range 2.5 to 4. */
const KEY_BITS = 2.8;
/** Changes between letters and digits (or cases) in a long run that is taken for a key. */
const KEY_CHANGES = 5;

const CUE =
  '(?:pin|pins|p\\.i\\.n\\.?|passcode|pass code|pas{1,2}w(?:or|o|r)?ds?|pwd|pw|passphrase|passwort|kennwort|contrase[nñ]a|mot de passe|login code|access code|entry code|door code|security code|unlock code|alarm code)';
const WHOSE =
  "(?:manager|supervisor|boss|admin|administrator|operator|cashier|clerk|staff|override|master|login|user|owner|engineer|technician|dealer|till|safe|my|his|her|their|our)(?:'s|s)?";
/** What may stand between a cue and its value. */
const LINK =
  "(?:\\s*(?:[:=,]|->)\\s*|'s\\s+|\\s+(?:-\\s|is|was|are|ist|es|est|number|no\\.?|nr\\.?|it's|its|now|still|of|to|from|for|the|my|our|new|old|code|set|changed|reset|and|or|then|typed|entered|into|on|at|manager|supervisor|admin|this|that|till|staff|user|login|called|being|just|always|currently)(?=[\\s:=])|\\s+)";
const DIGITS = '(?<value>\\d(?:[ -]?\\d){2,11})(?![\\p{L}\\p{N}])';

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

const patterns = {
  bearer: /\b(?:bearer|basic)\s+(?<value>[A-Za-z0-9._~+/=-]{8,})/dgi,
  jwt: /(?<value>\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)?)/dg,
  /** `"client_secret": "…"`, also with escaped quotes. */
  field:
    /\\?["']?\b(?:(?:client|access|app|api|shared)[_-]?secret(?:[_-]?key)?|secret(?:[_-]?key)?|(?:access|refresh|id|auth|api|session|easy_access|bearer)[_-]?token|token|sign|signature|(?:x-)?api[_-]?key|access[_-]?key|private[_-]?key|local[_-]?key|password|passwd|pwd|passcode|pin|authorization|cookie)\\?["']\s*:\s*\\?["']?(?<value>[^"'\\\s,}[\]]{2,4000})/dgi,
  /** `secret=…` in an address or a command. */
  pair: /\b(?:(?:client|access|app|api|shared)[_-]?secret(?:[_-]?key)?|secret(?:[_-]?key)?|(?:access|refresh|id|auth|api|session)[_-]?token|token|sign|signature|(?:x-)?api[_-]?key|access[_-]?key|private[_-]?key|local[_-]?key|password|passwd|pwd|pw|pass|passcode|pin)=["']?(?<value>[^\s"'&,;)\]}[]{2,4000})/dgi,
  /** `Access Secret: 0f3c…`: a value with a digit or mixed letters. */
  named:
    /\b(?:(?:client|access|app|api|shared)[ _-]?(?:secret|token|key)|secret(?:[ _-]?key)?|(?:refresh|auth|session)[ _-]?token|token|sign(?:ature)?|local[ _-]?key)(?:\s+(?:is|was)\s+|\s*[:=]\s*|\s+)["']?(?<value>(?=[A-Za-z_+/=-]*\d)(?=[\d_+/=-]*[A-Za-z])[A-Za-z0-9_+/=-]{8,4000})/dgi,
  digitsAfterCue: new RegExp(`\\b${CUE}(?![\\p{L}\\p{N}_])${LINK}{1,4}["'(]?${DIGITS}`, 'dgiu'),
  secondDigits: new RegExp(
    `\\b${CUE}(?![\\p{L}\\p{N}_])[^.!?\\n\\d]{0,24}\\[hidden\\]["')]?\\s{0,2}(?:,|to|and|or|then|into)\\s{0,2}["'(]?${DIGITS}`,
    'dgiu',
  ),
  someonesCode: new RegExp(`\\b${WHOSE}\\s+(?:key\\s+)?code${LINK}{1,3}["'(]?${DIGITS}`, 'dgiu'),
  codeForSomeone: new RegExp(
    `(?<!error |fault |status )\\bcodes?\\s+(?:for|of)\\s+(?:the\\s+|my\\s+|our\\s+)?${WHOSE}${LINK}{1,3}["'(]?${DIGITS}`,
    'dgiu',
  ),
  digitsBeforeCue: new RegExp(
    `(?<![\\p{L}\\p{N}.,/:-])${DIGITS}["')]?\\s+(?:is|was|as|for)\\s+(?:(?:the|my|our|his|her|their|a|new|old|${WHOSE})\\s+){0,3}${CUE}(?![\\p{L}\\p{N}_])`,
    'dgiu',
  ),
  /** `pin4711`. */
  digitsJoined: /\bpin(?<value>\d{3,12})(?![\p{L}\p{N}])/dgiu,
  /** `https://name:secret@host`. */
  inAddress: /:\/\/[^\s/:@]{1,100}:(?<value>[^\s/@]{1,200})@/dgu,
  /** `pin: 12ab`, `password is hunter2`, `password hunter2`, `pass: hunter2`. */
  wordAfterCue: new RegExp(
    `\\b(?:${CUE}(?:\\s+(?:for|of)\\s+[\\p{L}]{1,20}(?:\\s+[\\p{L}]{1,20})?)?|pass(?=\\s*[:=]|\\s+is\\s+\\S*\\d))(?<link>\\s*:\\s*|\\s+=\\s*|=\\s+|\\s+[-–]\\s+|\\s+(?:is|was|ist|has been)\\s*:?\\s+(?:(?:re)?set\\s+to\\s+|changed\\s+to\\s+)?|\\s+)["'\`]?(?<value>[^\\s"'\`,;)\\]}]{2,200})`,
    'dgiu',
  ),
} as const;

/** Runs of digits that may be the number of a card. */
const CARD = /(?<![\p{L}\p{N}.-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}]|[.-]\d)/gu;
const LONG_RUN = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/=_-]{20,4000}/g;
/** A name before a long run that says it is no secret. */
const HARMLESS_BEFORE =
  /(?:tid|trace[_-]?id|request[_-]?id|uuid|guid|serial(?: ?(?:no\.?|number))?|s\/n|sn|https?:\/\/[^\s"']{0,200})\\?["']?(?:\s(?:is|was))?\s{0,2}[:=]?\s{0,2}\\?["']?$/i;

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && /[1-9]/.test(digits);
}

/** Shannon entropy of the letters of a run, in bits per character. */
function bits(run: string): number {
  const counts = new Map<string, number>();
  for (const letter of run) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / run.length) * Math.log2(count / run.length);
  return sum;
}

const kindOf = (letter: string): number =>
  /\d/.test(letter) ? 0 : /[a-z]/.test(letter) ? 1 : /[A-Z]/.test(letter) ? 2 : 3;

function looksLikeKey(run: string): boolean {
  const changes = run.split(/[/_=-]/).reduce((sum, part) => {
    let count = 0;
    for (let at = 1; at < part.length; at++)
      if (kindOf(part[at] ?? '') !== kindOf(part[at - 1] ?? '')) count++;
    return sum + count;
  }, 0);
  return /\d/.test(run) && /[A-Za-z]/.test(run) && changes >= KEY_CHANGES && bits(run) >= KEY_BITS;
}

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
  for (const match of text.matchAll(pattern)) {
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
  for (const match of text.matchAll(CARD)) {
    const digits = match[0].replace(/\D/g, '');
    const isTime = digits.length === 13 && digits.startsWith('1') && match[0] === digits;
    if (!isTime && luhn(digits)) yield { start: match.index, end: match.index + match[0].length };
  }
}

function* keys(text: string): Generator<Span> {
  for (const match of text.matchAll(LONG_RUN)) {
    if (HARMLESS_BEFORE.test(text.slice(Math.max(0, match.index - 240), match.index))) continue;
    if (looksLikeKey(match[0])) yield { start: match.index, end: match.index + match[0].length };
  }
}

/** What must stand in a text for the dearer patterns to match anything; most texts hold neither. */
const HAS_DIGIT = /\d/;
const HAS_CUE = new RegExp(`${CUE}|pass`, 'iu');

function* numbers(text: string): Generator<Span> {
  for (const pattern of HAS_CUE.test(text)
    ? [patterns.digitsAfterCue, patterns.secondDigits, patterns.digitsBeforeCue]
    : []) {
    yield* byPattern(text, pattern, isSecretNumber(text));
  }
  for (const pattern of [patterns.someonesCode, patterns.codeForSomeone])
    yield* byPattern(text, pattern, isSecretNumber(text));
  yield* cards(text);
}

function* secretsOf(text: string): Generator<Span> {
  const any = (_match: RegExpMatchArray, value: string): boolean => !value.startsWith(HIDDEN.slice(0, 7));
  const notWord = (_match: RegExpMatchArray, value: string): boolean =>
    !value.startsWith(HIDDEN.slice(0, 7)) && !/^(?:null|true|false|undefined)$/.test(value);
  yield* byPattern(text, patterns.bearer, any);
  yield* byPattern(text, patterns.jwt, any);
  yield* byPattern(text, patterns.field, notWord);
  yield* byPattern(text, patterns.pair, notWord);
  yield* byPattern(text, patterns.named, any);
  yield* byPattern(text, patterns.inAddress, any);
  yield* byPattern(text, patterns.digitsJoined, any);
  if (HAS_DIGIT.test(text)) yield* numbers(text);
  if (HAS_CUE.test(text))
    yield* byPattern(text, patterns.wordAfterCue, (match, value, end) =>
      isWordSecret(match.groups?.link ?? '', value, text.slice(end, end + 16)),
    );
  yield* keys(text);
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

function maskOnce(text: string): Redacted {
  const spans = merged([...secretsOf(text)]);
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

/** Masks every secret with `[hidden]`; masking again changes nothing. */
export function redact(text: string): Redacted {
  let now: Redacted = { text, secrets: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = maskOnce(now.text);
    if (next.secrets === 0) break;
    now = { text: next.text, secrets: now.secrets + next.secrets };
  }
  return now;
}
