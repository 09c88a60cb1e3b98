/** Which numbers payment cards have: the first digits that ISO/IEC 7812 gives to schemes, and how long they are. */

/** Ranges of first digits, the lengths that are given, and those that hardly are any more. */
type Scheme = readonly [begins: string, lengths: readonly number[], rareLengths?: readonly number[]];

const LONG = [16, 17, 18, 19];

/** Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Maestro, Mir, RuPay. */
const SCHEMES: readonly Scheme[] = [
  ['4-4', [13, 16, 19]],
  ['51-55 2221-2720', [16]],
  ['34-34 37-37', [15]],
  ['6011-6011 644-659', LONG],
  ['300-305 309-309 36-36 38-39', [14], LONG],
  ['3528-3589', LONG],
  ['62-62', LONG],
  ['50-50 56-69', LONG, [12, 13, 14, 15]],
  ['2200-2204', LONG],
  ['81-82', [16]],
];

/** Fewest and most digits of a card of any scheme. */
export const CARD_DIGITS = { fewest: 12, most: 19 } as const;

/** The digits that numbers of cards begin with. */
export const FIRST_DIGITS: ReadonlySet<string> = new Set(
  SCHEMES.flatMap(([begins]) => begins.match(/(?<![\d])\d/g) ?? []),
);

/** Whether some scheme gives such numbers; the check digit is not looked at. `rare`: hardly any more. */
export function schemeGives(digits: string): 'usual' | 'rare' | 'none' {
  const givenBy = (lengths: readonly number[] | undefined, begins: string): boolean =>
    lengths?.includes(digits.length) === true && begins.split(' ').some((range) => isWithin(digits, range));
  if (SCHEMES.some(([begins, lengths]) => givenBy(lengths, begins))) return 'usual';
  return SCHEMES.some(([begins, , rareLengths]) => givenBy(rareLengths, begins)) ? 'rare' : 'none';
}

/** Both ends of a range have as many digits as are compared. */
function isWithin(digits: string, range: string): boolean {
  const [from = '', to = ''] = range.split('-');
  const first = digits.slice(0, from.length);
  return from <= first && first <= to;
}
