/** Models of devices, however they are written: `OP-909`, `OP 909`, `op909`. */

import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import type { Span } from './spans.ts';
import { readWords, type Vocabulary } from './words.ts';

/** A model as printed, and the families that have it. */
export interface KnownModel {
  readonly printed: string;
  readonly families: readonly Id[];
}

export interface ModelIndex {
  /** Stems of the name written together → model. */
  readonly byKey: ReadonlyMap<string, KnownModel>;
  /** Words of the longest name. */
  readonly mostWords: number;
}

export interface FoundModel extends KnownModel, Span {}

/** Most models that are read in one message, a bound on time. */
const MOST_MODELS = 50;
/** Shortest key by which a model is recognised; shorter ones are words of other things. */
const SHORTEST_KEY = 4;

/** `9O9`, `9l0`: letters that look like the digits between which they stand. */
const asDigits = (key: string): string =>
  key.replace(/(?<=\d)o(?=\d|$)/g, '0').replace(/(?<=\d)[il](?=\d)/g, '1');

const hasNumberAndLetters = (key: string): boolean => /\d/.test(key) && /[a-z]/.test(key);

/** The keys of a name: whole, and without the make before it (`Sharp ER-A450` is also `ER-A450`). */
function keysOf(stems: readonly string[]): string[] {
  const whole = stems.join('');
  const tails = stems
    .slice(1)
    .map((_, at) => stems.slice(at + 1).join(''))
    .filter(hasNumberAndLetters);
  return [whole, ...tails].filter((key) => key.length >= SHORTEST_KEY && /[a-z]/.test(key));
}

export function compileModels(kb: KnowledgeBase, vocabulary: Vocabulary): ModelIndex {
  const byKey = new Map<string, KnownModel>();
  const ambiguous = new Set<string>();
  let mostWords = 1;
  for (const family of kb.families) {
    for (const printed of family.models) {
      const words = readWords(vocabulary, printed);
      const stems = words.map((word) => word.stem);
      mostWords = Math.max(mostWords, stems.length + 1);
      const keys = [...keysOf(stems), ...keysOf(words.map((word) => word.text))];
      for (const key of new Set(keys)) {
        const known = byKey.get(key);
        if (known === undefined) byKey.set(key, { printed, families: [family.id] });
        else if (known.printed === printed)
          byKey.set(key, { printed, families: [...new Set([...known.families, family.id])] });
        else if (key !== keys[0]) ambiguous.add(key);
      }
    }
  }
  for (const key of ambiguous) byKey.delete(key);
  return { byKey, mostWords: Math.min(mostWords, 6) };
}

/** A model and how many words name it. */
interface Named {
  readonly model: FoundModel;
  readonly words: number;
}

/** The longest model that begins with this word. */
function longestAt(index: ModelIndex, words: readonly PlacedWord[], at: number): Named | null {
  const first = words[at];
  let key = '';
  let written = '';
  let best: Named | null = null;
  for (const [more, last] of words.slice(at, at + index.mostWords).entries()) {
    if (first === undefined || last.sentence !== first.sentence) break;
    key += last.stem;
    written += last.text;
    const known = index.byKey.get(key) ?? index.byKey.get(asDigits(written));
    if (known !== undefined)
      best = { model: { ...known, start: first.start, end: last.end }, words: more + 1 };
  }
  return best;
}

/** Models named in the words; a longer name wins over a shorter one inside it. */
export function readModels(index: ModelIndex, words: readonly PlacedWord[]): readonly FoundModel[] {
  const found: FoundModel[] = [];
  for (let at = 0; at < words.length && found.length < MOST_MODELS; ) {
    const longest = longestAt(index, words, at);
    if (longest !== null) found.push(longest.model);
    at += longest?.words ?? 1;
  }
  return found;
}
