/** Secrets of programs, which their owner can replace: API secrets, tokens, keys, and the ids of clients. */

import { matchesOf } from './matches.ts';
import { byPattern } from './placed.ts';
import { looksLikeKey } from './secret-numbers.ts';
import type { Span } from './spans.ts';
import { HIDDEN } from './words.ts';

const NAME =
  '(?:(?:client|access|app|api|shared|tuya|consumer)[_-]?secret(?:[_-]?key)?|secret(?:[_-]?key)?|(?:access|refresh|refesh|id|auth|api|session|easy_access|bearer|x-auth)[_-]?token|token|sign|signature|(?:x-)?api[_-]?key|access[_-]?key(?:[_-]?id)?|private[_-]?key|local[_-]?key|authorization|cookie|(?:j|php)?sess(?:ion)?[_-]?(?:id)?|connect\\.sid)';
/** A name may be a part of one: `TUYA_SECRET`, `x_api_key`. */
const BEGIN = '(?<![A-Za-z0-9])';

const patterns = {
  bearer: /\b(?:bearer|basic)\s+(?<value>[A-Za-z0-9._~+/=-]{8,})/dgi,
  /** The lines of a key between `BEGIN` and `END`, or as many as were pasted. */
  block:
    /-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----(?:\\n|\s){1,4}(?<value>[A-Za-z0-9+/=]{4,80}(?=\r?\n|\\n|$|-|\s)(?:(?:\\n|\r?\n)[A-Za-z0-9+/=]{1,80}(?=\r?\n|\\n|$|-)){0,120})/dg,
  jwt: /(?<value>\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?)/dg,
  /** `"client_secret": "…"`, also with escaped quotes. */
  field: new RegExp(
    `${BEGIN}${NAME}\\\\?["']\\s*(?::|=>)\\s*\\\\?["']?(?<value>[^"'\\\\\\s,}[\\]]{2,4000})`,
    'dgi',
  ),
  /** `<secret>…</secret>`. */
  element: new RegExp(`<${NAME}>(?<value>[^<\\s]{2,4000})<`, 'dgi'),
  /** `secret=…` in an address or a command. */
  pair: new RegExp(`${BEGIN}${NAME}=["']?(?<value>[^\\s"'&,;)\\]}[]{2,4000})`, 'dgi'),
  /** `client_id: uq6w3ztx9m`, `clientId=…`. */
  client:
    /(?<![A-Za-z0-9])(?:client|app)[ _-]?id\\?["']?(?:\s{0,3}[:=]\s{0,3}|\s{1,3}(?:is\s{1,3})?)\\?["'`]?(?<value>(?=[A-Za-z]{0,60}\d)(?=\d{0,60}[A-Za-z])[A-Za-z0-9]{8,64})(?![\w-])/dgi,
  /** `https://…?key=77af01bc90aa`. */
  query: /[?&]key=(?<value>(?=[A-Za-z_-]{0,60}\d)[A-Za-z0-9_-]{8,200})/dg,
  /** `Access Secret: 0f3c…`, `const secret = '…'`: a value with a digit and a letter. */
  named:
    /(?<![A-Za-z0-9])(?:(?:client|access|app|api|shared|consumer)[ _-]?(?:secret|token|key)|secret(?:[ _-]?key)?|(?:refresh|refesh|auth|session)[ _-]?token|token|sign(?:ature)?|local[ _-]?key)(?:\s(?:for|of|from|in|on)(?:\s[\w.]{1,14}){1,4}?(?=\s(?:is|was)\s|\s?[:=]))?(?:\s{1,3}(?:is|was)\s{1,3}|\s{0,3}[:=]\s{0,3}|\s{1,3})["'`(]?(?<value>(?=[A-Za-z_+/=-]{0,200}\d)(?=[\d_+/=-]{0,200}[A-Za-z])[A-Za-z0-9_+/=-]{8,4000})/dgi,
  /** `sk_test_9aQ2…`, `ghp_…`, `ak-live-77f0c2d9`: what a vendor begins its keys with. */
  prefixed:
    /(?<![A-Za-z0-9_-])(?<value>(?:(?:sk|pk|rk|ak|rt|at)[_-](?:live|test|prod)[_-]?|(?:sk|rk|rt|gh[opsu]|github_pat|xox[abp]|glpat)[_-])(?=[A-Za-z_-]{0,100}\d)[A-Za-z0-9_-]{8,200}|AKIA[A-Z0-9]{16})/dg,
} as const;

/** What documentation and states put where a secret would stand: `apiKey=...`, `secret: $VALUE`, `sign is HMAC-SHA256`. */
const STANDS_FOR_IT =
  /^(?:null|none|true|false|undefined|nil|invalid|valid|ok|missing|wrong|empty|expired|string|hmac.*|[sS][hH][aA]-?\d+|md5|uuid|\.{2,}.*|…+.*|[x*]{2,}|[$<{%].*)$/i;

const admitsValue = (_match: RegExpMatchArray, value: string): boolean =>
  !value.startsWith(HIDDEN.slice(0, 7)) && !STANDS_FOR_IT.test(value);

/** Behind `Bearer` or `Basic`, which is a word as well: `the plan is Smart Home Basic, missing`. */
const isCredential = (match: RegExpMatchArray, value: string): boolean =>
  admitsValue(match, value) && /\d|=|[a-z][A-Z]/.test(value);

const LONG_RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,4000}={0,2}/g;
/** A name before a long run that says it is no secret. */
const HARMLESS_BEFORE =
  /(?:tid|nonce|e-?tag|commit|checksum|md5|(?:trace|request|user|home|asset|infrared|remote|product|gateway|space|group|scene)[_ -]?id|uid|pid|uuid|guid|dev(?:ice)?s?(?:[_ -]?ids?)?|serial(?: ?(?:no\.?|number))?|s\/n|sn|https?:\/\/[^\s"']{0,200})\\?["']?(?:\s(?:is|was))?\s{0,2}[:=]?\s{0,2}\\?["']?$/i;

/** All of a text. */
export function* apiSecrets(text: string): Generator<Span> {
  yield* byPattern(text, patterns.bearer, isCredential);
  if (text.includes('PRIVATE KEY')) yield* byPattern(text, patterns.block, () => true);
  if (text.includes('eyJ')) yield* byPattern(text, patterns.jwt, admitsValue);
  if (/[:>]/.test(text)) yield* byPattern(text, patterns.field, admitsValue);
  if (text.includes('</')) yield* byPattern(text, patterns.element, admitsValue);
  if (text.includes('=')) yield* byPattern(text, patterns.pair, admitsValue);
  if (!/\d/.test(text)) return;
  yield* byPattern(text, patterns.query, admitsValue);
  yield* byPattern(text, patterns.named, admitsValue);
  yield* byPattern(text, patterns.client, admitsValue);
  yield* byPattern(text, patterns.prefixed, admitsValue);
  yield* keys(text);
}

/** Ids that the Tuya cloud gives to devices. */
const DEVICE = /^(?:bf|eb|vdevo)[0-9a-z]{16,22}$/;

/** Whether a run is the path of an address, by a part that is a word: `0/infrareds/a360ce93…/status`. */
const isPath = (run: string): boolean =>
  run.includes('/') && run.split('/').some((part) => /^[a-z]{4,20}(?:-[a-z]+)?$/.test(part));

/** `uuid in the log is 7d1c9f40-3b52-4e1a-9c55-0e1f2a6b8d37`. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NAMES_UUID = /\b(?:uuid|guid|tid|(?:trace|request|correlation|activity)(?: ?id)?)\b[^.;\n]{0,32}$/i;

/** Long runs that only a machine makes. */
function* keys(text: string): Generator<Span> {
  for (const match of matchesOf(LONG_RUN, text)) {
    if (UUID.test(match[0]) && NAMES_UUID.test(text.slice(Math.max(0, match.index - 40), match.index)))
      continue;
    if (HARMLESS_BEFORE.test(text.slice(Math.max(0, match.index - 240), match.index))) continue;
    if (DEVICE.test(match[0]) || isPath(match[0])) continue;
    if (looksLikeKey(match[0])) yield { start: match.index, end: match.index + match[0].length };
  }
}
