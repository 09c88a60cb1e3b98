/** The knowledge base's examples of speech, made ready to be compared with. */

import { type Acts, type Id, SPEECH, type Speech } from '../knowledge/model.ts';
import { AUXILIARIES, DETERMINERS, isFunctionWord, WONDERING } from './english.ts';
import { NOT, readWords, type Vocabulary, type Word } from './words.ts';

/** What an act of speech may be; an `aside` is answered in a sentence and changes nothing. */
export type SpeechKind = Speech | 'aside';

/** One example made ready: its stems without articles, each once, by their numbers, and their weight together. */
export interface SpeechExample {
  readonly speech: SpeechKind;
  /** Which aside it is an example of; null where it is none. */
  readonly aside: Id | null;
  readonly stems: Int32Array;
  readonly weight: number;
  readonly isNegated: boolean;
  /** True where it speaks of somebody. */
  readonly namesSomebody: boolean;
}

/** Every example, and the stems that they are made of. */
export interface SpeechReader {
  readonly examples: readonly SpeechExample[];
  /** Stem → its number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** How much a stem tells, 0.2 to 2, by its number. */
  readonly weights: Float64Array;
  /** The examples to which a stem leads, by its number. */
  readonly byStem: readonly (readonly number[])[];
}

/** Words that are said for politeness or while one thinks. */
const FILLERS = new Set(['please', 'pls', 'plz', 'just', 'so', 'oh', 'um', 's']);

/** True where a word counts when speech is compared. */
export const counted = (word: Word): boolean => !DETERMINERS.has(word.text) && !FILLERS.has(word.text);

/** What a word tells that is small or says how something is asked, whatever the examples are; null: another word. */
export function smallWordWeight(stem: string): number | null {
  if (stem === 'why') return 2;
  if (WONDERING.has(stem)) return 0.6;
  if (AUXILIARIES.has(stem)) return 0.2;
  if (stem === NOT) return 1;
  return isFunctionWord(stem) ? 0.3 : null;
}

/** Below this weight a word does not lead to the examples that hold it. */
const TELLING_WEIGHT = 0.5;
/** Stems that stand for a human. */
const PERSONS = ['somebody', 'anybody'];
/** True where somebody is spoken of. */
export const namesSomebody = (stems: readonly string[]): boolean =>
  PERSONS.some((stem) => stems.includes(stem));

/** Every example and what it is one of. */
function examplesOf({ speech, asides }: Acts): { text: string; speech: SpeechKind; aside: Id | null }[] {
  return [
    ...SPEECH.flatMap((kind) => speech[kind].map((text) => ({ text, speech: kind, aside: null }))),
    ...asides.flatMap(({ id, phrases }) =>
      phrases.map((text) => ({ text, speech: 'aside' as const, aside: id })),
    ),
  ];
}

/** Makes the examples ready to be compared with. */
export function prepareSpeech(vocabulary: Vocabulary, acts: Acts): SpeechReader {
  const drafted = examplesOf(acts).map(({ text, speech, aside }) => ({
    speech,
    aside,
    stems: [
      ...new Set(
        readWords(vocabulary, text)
          .filter(counted)
          .map((word) => word.stem),
      ),
    ],
  }));
  const known = drafted.filter(({ stems }) => stems.length > 0);
  const frequency = new Map<string, number>();
  for (const { stems } of drafted)
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const rarity = Math.log(drafted.length + 1);
  const numbers = new Map([...frequency.keys()].map((stem, number): [string, number] => [stem, number]));
  const weights = Float64Array.from(
    frequency,
    ([stem, count]) => smallWordWeight(stem) ?? 1 + Math.log((drafted.length + 1) / count) / rarity,
  );
  const numbered = (stems: readonly string[]) => Int32Array.from(stems, (stem) => numbers.get(stem) ?? 0);
  const weightIn = (stems: Int32Array) => stems.reduce((sum, stem) => sum + (weights[stem] ?? 0), 0);
  const examples = known.map(
    ({ stems, ...kind }): SpeechExample => ({
      ...kind,
      stems: numbered(stems),
      weight: weightIn(numbered(stems)),
      isNegated: stems.includes(NOT),
      namesSomebody: namesSomebody(stems),
    }),
  );
  return { examples, numbers, weights, byStem: leadsOf(examples, weights) };
}

/** By number of a stem, the examples to which it leads: those whose telling words it is one of, where they have any. */
function leadsOf(examples: readonly SpeechExample[], weights: Float64Array): readonly number[][] {
  const byStem = Array.from(weights, (): number[] => []);
  for (const [number, { stems }] of examples.entries()) {
    const telling = stems.filter((stem) => (weights[stem] ?? 0) >= TELLING_WEIGHT);
    for (const stem of telling.length > 0 ? telling : stems) byStem[stem]?.push(number);
  }
  return byStem;
}
