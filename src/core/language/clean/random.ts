/** Tells letters and digits that only machines mix so from words, names and numbers. */

/** Fewest bits per character of a key. Lower: serial numbers are taken for keys, too. Range 2.5 to 4. */
const KEY_BITS = 2.8;
/** Fewest changes between letters and digits (or cases) in a key. */
const KEY_CHANGES = 5;

/** Whether a run is mixed as only machines mix it. */
export function isRandom(run: string): boolean {
  const pieces = run.split(/[/_=-]/).map((part) => part.match(/\d+|[a-z]+|[A-Z]+|[^\dA-Za-z]+/g) ?? []);
  const changes = pieces.reduce((sum, all) => sum + Math.max(0, all.length - 1), 0);
  return /\d/.test(run) && /[A-Za-z]/.test(run) && changes >= KEY_CHANGES && bits(run) >= KEY_BITS;
}

/** Shannon entropy of the letters of a run, in bits per character. */
function bits(run: string): number {
  const counts = new Map<string, number>();
  for (const letter of run) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / run.length) * Math.log2(count / run.length);
  return sum;
}
