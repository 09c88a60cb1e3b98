/** Finds phrases of answers in a message: all their words in one clause, in any order, with little between them. */

import type { Id } from '../knowledge/model.ts';
import type { AnswerRef } from './answers.ts';
import type { PlacedWord } from './clauses.ts';
import { type FoundFact, foundAt } from './found.ts';
import { NOT } from './stems.ts';
import { readWords, type Vocabulary } from './words.ts';

interface Phrase {
  readonly answer: AnswerRef;
  /** Each once. */
  readonly stems: readonly string[];
  /** False for labels but names, and a word alone that many questions have: they tell too little unless their question waits. */
  readonly firm: boolean;
}

/** Phrases made ready, by the longest of their stems. Plain data. */
export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>;

/** Most questions whose phrases have a word that tells something alone. 1 to 4. */
const TELLING_IN = 2;
/** What another word between the words of a phrase takes off its score, which is the number of its words. 0 to 0.2. */
const GAP_COST = 0.1;
/** How far from the longest word of a phrase each other one may stand, in words; a bound on time. 5 to 20. */
const MOST_APART = 10;
/** Words before a phrase in which a negation is of it: `not really the key`. 1 to 4. */
const NEGATED_WITHIN = 2;

/** Makes the phrases and labels of all answers ready; one that two answers of a question share decides nothing and is left out. */
export function compilePhrases(vocabulary: Vocabulary, answers: readonly AnswerRef[]): PhraseIndex {
  const owners = new Map<string, Set<AnswerRef>>();
  const questions = new Map<string, Set<string>>();
  const read = answers.flatMap((answer) => {
    const { question, about, label, phrases } = answer;
    return [...phrases, label].map((text, at) => {
      const stems = tellingStems(vocabulary, text, about === 'role');
      const key = `${question}\n${stems.join(' ')}`;
      owners.set(key, (owners.get(key) ?? new Set()).add(answer));
      for (const stem of stems) questions.set(stem, (questions.get(stem) ?? new Set()).add(question));
      return { answer, isLabel: at === phrases.length, stems, key };
    });
  });
  const isTelling = (stem: string): boolean => (questions.get(stem)?.size ?? 0) <= TELLING_IN;
  const index = new Map<string, Phrase[]>();
  for (const { answer, isLabel, stems, key } of read) {
    const anchor = longest(stems.filter((stem) => stem !== NOT));
    if (anchor === undefined || owners.get(key)?.size !== 1) continue;
    const firm = answer.named || (!isLabel && (stems.length > 1 || isTelling(anchor)));
    index.set(anchor, [...(index.get(anchor) ?? []), { answer, stems, firm }]);
  }
  return index;
}

const longest = (stems: readonly string[]): string | undefined =>
  [...stems].sort((one, other) => other.length - one.length)[0];

/** The stems of the words that carry content; of all words where `whole`, or where none does. */
export function tellingStems(vocabulary: Vocabulary, text: string, whole: boolean): readonly string[] {
  const words = readWords(vocabulary, text);
  const telling = words.filter((word) => whole || word.kind !== 'function');
  return [...new Set((telling.length > 0 ? telling : words).map((word) => word.stem))];
}

/** All phrases that stand in the words and tell of the case; vague ones do where their question waits. */
export function findPhrases(
  index: PhraseIndex,
  words: readonly PlacedWord[],
  pending: Id | null,
): readonly FoundFact[] {
  const clauses = new Map<number, PlacedWord[]>();
  for (const word of words) clauses.set(word.segment, [...(clauses.get(word.segment) ?? []), word]);
  return [...clauses.values()].flatMap((clause) =>
    clause.flatMap(({ stem }, anchor) =>
      (index.get(stem) ?? [])
        .filter(({ firm, answer }) => firm || answer.question === pending)
        .flatMap((phrase) => matchAt(phrase, clause, anchor) ?? []),
    ),
  );
}

/**
 * The phrase with each of its words where it stands nearest to the anchor; null where they are too far apart, or where it
 * tells nothing: what is asked tells only what it is asked about (`why does the scale beep?`), and what is denied only
 * what is the matter (`cannot void` tells of a void, `no power cut` of none).
 */
function matchAt({ answer, stems }: Phrase, clause: readonly PlacedWord[], anchor: number): FoundFact | null {
  const places = stems.map((stem) => nearest(clause, stem, anchor));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const [first, last] = [clause[from], clause[to]];
  if (first === undefined || last === undefined) return null;
  const gaps = clause.slice(from, to).filter(({ kind }) => kind === 'content').length - stems.length + 1;
  if (gaps > stems.length) return null;
  const around = clause.slice(Math.max(0, from - NEGATED_WITHIN), to + 1);
  const denied = !stems.includes(NOT) && around.some(({ kind }) => kind === 'not');
  const { about } = answer;
  if (first.asked && about !== 'device' && about !== 'context') return null;
  if (denied && (about === 'recent-action' || about === 'context')) return null;
  const score = stems.length * (1 - GAP_COST * Math.max(0, gaps));
  return { ...foundAt(answer, { start: first.start, end: last.end }, score), denied };
}

/** The place of a stem that is nearest to another place; infinite where it does not stand near. */
function nearest(clause: readonly PlacedWord[], stem: string, place: number): number {
  for (let apart = 0; apart <= MOST_APART; apart++)
    for (const at of [place - apart, place + apart]) if (clause[at]?.stem === stem) return at;
  return Number.POSITIVE_INFINITY;
}
