/** Passwords that their own form or a name beside them gives away: `supervisor,Sup3rV1s`, `mgr02/Tulip77`, `letmein`. */

import { matchesOf } from './matches.ts';
import { byPattern } from './placed.ts';
import type { Span } from './spans.ts';

/** A value in the signs that all keyboards have: a letter or a digit first, no mark of a sentence last but `!`. */
const VALUE = '[A-Za-z0-9][A-Za-z0-9!#$%&*+@_.-]{2,38}[A-Za-z0-9!#$%&*]';
const BEGIN = '(?<![\\p{L}\\p{N}_.@/\\\\-])';
const END = '(?![\\p{L}\\p{N}_@/\\\\=]|[.-][\\p{L}\\p{N}])';

const WORD = new RegExp(
  `(?<![\\p{L}\\p{N}_.@/\\\\=?&-])(?<value>[A-Za-z][A-Za-z0-9!#$%&*_-]{3,38}[A-Za-z0-9!#$%&*])${END}(?![:=(])`,
  'dgu',
);
/** `Sup3rV1s`, `t0rque-wrench`, `opr8tor`: a digit stands for a letter within a word. */
const LEET = /^[A-Za-z]{1,10}[0134578][a-z]{2,12}(?:[013457][a-z]{1,8})?(?:[-_!#$%&*][A-Za-z]{0,12})?[!]?$/;
/** `Sup3rV1s`: two do. */
const LEET_TWICE =
  /^[A-Z][a-z]{1,8}[0134578][a-z]{1,6}[A-Z]?[a-z]{0,6}[0134578][a-z]{1,8}(?:[-_!#$%&*]{0,2}\d{0,4})?[!]?$/;
/** `Jesus4Me`: a digit between two words. */
const BETWEEN_WORDS = /^[A-Z][a-z]{2,12}[0-9][A-Z][a-z]{1,12}[!]?$/;
/** `Spring24!`: a word, a number and a sign. */
const WITH_SIGN = /^[A-Z][a-z]{3,14}[!#$%&*_-]?\d{2,4}[!#$%&*]{1,2}$/;
/** Words with a digit that are the names of things. */
const IS_NAME =
  /^(?:tuya|win|windows|office|optima|comarch|till|kasse|kasa|caisse|cassa|caja|lane|room|store|shop|door|pos|usb|wifi|type|level|phase|stage|server|python|node|utf|sha|base|mp|http|ipv|layer|code|error|err|status|key|mode|day|week|page|line|item|user|bit|h2o|version|zigbee|zwave|smart|bluetooth|matter|esp|rs|raspberry|core|hub|rev|led|com|port|gen)(?![a-z])|\d(?:st|nd|rd|th|pm|am|x|kg|mm|cm|go|all|pro|bit|hrs?|min|sec|day|days|ply)$|\d(?:ever|you)s$/i;

/** Values that installers and users of all the world leave as they are. */
const WELL_KNOWN =
  /(?<![\p{L}\p{N}_.@/-])(?<value>letmein\d{0,4}|change(?:me|it)\d{0,4}|(?:qwert[yz]|azerty)\d{1,4}!?|passw?[o0]rd\d{1,4}!?|p[a@]ssw0rd!?|admin\d{2,4}!?|welcome\d{1,4}!?|iloveyou\d{0,4}|abc123|trustno1|1q2w3e\w{0,6}|test1234|default123)(?![\p{L}\p{N}_@-])/dgiu;

/** Names that people and programs sign on with, and what stands between them and a password. */
const SIGN_ON_NAME =
  '(?:root|admin|administrator|sa|guest|service|manager|mgr|supervisor|operator|cashier|back ?office|svc_\\w{2,12}|[a-z]{2,12}\\d{2}|[\\w.+-]{2,30}@[\\w-]{2,30}\\.[\\w.-]{2,20})';
const USER =
  '(?:user(?:name)?|log ?in|account|benutzer|usuario|utilisateur|utente|użytkownik|uzytkownik|operator)';
const MARK = '(?:\\s?[,;|]\\s?|\\s?/\\s?|\\s\\\\\\s|\\s?:(?!//)\\s?|\\s[-–>]{1,2}\\s)';

const pairs: readonly RegExp[] = [
  /** `mgr02/Tulip77`, `backoffice;Qu1ll-Pen`. */
  new RegExp(
    `${BEGIN}${SIGN_ON_NAME}(?:\\s?[;|]\\s?|\\s?/\\s?|,(?=\\S))["'\`]?(?<value>${VALUE})${END}`,
    'dgu',
  ),
  /** `login anna:Kw1atek!`, `user kowalska, Start123!`. */
  new RegExp(
    `${BEGIN}${USER}(?:\\s?[:=]\\s?|\\s(?:is\\s)?)[\\w.@\\\\-]{2,40}${MARK}["'\`]?(?<value>${VALUE})${END}`,
    'dgiu',
  ),
  /** `sign on as ROSE with ROSE1`, `rdp as optima\svc_pos with …`. */
  new RegExp(
    `${BEGIN}as\\s[\\w.@\\\\-]{2,40}\\s(?:with|and|using)\\s["'\`]?(?<value>${VALUE})${END}`,
    'dgiu',
  ),
  /** `ssh …, you give it lowtide22`. */
  new RegExp(
    `${BEGIN}(?:give|gave|giving|feed|tell)\\s(?:it|the till|them)\\s["'\`]?(?<value>${VALUE})${END}`,
    'dgiu',
  ),
];
/** `u: till4 p: brunswick4`: named beyond doubt, so any value is one. */
const LETTERS_ONLY =
  /(?<![\p{L}\p{N}])(?:u|usr|user|un|id|login)\s?[:=]\s?[\w.@\\-]{2,40}[\s,;/|]{1,3}(?:p|pw|pwd|pass)\s?[:=]\s?["'`]?(?<value>[^\s"'`,;]{3,60})/dgiu;
/** `Biscuit2003, capital B`: how it is written is told behind it. */
const SPELLED = new RegExp(
  `${BEGIN}(?<value>[A-Za-z]{3,20}\\d{1,6}[!]?),?\\s(?:with\\s)?(?:an?\\s)?(?:capital|upper ?case|lower ?case|all (?:caps|lower|small|one word)|no (?:caps|space))`,
  'dgiu',
);
/** `Zx81pq is the one-time thing`. */
const ONE_TIME = new RegExp(
  `${BEGIN}(?<value>(?=[A-Za-z]{0,20}\\d)(?=\\d{0,20}[A-Za-z])[A-Za-z0-9]{5,20})["'\`]?,?\\s(?:is|was|that['’]?s|being)\\s(?:the|my|our|a)\\s(?:one[- ]time|temporary|session|remote|otp|access)`,
  'dgiu',
);

/** `anna:Herring42!@10.0.0.4`: before a host, with a digit and a sign or a capital. */
const BEFORE_HOST =
  /(?<![\w/:.-])[A-Za-z][\w.-]{1,30}:(?<value>(?=[^\s:/@]{0,60}\d)(?=[^\s:/@]{0,60}[A-Z!#$%&*])[^\s:/@[\]]{5,60})@(?=[\w-]{1,30}\.)/dgu;

/** Whether a word is a password by its form alone. */
function isByForm(word: string): boolean {
  if (IS_NAME.test(word)) return false;
  if (LEET_TWICE.test(word)) return true;
  if ((word.match(/[A-Za-z]/g) ?? []).length < FEWEST_LETTERS) return false;
  return LEET.test(word) || BETWEEN_WORDS.test(word) || WITH_SIGN.test(word);
}

/** Fewest letters of a word that is one by its form: shorter ones are the names of models. */
const FEWEST_LETTERS = 6;

/** Whether a value beside a name is no other name with a number: `user / manager2`, `till3 / till4`. */
function isBesideName(_match: RegExpMatchArray, value: string): boolean {
  if (!/[A-Za-z]{2}/.test(value) || !/\d|[!#$%&*@_]/.test(value) || IS_NAME.test(value)) return false;
  if (/^[a-z]{1,3}-?\d{1,4}$|^[A-Z]{1,3}-?\d{1,4}[A-Z]?$|\.(?:\w{1,4})$/.test(value)) return false;
  return !/^(?:manager|mgr|supervisor|admin|user|cashier|clerk|operator|terminal|scale|pos|till|lane)\P{L}*\d+$/iu.test(
    value,
  );
}

/** All of a text. */
export function* passwordForms(text: string): Generator<Span> {
  yield* byPattern(text, WELL_KNOWN, () => true);
  if (!/\d|[!#$%&*@_]/.test(text)) return;
  yield* byForm(text);
  if (/[,;|/:>\\-]| with | it /i.test(text))
    for (const pattern of pairs) yield* byPattern(text, pattern, isBesideName);
  yield* byPattern(text, LETTERS_ONLY, (_match, value) => !value.startsWith('[hidden'));
  if (!/\d/.test(text)) return;
  if (text.includes('@')) yield* byPattern(text, BEFORE_HOST, () => true);
  yield* byPattern(text, SPELLED, (_match, value) => !IS_NAME.test(value));
  yield* byPattern(text, ONE_TIME, () => true);
}

/** Words by their form, and the same words told again in another way: `Spring24!, Spring25! and spring25`. */
function* byForm(text: string): Generator<Span> {
  const stems = new Set<string>();
  const words = matchesOf(WORD, text);
  for (const { 0: word } of words) if (isByForm(word)) stems.add(stemOf(word));
  if (stems.size === 0) return;
  for (const { 0: word, index } of words) {
    if (isByForm(word) || (/\d/.test(word) && stems.has(stemOf(word))))
      yield { start: index, end: index + word.length };
  }
}

const stemOf = (word: string): string => word.toLowerCase().replace(/[^a-z]+$/, '');
