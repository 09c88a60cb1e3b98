/** Passwords: words that follow what says so. */

import { UNIT_AFTER } from './code-cues.ts';
import { speaksOfError } from './error-numbers.ts';
import { byPattern } from './placed.ts';
import { CUE, FOREIGN_CUE } from './secret-cues.ts';
import type { Span } from './spans.ts';
import { HIDDEN } from './words.ts';

/** Words that follow "password is" without being one. */
const STATES = new Set(
  `wrong not incorrect invalid right correct fine ok okay rejected refused accepted expired required blocked locked
  blank empty unknown missing needed asked being changed reset still the a an my our no never always now set same different known valid
  working broken lost forgotten hidden secret good bad too ignored denied requested entered typed wanted stuck gone it its that this there
  in on by for with what where and or but from to so only just also very really new old here case sensitive protected off cleared deleted
  disabled enabled saved stored shown visible weak strong short long rejected declined unrecognised unrecognized mandatory optional default
  prompt screen box field page error message problem issue reset doesnt doesn't wont won't isnt isn't does did has was is are were will
  cannot can cant can't keeps keep says said asks again please help works worked when if after before because while which who
  reject accept refuse grand great perfect unchanged identical case-sensitive null none taken true false undefined`.split(
    /\s+/,
  ),
);

/** A value in the signs that all keyboards have, without those that end it: `Gouda&Brie3`. */
const SIGN = '[!#$%&(*+\\-./0-9:<=>?@A-Z\\\\^_a-z{|~]';
const TYPED = `(?=${SIGN}{0,60}[\\d!@#$%&*_+])${SIGN}{5,60}`;
const WORD_BEGIN = '(?<![\\p{L}\\p{N}_])';
const NAME = '(?:root|admin|administrator|sa|user|guest|service|manager|supervisor|operator|pos|till)';
/** What may stand between a cue and `is`, bounded. */
const WORDS = "(?:\\s{1,2}[\\p{L}'’]{1,14})";

