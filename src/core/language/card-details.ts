/** What stands on a card beside its number: until when it is valid, and its security code. */

import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';

/** How far from a number its details are looked for by their names, in UTF-16 units: on the same line or the next. */
const NAMED_REACH = 120;
/** How far from a number they stand without a name. */
const BESIDE_REACH = 24;

const YEAR = '(?:20)?[2-4]\\d';
const MONTH = '(?:0?[1-9]|1[0-2])';
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** `12/29`, `12-2029`, `1229`, `2029-12`, `Dec 29`. */
const EXPIRY = `(?:${MONTH} ?[/.\\-\\u2013] ?${YEAR}|(?:0[1-9]|1[0-2])${YEAR}|20[2-4]\\d[/-]${MONTH}|${MONTH_NAME}[ .,'/-]{1,2}${YEAR})(?![\\p{L}\\p{N}]|[/.-]\\d)`;
/** Also with its day: `31/12/2029`. */
const NAMED_EXPIRY = `(?:\\d{1,2}[/.-])?${EXPIRY}`;
const CODE = '\\d{3,4}(?![\\p{L}\\p{N}]|[/.:-]\\d)';
const GAP = '[\\s,;:|()/.-]{1,4}';
const LINK =
  '(?:\\s{0,3}(?:[:=,#-]|\\b(?:is|are|was|date|number|no\\.?|code|on|of|to)\\b)){0,3}\\s{0,3}["\'(]?';
const EXPIRY_NAME =
  '\\b(?:exp(?:iry|iration|ires?|\\.)?|(?:valid|good) (?:thru|through|until|till|to|from)|(?:expires? |valid )?(?:until |the |at )?end of|ends|ending|mm ?/ ?yy)';
const CODE_NAME =
  '\\b(?:cvv2?|cvc2?|cvn2?|cvd|csc|cid|card (?:security|verification) (?:code|number|value)|sec(?:urity)?\\.? (?:code|number|no\\.?|digits)|prüfziffer|prüfnummer|kartenprüfnummer|kod (?:z tyłu|z tylu|cvv|cvc)|c[oó]digo de seguridad|codice di sicurezza|cryptogramme|verification (?:code|number)|(?:code|number|digits?|three|four|3|4) on (?:the )?(?:back|reverse|rear)|security|(?:three|four|3|4)[ -]digits?(?: [a-z]{1,8}){0,5}?)';

/** Details by their names; a code may follow the expiry without one. */
const NAMED = [
  new RegExp(
    `${EXPIRY_NAME}${LINK}(?<value>${NAMED_EXPIRY}(?:${GAP}(?:and )?(?:(?:sec(?:urity)?(?: code)?|code|back|on the back)[ :=]{1,3})?${CODE})?)`,
    'dgiu',
  ),
  new RegExp(`${CODE_NAME}${LINK}(?<value>${CODE})`, 'dgiu'),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?<value>\\d{3,4})\\s?["')]?(?: is | as |\\s?\\()?(?:the |my |her |his )?(?:${CODE_NAME}|on (?:the )?(?:back|reverse))`,
    'dgiu',
  ),
];
/** Behind a number: the expiry, the code, or both in either order; a code alone only where nothing else is said of it. */
const BEHIND = [
  new RegExp(`^${GAP}(?<value>${EXPIRY}(?:${GAP}${CODE})?)`, 'diu'),
  new RegExp(`^${GAP}(?<value>${CODE}${GAP}${EXPIRY})`, 'diu'),
  /^[\s,;:|()/-]{1,4}(?:(?:and|with|the|its|then)\s){0,2}code[\s:=]{1,3}(?:is\s)?(?<value>\d{3,4})(?![\p{L}\p{N}])/diu,
  /^[\s,;:|()/-]{1,4}(?<value>\d{3})(?=\)?[ \t]{0,3}(?:$|[.,;\n]))/du,
];
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?<value>(?:${CODE}${GAP})?${EXPIRY}(?:${GAP}${CODE})?)${GAP}$`,
  'diu',
);

/** `three on the back six one eight`. */
const UNIT = '(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)';
const CODE_IN_WORDS = new RegExp(
  `\\b(?:cvv2?|cvc2?|security (?:code|number)|(?:code|number|digits?|three|four|3|4) on (?:the )?(?:back|reverse|rear|front))(?:\\s{0,2}[:=,]|\\s(?:is|are|was))?\\s{1,2}(?<value>${UNIT}(?:[ ,-]{1,2}${UNIT}){2,3})(?![\\p{L}\\p{N}])`,
  'dgiu',
);
const SPEAKS_IN_WORDS = /cv[vc]|security|on (?:the )?(?:back|reverse|rear|front)/i;

/** A code that is named beyond doubt, beside a card or not. */
const CODE_ALONE = new RegExp(
  `\\b(?:cvv2?|cvc2?|(?:card )?(?:security|verification) (?:code|number|value)(?: on (?:the )?back)?|(?:three|3|four|4) (?:numbers|digits)? ?on (?:the )?(?:back|reverse))${LINK}(?<value>${CODE})`,
  'dgiu',
);
const SPEAKS_OF_CODE = /\bcv[vc]|\bsecurity|\bverification|\bon (?:the )?(?:back|reverse)/i;

/** Details of the card whose number stands there. */
export function* cardDetails(text: string, { start, end }: Span): Generator<Span> {
  const from = Math.max(0, start - NAMED_REACH);
  for (const pattern of NAMED) {
    yield* valuesOf(matchesOf(pattern, text.slice(from, start)), from);
    yield* valuesOf(matchesOf(pattern, text.slice(end, end + NAMED_REACH)), end);
  }
  const behind = text.slice(end, end + BESIDE_REACH);
  for (const pattern of BEHIND) yield* valuesOf([pattern.exec(behind)], end);
  const near = Math.max(0, start - BESIDE_REACH);
  yield* valuesOf([BEFORE.exec(text.slice(near, start))], near);
}

/** Security codes of cards that are named as such anywhere. */
export function* securityCodes(text: string): Generator<Span> {
  if (SPEAKS_OF_CODE.test(text)) yield* valuesOf(matchesOf(CODE_ALONE, text), 0);
}

/** Security codes of cards that are told in words: `three on the back six one eight`. */
export function* spokenSecurityCodes(text: string): Generator<Span> {
  if (SPEAKS_IN_WORDS.test(text)) yield* valuesOf(matchesOf(CODE_IN_WORDS, text), 0);
}

function* valuesOf(matches: readonly (RegExpExecArray | null)[], from: number): Generator<Span> {
  for (const match of matches) {
    const place = match?.indices?.groups?.value;
    if (place !== undefined) yield { start: from + place[0], end: from + place[1] };
  }
}
