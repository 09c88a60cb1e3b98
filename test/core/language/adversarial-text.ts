/** Texts that nobody means well with, or that come from a cat on a keyboard: made anew from a seed, always the same. */

import { type Random, randomFrom } from '../../../src/simulate/random.ts';

/** Whole messages as people write them; what is made is made of these and of the phrases given. */
const MESSAGES: readonly string[] = [
  "Morning, the till wants a supervisor every time I do a refund and the key won't turn all the way.",
  'it is not the key, it is the reader; lane 2 works but lane 3 does not',
  '{"code":1010,"msg":"token is expired","success":false,"t":1700000000000,"tid":"abc"}',
  'From: Anna Hill, Supervisor <anna@store.example>\nTo: Help Desk\nSubject: till 4\n\nThe key is stuck.\n\nKind regards\nAnna',
  '> > is the key bent?\n> no\nNeither the key nor the lock is bent, it was stuck yesterday, fine now',
  'user admin pass Welcome1, her PIN is 4711, card 4111 1111 1111 1111',
  'OP-909 shows C04, what happens if I turn the switch ON?',
  'Ticket #48213 | Requester: Maria (store manager) | Summary: register says E40 after a power failure',
];

/** Marks and letters that break what was not thought of. */
const ODD: readonly string[] = [
  '\u0000',
  '\u202e',
  '\u202c',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udc00',
  '🔑',
  '👩‍👩‍👧‍👦',
  '👎🏽',
  'e\u0301\u0301\u0301',
  'İ',
  'ß',
  'ﬁ',
  '\u2028',
  '\r',
  '\t',
  '"',
  "'",
  '\\',
  '`',
  '{',
  '[',
  '<b>',
  '</',
  '<!--',
  '?',
  '…',
  '\n> ',
  '\n-- \n',
  '[hidden]',
];

/** Pieces that are dear when there are many of them. */
const DEAR: readonly string[] = [
  'a',
  ' ',
  '\n',
  '"',
  '\\"',
  '>',
  '(',
  '[[',
  '{"a":',
  '0 ',
  '1-',
  '9',
  '4 ',
  '4111111111111111 12/29 ',
  'pin ',
  'pin is ',
  'password ',
  'password: ',
  'code for ',
  'user a pass ',
  'secret=',
  'manager code ',
  '[hidden] ',
  'her number is ',
  'Aa1_',
  'not ',
  "won't ",
  'it ',
  'this one ',
  'lane 1 ',
  'lane 2 not, ',
  'key ',
  'key is bent ',
  'was fixed now, ',
  'if when because ',
  'the the ',
  'suprevisr ',
  'keyy readr ',
  'C04 ',
  '28841105 ',
  'OP-909 ',
  'op op op ',
  'From: a\n',
  'on monday somebody wrote:\n',
  'regards\n',
  'tel 0161 496 0123 ',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  '<a ',
  'ﷺ',
  'e\u0301',
  '👩‍👩‍👧‍👦',
];

const LONG_UNITS = 1_048_576;

/** One of a list. */
const oneOf = <T>(list: readonly T[], random: Random, none: T): T =>
  list[Math.floor(random() * list.length)] ?? none;

const whole = (random: Random, below: number): number => Math.floor(random() * below);

function mutated(text: string, random: Random): string {
  const at = whole(random, text.length + 1);
  const to = at + whole(random, 8);
  switch (whole(random, 8)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, at) + oneOf(ODD, random, '') + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at, to).repeat(1 + whole(random, 30)) + text.slice(to);
    case 3:
      return text.slice(0, at) + [...text.slice(at, to)].reverse().join('') + text.slice(to);
    case 4:
      return text.slice(0, at) + String.fromCharCode(whole(random, 0x10000)) + text.slice(to);
    case 5:
      return `"${text.slice(0, at)}"${text.slice(at)}"`;
    case 6:
      return text.slice(at) + text.slice(0, at);
    default:
      return JSON.stringify(text).slice(0, at + 4);
  }
}

/** A text of one kind: mutated speech, noise, one dear piece many times, several of them, or a megabyte. */
function adversarialText(phrases: readonly string[], random: Random): string {
  const kind = random();
  if (kind < 0.55) {
    let text = random() < 0.5 ? oneOf(MESSAGES, random, '') : oneOf(phrases, random, '');
    if (random() < 0.3) text += ` ${oneOf(phrases, random, '')}`;
    for (let times = 1 + whole(random, 6); times > 0; times--) text = mutated(text, random);
    return text;
  }
  if (kind < 0.7) return Array.from({ length: whole(random, 400) }, () => noise(random)).join('');
  if (kind < 0.88) return oneOf(DEAR, random, '').repeat(1 + whole(random, 4000));
  if (kind < 0.995)
    return Array.from({ length: 1 + whole(random, 12) }, () =>
      oneOf(DEAR, random, '').repeat(1 + whole(random, 300)),
    ).join(oneOf(ODD, random, ''));
  const piece = random() < 0.5 ? oneOf(DEAR, random, 'a') : `${oneOf(phrases, random, 'a')} `;
  return piece.repeat(Math.ceil(LONG_UNITS / piece.length));
}

const noise = (random: Random): string =>
  random() < 0.2
    ? oneOf(ODD, random, '')
    : String.fromCodePoint(32 + whole(random, random() < 0.8 ? 95 : 0xd000));

/** So many texts from one seed. `phrases`: what people say of the devices. */
export function* adversarialTexts(
  count: number,
  seed: number,
  phrases: readonly string[],
): Generator<string> {
  const random = randomFrom(seed);
  for (let number = 0; number < count; number++) yield adversarialText(phrases, random);
}
