/** Numbers and keys that are secrets by their form alone. */

/** Fewest bits per character of a long run that is taken for a key. Lower: serial numbers are masked, too. Range 2.5 to 4. */
const KEY_BITS = 2.8;
/** Changes between letters and digits (or cases) in a long run that is taken for a key. */
const KEY_CHANGES = 5;

/** Whether digits end in the check digit of a card (Luhn 1960). */
export function luhn(digits: string): boolean {
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

/** A run of letters and digits mixed as only machines mix them. */
export function looksLikeKey(run: string): boolean {
  const changes = run.split(/[/_=-]/).reduce((sum, part) => {
    let count = 0;
    for (let at = 1; at < part.length; at++)
      if (kindOf(part[at] ?? '') !== kindOf(part[at - 1] ?? '')) count++;
    return sum + count;
  }, 0);
  return /\d/.test(run) && /[A-Za-z]/.test(run) && changes >= KEY_CHANGES && bits(run) >= KEY_BITS;
}
