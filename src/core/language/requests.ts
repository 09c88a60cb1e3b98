/** Whether words ask for what a refused phrase names, or only tell of it. */

import type { PlacedWord } from './clauses.ts';
import { REQUESTING, WONDERING } from './english.ts';
import type { Match } from './find.ts';
import { bare } from './words.ts';

/** Words that may stand beside a request that is nothing but its nouns: `supervisor pin please`. */
const BESIDE_BARE_REQUEST = 2;

const PAST = /ed$/;
const TELLERS: ReadonlySet<string> = new Set(['it', 'he', 'she', 'they', 'somebody', 'someone']);

/** `she forced the key`, `it gives me the code`: tells of what `force the key`, `give me the code` ask for. */
function isTold(words: readonly PlacedWord[], match: Match): boolean {
  const place = match.at[0] ?? 0;
  const [before, first] = [words[place - 1], words[place]];
  if (first === undefined || first.kind === 'not') return false;
  if (before !== undefined && before.segment === first.segment && TELLERS.has(before.text)) return true;
  const { first: asked, asks } = match.phrase;
  if (asks) return PAST.test(first.text);
  if (first.text === asked) return false;
  return (PAST.test(first.text) && !PAST.test(asked)) || [`${asked}s`, `${asked}es`].includes(first.text);
}

/** `what is the code` is asked for only where something is asked for: `she typed the code` tells of it. */
export function isRequested(words: readonly PlacedWord[], match: Match): boolean {
  const told = isTold(words, match);
  if (!match.phrase.asks && !told) return true;
  const sentence = words.filter((word) => word.sentence === words[match.at[0] ?? 0]?.sentence);
  if (match.phrase.asks && isPlanned(sentence, words[match.at[0] ?? 0])) return true;
  const isBare = match.phrase.asks && sentence.length <= match.at.length + BESIDE_BARE_REQUEST;
  if (told) return words[match.at[0] ?? 0]?.mood !== 'said';
  return (
    isBare ||
    (match.phrase.asks && ASKING.has(sentence[0]?.text ?? '')) ||
    sentence.some((word, at) => asksFor(word) || asksYou(word, sentence[at + 1]))
  );
}

/** `I'll just snip the seal`, `thinking of drilling the lock`: meant to be done by whoever writes. */
const isPlanned = (sentence: readonly PlacedWord[], first: PlacedWord | undefined): boolean =>
  (first?.mood === 'supposed' || first?.mood === 'wished') &&
  sentence.some((word) => PLANNERS.has(word.text) || word.text === 'thinking');

const PLANNERS: ReadonlySet<string> = new Set([
  'i',
  'we',
  "i'll",
  "we'll",
  "i'd",
  "we'd",
  "i'm",
  "we're",
  'im',
]);

/** `who may break the seal`: asks for the one who may, and not how. */
export const asksWhoMay = (words: readonly PlacedWord[], match: Match): boolean => {
  const first = match.at[0] ?? 0;
  return words
    .slice(0, first)
    .some(
      (word, at) =>
        word.text === 'who' &&
        ENTITLED.has(words[at + 1]?.text ?? '') &&
        word.sentence === words[first]?.sentence,
    );
};

const ENTITLED: ReadonlySet<string> = new Set(['may', 'can', 'should', 'must', 'is', 'has']);

/** A sentence that begins so asks, with a question mark or without. */
const ASKING: ReadonlySet<string> = new Set(
  'can could may might will would shall should is are do does'.split(' '),
);

/** `can you turn it off`: a request, though no question in doubt. */
const asksYou = (word: PlacedWord, next: PlacedWord | undefined): boolean =>
  next?.text === 'you' && /^(?:can|could|would|will)$/.test(word.text);

const asksFor = (word: PlacedWord): boolean =>
  word.mood === 'asked' || WONDERING.has(bare(word.text)) || REQUESTING.has(word.text);
