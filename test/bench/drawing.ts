/** Drawing by seed: numbers, choices and made-up words, always the same from the same seed. */

/** Draws numbers in 0..1, always the same from the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What the parts of a base are drawn with. */
export interface Drawing {
  readonly random: () => number;
  readonly words: readonly string[];
}

/** One of the list. */
export const pick = <T>(draw: Drawing, list: readonly T[]): T =>
  list[Math.floor(draw.random() * list.length)]!;
/** Some made-up words. */
export const phrase = (draw: Drawing, length: number): string =>
  Array.from({ length }, () => pick(draw, draw.words)).join(' ');
/** Some of the list, each once. */
export const distinct = <T>(draw: Drawing, list: readonly T[], count: number): T[] => {
  const left = [...list];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(draw.random() * left.length), 1)[0]!,
  );
};

/** Words of two to four syllables, each once. */
export function pseudoWords(random: () => number, count: number): string[] {
  const starts = 'b c d f g h j k l m n p r s t v w z br cl dr fl gr pl st tr'.split(' ');
  const vowels = 'a e i o u ai ea oo'.split(' ');
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 2 + Math.floor(random() * 3);
    words.add(
      Array.from(
        { length: syllables },
        () => starts[Math.floor(random() * starts.length)]! + vowels[Math.floor(random() * vowels.length)]!,
      ).join(''),
    );
  }
  return [...words];
}
