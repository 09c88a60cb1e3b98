/** Keys that programs are licensed with, and numbers that a badge, a fob or a card of staff is known by. */

import { byPattern } from './placed.ts';
import type { Span } from './spans.ts';

const patterns = {
  /** `KQ7D-29XW-LM4P-VT6E`. */
  grouped: /(?<![A-Za-z0-9_/-])(?<value>[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){2,7})(?![A-Za-z0-9_-])/dg,
  /** In small letters, of four groups: ids of machines have others. */
  small: /(?<![A-Za-z0-9_/-])(?<value>[a-z0-9]{4}(?:-[a-z0-9]{4}){3})(?![A-Za-z0-9_-])/dg,
  /** `licence key 1234-5678-9012-3456`, `activation code KQ7D 29XW LM4P VT6E`. */
  spaced:
    /(?:[Ll]icen[cs]e|LICEN[CS]E|[Aa]ctivation|[Pp]roduct|[Rr]egistration|[Dd]ongle) (?:keys?|codes?|numbers?|no\.?)(?: is| was)?\s{0,2}[:=]?\s{0,2}["'`]?(?<value>[A-Z0-9]{4,6}(?:[ -][A-Z0-9]{4,6}){2,7})(?![A-Za-z0-9_-])/dg,
  /** `activation code abcd1234-efgh5678`. */
  named:
    /\b(?:(?:licen[cs]e|activation|product|registration|dongle|protection)\s){1,3}(?:keys?|codes?|numbers?|no\.?)(?:\s{1,3}(?:is|was|of the program is)\s{1,3}|\s{0,3}[:=]\s{0,3}|\s{1,3})["'`]?(?<value>(?=[A-Za-z-]{0,60}\d)(?=[\d-]{0,60}[A-Za-z])[A-Za-z0-9]{3,40}(?:-[A-Za-z0-9]{3,40}){0,7})/dgi,
  /** `her fob number is 04A1B2C39F`, `fob number printed on the back 0009483721`, `EPC of the tag E280…`. */
  credential:
    /\b(?:(?:fob|tag|badge|key ?card|swipe ?card|access ?card|facility \d{1,4}|bar ?code)(?:'s)?\s(?:master\s)?(?:number|no\.?|id|uid|epc)|(?:number|id|uid)\s(?:under|on|of|behind)\s(?:the\s|my\s|his\s|her\s)?(?:\w{1,12}\s)?(?:fob|tag|badge|bar ?code)|epc)(?:\s[a-z]{2,8}){0,4}\s{0,2}[:=]?\s{0,2}["'(]?(?<value>(?=[A-F]{0,8}\d)[A-F0-9]{5,32})(?![\p{L}\p{N}_-])/dgiu,
  /** `badge 00918273`: what begins with zeros is no quantity. */
  printed: /\b(?:fob|tag|badge|swipe ?card|key ?card)\s(?<value>0\d{6,15})(?![\p{L}\p{N}_-])/dgiu,
  /** `kod aktywacji PL-8842-XKQM`, `unlock code for the balancer pc 4839-2210-9976`, `buono regalo GF-88213-KPLT-07`. */
  cued: /(?<![\p{L}])(?:activation|aktywac\p{L}{1,4}|aktivierung\p{L}{0,10}|activaci[oó]n|attivazione|unlock(?:ing)?|licen[cs]\p{L}{1,5}|lizenz\p{L}{0,12}|product key|voucher|coupon|gift ?(?:card|voucher|code)?|gutschein\p{L}{0,6}|buono(?: regalo)?|bon d'achat|carte cadeau|tarjeta regalo|karta podarunkowa)(?![\p{L}])[^.!?\n\d]{0,40}?[\s:="'](?<value>[A-Z0-9]{2,6}(?:-[A-Z0-9]{2,6}){3,7})(?![A-Za-z0-9_-])/dgiu,
  /** `voucher number 88412-PKQT`. */
  voucher:
    /(?<![\p{L}])(?:voucher|coupon|gift ?(?:card|voucher|code)?|gutschein\p{L}{0,6}|buono)(?: (?:code|number|no\.?|is|nr\.?))?[:#]? (?<value>(?=[\d-]{0,20}[A-Z])(?=[A-Z-]{0,20}\d)[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8}){1,7})(?![A-Za-z0-9_-])/dgu,
  /** `gift card 6006 4912 7733 0958 211`. */
  gift: /(?<![\p{L}])(?:gift|store|loyalty|prepaid) ?(?:card|voucher)s?(?: (?:no\.?|number|is|code))?[:#]? (?<value>\d{4}(?:[ -]\d{3,4}){2,4}(?:[ -]\d{1,4})?)(?![\p{L}\p{N}])/dgiu,
  /** `recovery key 123456-234567-345678`. */
  recovery:
    /(?<![\p{L}])(?:bitlocker|recovery|backup|rescue|master|security) (?:recovery )?(?:keys?|codes?)(?: is|:)? (?<value>\d{4,6}(?:[ -]\d{4,6}){2,9})(?![\p{L}\p{N}-])/dgiu,
  /** `WLAN-Schlüssel 7391 0482 5516`. */
  network:
    /(?<![\p{L}])(?:wi-?fi|wlan|wpa2?|network|netzwerk)[ -]?(?:keys?|schlüssel|schluessel|code|has[lł]o|kennwort|passwort|pass(?:word)?|clave|clé)(?: is| ist|:)? {1,2}(?<value>\d{4}(?:[ -]?\d{2,4}){1,7})(?![\p{L}\p{N}])/dgiu,
  /** `SIGN="0F3A 99C1 7E20"`. */
  signed:
    /\b(?:sign(?:ature)?|key|seal)\s?[=:]\s?["']?(?<value>[0-9A-F]{4}(?: [0-9A-F]{4}){2,15})(?![\p{L}\p{N}])/dgiu,
  /** `H4JQ8LWZ2MNC`, in a text that speaks of a gift. */
  run: /(?<![A-Za-z0-9_/-])(?<value>(?=[A-Z]{0,12}\d)(?=\d{0,12}[A-Z])[A-Z0-9]{10,24})(?![A-Za-z0-9_-])/dg,
  /** The track of a swipe card: `;9901234567890=2512?`. */
  track: /(?<value>[;%][A-Z]?\d{6,19}[=^][^\s?]{2,60}\?)/dg,
} as const;

/** Groups of letters and digits mixed, in two groups and more: numbers of articles mix them in none or one. */
const isMixed = (value: string): boolean =>
  value.split('-').filter((group) => /\d/.test(group) && /[A-Z]/i.test(group)).length >= 2;

const SERIAL_BEFORE =
  /(?:serial|s\/n|\bsn|order|part|model|ticket)(?: ?(?:no\.?|number))?(?: is)?\s?[:#=]?\s?$/i;

const SPEAKS_OF_GIFT = /gift|voucher|coupon|gutschein|scratch|regalo|cadeau|podarunk/i;

/** How often letters and digits change. */
const changesOf = (value: string): number => (value.match(/[A-Z](?=\d)|\d(?=[A-Z])/g) ?? []).length;

/** Whether a value behind the word for one is as long as a key, and no part, model or date. */
function isCued(match: RegExpMatchArray, value: string): boolean {
  const between = match[0].slice(0, -value.length);
  if (value.replace(/\W/g, '').length < 10 || OF_A_THING.test(between)) return false;
  return !/^\d{1,4}-\d{1,2}-\d{1,4}$/.test(value) && /\d/.test(value) && value.toUpperCase() === value;
}

const OF_A_THING = /serial|s\/n|part|model|ticket|order|invoice|version|date/i;

/** All of a text. */
export function* licenceKeys(text: string): Generator<Span> {
  const isLicence = (match: RegExpMatchArray, value: string): boolean => {
    const before = text.slice(Math.max(0, (match.index ?? 0) - 30), match.index);
    return isMixed(value) && !SERIAL_BEFORE.test(before);
  };
  yield* byPattern(text, patterns.grouped, isLicence);
  yield* byPattern(text, patterns.small, isLicence);
  yield* byPattern(text, patterns.spaced, () => true);
  yield* byPattern(text, patterns.named, (_match, value) => value.replace(/-/g, '').length >= 8);
  yield* byPattern(text, patterns.credential, () => true);
  yield* byPattern(text, patterns.printed, () => true);
  yield* byPattern(text, patterns.cued, isCued);
  yield* byPattern(text, patterns.voucher, () => true);
  yield* byPattern(text, patterns.gift, () => true);
  yield* byPattern(text, patterns.recovery, () => true);
  yield* byPattern(text, patterns.network, () => true);
  yield* byPattern(text, patterns.signed, () => true);
  if (SPEAKS_OF_GIFT.test(text))
    yield* byPattern(text, patterns.run, (_match, value) => changesOf(value) >= 3);
  if (text.includes('?')) yield* byPattern(text, patterns.track, () => true);
}
