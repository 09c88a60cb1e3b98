/** Which numbers payment cards have: the first digits that ISO/IEC 7812 gives to their schemes, and how long they are. */

/** What a scheme gives: smallest and largest of the first digits, as many of them as are compared, and the lengths. */
interface Scheme {
  readonly begins: readonly (readonly [number, number])[];
  readonly lengths: readonly number[];
  /** Lengths that are hardly given any more; with them a number is one of a card only where a card is spoken of. */
  readonly rareLengths?: readonly number[];
}

const LONG = [16, 17, 18, 19];

/** Visa, Mastercard, American Express, Discover, Diners Club, JCB and UnionPay, Maestro, Mir, RuPay. */
const SCHEMES: readonly Scheme[] = [
  { begins: [[4, 4]], lengths: [13, 16, 19] },
  {
    begins: [
      [51, 55],
      [2221, 2720],
    ],
    lengths: [16],
  },
  {
    begins: [
      [34, 34],
      [37, 37],
    ],
    lengths: [15],
  },
  {
    begins: [
      [6011, 6011],
      [644, 659],
    ],
    lengths: LONG,
  },
  {
    begins: [
      [300, 305],
      [309, 309],
      [36, 36],
      [38, 39],
    ],
    lengths: [14],
    rareLengths: LONG,
  },
  {
    begins: [
      [3528, 3589],
      [62, 62],
    ],
    lengths: LONG,
  },
  {
    begins: [
      [50, 50],
      [56, 69],
    ],
    lengths: LONG,
    rareLengths: [12, 13, 14, 15],
  },
  { begins: [[2200, 2204]], lengths: LONG },
  { begins: [[81, 82]], lengths: [16] },
];

/** Fewest and most digits of a card of any scheme. */
export const CARD_DIGITS = { fewest: 12, most: 19 } as const;

/** The digits that numbers of cards begin with. */
export const FIRST_DIGITS: ReadonlySet<string> = new Set(
  SCHEMES.flatMap(({ begins }) => begins.flat()).map((first) => String(first).charAt(0)),
);

/** Whether some scheme gives such numbers; the check digit is not looked at. `rare`: hardly any more. */
export function schemeGives(digits: string): 'usual' | 'rare' | 'none' {
  let given: 'usual' | 'rare' | 'none' = 'none';
  for (const { begins, lengths, rareLengths } of SCHEMES) {
    const isRare = rareLengths?.includes(digits.length) === true;
    if (!isRare && !lengths.includes(digits.length)) continue;
    if (!begins.some(([from, to]) => isWithin(digits, from, to))) continue;
    if (!isRare) return 'usual';
    given = 'rare';
  }
  return given;
}

function isWithin(digits: string, from: number, to: number): boolean {
  const first = Number(digits.slice(0, String(from).length));
  return from <= first && first <= to;
}
