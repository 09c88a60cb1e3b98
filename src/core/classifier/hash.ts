/** Hashes of words and parts of words: 32 bits, FNV-1a, mixed at the end. */

const PRIME = 0x01000193;

/** Where hashing begins; features of different groups begin differently, so that they never meet. */
export const hashStart = (group: number): number => Math.imul(0x811c9dc5 ^ (group + 1), PRIME);

/** The hash with one more UTF-16 code unit. */
export const hashMore = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

/** The hash with all of a word. */
export function hashWord(hash: number, word: string): number {
  let more = hash;
  for (let at = 0; at < word.length; at++) more = hashMore(more, word.charCodeAt(at));
  return more;
}

/** Spreads what was hashed over all 32 bits (the finalizer of MurmurHash3). */
export function hashEnd(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
