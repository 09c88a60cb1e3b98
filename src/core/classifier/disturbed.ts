/** Texts that are disturbed, always the same from the same text. */

const WORD = /\p{L}{4,}/gu;

/** The text with one slip in one of its words of four letters or more; as it is where it has none. */
export function misspelt(text: string, seed: number): string {
  const words = [...text.matchAll(WORD)];
  const word = words[seed % Math.max(1, words.length)];
  if (word === undefined) return text;
  const at = word.index + 1 + (seed % (word[0].length - 2));
  const [before, here, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  switch (seed % 4) {
    case 0:
      return before + after;
    case 1:
      return before + here + here + after;
    case 2:
      return before + (after[0] ?? '') + here + after.slice(1);
    default:
      return before + String.fromCharCode(97 + (seed % 26)) + after;
  }
}

/** The text with the letters of every word reversed. */
export const nonsense = (text: string): string =>
  text.replace(/\p{L}+/gu, (word) => [...word].reverse().join(''));