const patterns = {
  /** `"password": "…"`, `pwd=…`. */
  field:
    /\b(?:password|passwd|pwd|passcode|pin)\\?["']\s*(?::|=>)\s*\\?["']?(?<value>[^"'\\\s,}[\]]{2,4000})/dgi,
  pair: /\b(?:password|passwd|pwd|pswd|psw|pw|p\/w|pass|passcode|pin)=["']?(?<value>[^\s"'&,;)\]}[]{2,4000})/dgi,
  /** `user admin pass Welcome1`. */
  afterUser:
    /\b(?:user(?:name)?|login|account|benutzer(?:name)?|usuario|utilisateur|utente)(?:\s*[:=]\s*|\s+(?:is\s+)?)(?!pass)[^\s,;:]{1,60}(?:\s*[,;/]\s*|\s+)(?:(?:and|with)\s+)?(?:pass|pas{1,2}word|passwd|pwd|pw|passwort|kennwort|clave|contraseña|mdp|mot de passe)(?<link>\s*[:=]\s*|\s+(?:is\s+)?)["'`]?(?<value>[^\s"'`,;)\]}]{3,200})/dgiu,
  /** `pass Welcome1`: letters and digits, or it is no password. */
  mixedAfterPass:
    /\bpass\s+(?<value>(?=[^\s"'`,;)\]}]{0,200}\d)(?=[^\s"'`,;)\]}]{0,200}[A-Za-z])[^\s"'`,;)\]}]{6,200})/dgi,
  /** `https://name:secret@host`. */
  inAddress: /:\/\/[^\s/:@]{1,100}:(?<value>[^\s/@]{1,200})@/dgu,
  /** `pin: 12ab`, `password is hunter2`, `password hunter2`, `pass: hunter2`. */
  wordAfterCue: new RegExp(
    `\\b(?:${CUE}(?:\\s+(?:for|of)\\s+[\\p{L}]{1,20}(?:\\s+[\\p{L}]{1,20})?(?=\\s+(?:is|was)\\s|\\s*[:=]))?|pass(?=\\s*[:=]|\\s+is\\s+\\S*\\d))(?<link>\\s*(?::|=>|->)\\s*|'s\\s+|\\s+=\\s*|=\\s+|\\s+[-–]\\s+|\\s+(?:is|was|ist|has been)\\s*:?\\s+(?:(?:re)?set\\s+to\\s+|changed\\s+to\\s+)?|\\s+)["'\`]?(?<value>[^\\s"'\`,;)\\]}]{2,200})`,
    'dgiu',
  ),
  /** `root password on the door box is d00rbell!`. */
  farAfterCue: new RegExp(
    `${WORD_BEGIN}${CUE}(?:${WORDS}{1,6}?\\s{0,2}[:=]\\s{0,2}|${WORDS}{0,6}?\\s{1,2}(?:is|was|to|è|é|e|es|est|ist|lautet|er|är|je)\\s{1,2})["'\`]?(?<value>${TYPED})`,
    'dgiu',
  ),
  /** `password of the manager profile M@nager_01`: with a sign or two digits it needs nothing between. */
  bareAfterCue: new RegExp(
    `${WORD_BEGIN}${CUE}(?:,?${WORDS}){1,8}?,?\\s{1,2}["'\`]?(?<value>(?=[A-Za-z]{1,20}[!$%&*@_#][A-Za-z0-9]|[A-Za-z]{1,20}\\d{1,6}[!$%&*#])${TYPED})`,
    'dgiu',
  ),
  /** `hasło kierownika to Zupa#2021`, `пароль kassa2022`. */
  foreign: new RegExp(`${FOREIGN_CUE}${WORDS}{0,3}?[\\s:：=は是는]{1,3}["'\`]?(?<value>${TYPED})`, 'dgiu'),
  /** `with Password1 as the password`. */
  beforeCue: new RegExp(
    `(?<![^\\s"'\`(])(?<value>${TYPED})["'\`)]?\\s(?:as|is|was)\\s(?:the\\s|my\\s|our\\s|his\\s|her\\s)?${CUE}(?![\\p{L}\\p{N}_])`,
    'dgiu',
  ),
  /** `root / t1ll-Pa55-aba`, `admin slash Winter2024`. */
  afterName: new RegExp(
    `(?<![\\w/.\\\\-])${NAME}(?:\\s{0,2}/\\s{1,2}|\\s{1,2}/|\\s{1,2}slash\\s{1,2}|/(?=[a-z]*(?:[A-Z]|\\d\\d)))["'\`]?(?<value>${TYPED})(?![/\\w])`,
    'dgu',
  ),
  /** `root:toor99x`, `curl -u 'name:secret'`. */
  afterColon: new RegExp(
    `(?:(?<![\\w/.-])(?:root|admin|administrator|sa):|\\s(?:-u|--user)[\\s=]{1,2}["']?[^\\s:"']{1,80}:)(?<value>${TYPED})(?![/\\w])`,
    'dg',
  ),
  /** `sqlcmd -U sa -P Str0ngOne!`. */
  option: new RegExp(
    `\\b(?:sqlcmd|osql|mysql(?:dump)?|sshpass)\\s[^\\n]{0,120}?\\s?-[pP]\\s?["']?(?<value>${TYPED})`,
    'dg',
  ),
  /** `password = "correct horse battery"`. */
  quoted: new RegExp(
    `${WORD_BEGIN}${CUE}(?:\\s{0,3}[:=]\\s{0,3}|\\s{1,2}(?:is|was)\\s{1,2})["'](?<value>[^"'\\n\\s]{1,40}(?: [^"'\\n\\s]{1,40}){1,5})["']`,
    'dgiu',
  ),
  /** `the bosses login, mike / M1keRul3z`. */
  afterLogin: new RegExp(
    `${WORD_BEGIN}(?:log ?in|log ?on|wi-?fi|ssid|credentials?|creds|account|user(?:name)?)(?![\\p{L}\\p{N}_])[^.!?\\n/]{0,40}?[\\s,:][\\w.@-]{2,40}(?:\\s{1,2}/\\s{0,2}|/(?=[^\\s/]{0,40}[!#$%&*])|\\s{1,2}slash\\s{1,2}|\\s{1,2}with\\s{1,2})["'\`]?(?<value>${TYPED})(?![/\\w])`,
    'dgiu',
  ),
  /** `the code is 1a2b3c`. */
  lettered:
    /\bcodes?(?:'s|\s(?:is|was))\s(?!http|0x)(?<value>(?=[A-Za-z]{0,12}\d[A-Za-z]{0,12}\d)(?=\d{0,12}[A-Za-z])[A-Za-z0-9]{5,12}[#*]?)(?![\w-])/dgi,
  /** `password is lemon tree with a space`: its spelling is told behind it. */
  spelled: new RegExp(
    `${WORD_BEGIN}${CUE}\\s{1,3}(?:is|was|=|:|-)\\s{1,3}["'\`]?(?<value>[\\p{L}\\p{N}]{2,20}(?:\\s[\\p{L}\\p{N}]{2,20}){0,2}?)["'\`]?,?\\s{1,2}(?:with(?:out)? (?:a |an |the )?(?:space|capital|cap|big|small|gap)|all (?:one word|small|lower|caps|capitals|in)|no (?:space|capital|caps)|in (?:capitals|caps|lower|small))`,
    'dgiu',
  ),
} as const;

/** The names of devices and the codes of errors: `C04`, `E01`. */
const CODE = /^(?:[a-z]{1,3}-?\d{1,3}|\d{1,2}x?)$/i;
/** What is told of a code is no word: `service code: opens`. */
const ENDS_IN_CODE = /codes?[^\p{L}]*(?:is|was)?[^\p{L}]*$/iu;
const SHORT_CODE = /^[a-z]{1,3}-?\d{1,3}$/i;

function isWordSecret(link: string, value: string, after: string): boolean {
  if (value.startsWith(HIDDEN.slice(0, 7)) || STANDS_FOR_IT.test(value)) return false;
  const word = value.replace(/[.!?:]+$/, '').toLowerCase();
  if (word === '' || STATES.has(word) || (/^\d+$/.test(word) && UNIT_AFTER.test(after))) return false;
  const mixed = /\d/.test(word) && /[\p{L}]/u.test(word);
  if (/[:=]/.test(link)) return !SHORT_CODE.test(word) || word.length > 4;
  if (CODE.test(word)) return false;
  if (mixed || /[!@#$%^&*_+]/.test(word)) return true;
  // "password is banana": only where nothing else explains the word.
  return (
    /is|was/i.test(link) &&
    /^["'`]?\s*(?:$|[.,;!?\n"'`]|and\b|but\b)/.test(after) &&
    !/(?:ed|ing)$/.test(word)
  );
}

/** What is put where a password would stand: `****`, `$PASSWORD`, `<pin>`. */
const STANDS_FOR_IT = /^(?:[*•.…]{2,}|[$<{%].*)$/;

const isTold = (_match: RegExpMatchArray, value: string): boolean =>
  !value.startsWith(HIDDEN.slice(0, 7)) && !STATES.has(value.toLowerCase()) && !STANDS_FOR_IT.test(value);

/** Whether a value has a letter and a digit, or a letter and a sign within, as passwords are. */
function isMixedValue(match: RegExpMatchArray, value: string): boolean {
  const word = value.replace(/[.!?:]+$/, '');
  if (!isTold(match, word) || CODE.test(word)) return false;
  return /[A-Za-z]/.test(word) && /[\d!@#$%&*_+]/.test(word);
}

/** Whether a phrase tells of a password: `"is not valid"`. */
const isState = (phrase: string): boolean => {
  const words = phrase.toLowerCase().split(' ');
  return words.filter((word) => STATES.has(word)).length * 2 >= words.length;
};

/** Whether a value is no name with a number on: `till4`, `manager2`. */
const isNoName = (match: RegExpMatchArray, value: string): boolean =>
  isMixedValue(match, value) &&
  !/^(?:[\p{L}-]+\d|(?:till|pos|user|lane|manager|terminal|scale)\p{P}?\d+)\p{P}?$/iu.test(value);

/** Passwords in a text; `hasCue`: it speaks of one. */
export function* passwords(text: string, hasCue: boolean): Generator<Span> {
  if (/[:>]/.test(text)) yield* byPattern(text, patterns.field, isTold);
  if (text.includes('=')) yield* byPattern(text, patterns.pair, isTold);
  if (text.includes('://')) yield* byPattern(text, patterns.inAddress, isTold);
  yield* byPattern(text, patterns.foreign, isMixedValue);
  if (text.includes(':')) yield* byPattern(text, patterns.afterColon, isNoName);
  if (/\/|slash|with/i.test(text)) {
    yield* byPattern(text, patterns.afterName, isNoName);
    yield* byPattern(text, patterns.afterLogin, isNoName);
  }
  if (/sql|sshpass/.test(text)) yield* byPattern(text, patterns.option, isMixedValue);
  if (/code/i.test(text))
    yield* byPattern(text, patterns.lettered, (match) => !ofError(text, match.index ?? 0));
  if (hasCue) yield* afterCues(text);
}

const ofError = (text: string, at: number): boolean => speaksOfError(text.slice(Math.max(0, at - 40), at));

function* afterCues(text: string): Generator<Span> {
  yield* byPattern(text, patterns.wordAfterCue, (match, value, end) => {
    if (ENDS_IN_CODE.test(match[0].slice(0, -value.length)) && !/\d/.test(value)) return false;
    return isWordSecret(match.groups?.link ?? '', value, text.slice(end, end + 16));
  });
  // Beside a user's name the word after `pass` is one, as after `is`.
  yield* byPattern(text, patterns.afterUser, (_match, value, end) =>
    isWordSecret(' is ', value, text.slice(end, end + 16)),
  );
  yield* byPattern(text, patterns.mixedAfterPass, (_match, value, end) =>
    isWordSecret(' ', value, text.slice(end, end + 16)),
  );
  yield* byPattern(text, patterns.farAfterCue, isMixedValue);
  yield* byPattern(text, patterns.bareAfterCue, isMixedValue);
  yield* byPattern(text, patterns.beforeCue, isMixedValue);
  yield* byPattern(text, patterns.spelled, isTold);
  yield* byPattern(text, patterns.quoted, (_match, value) => !isState(value));
}
