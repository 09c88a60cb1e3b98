/** Short answers to what the bot waits for: a label, a number, yes or no. */

import type { Id } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import type { FactReader } from './facts.ts';
import type { FoundFact } from './found.ts';
import type { Grammar } from './grammar.ts';
import { NOT } from './stems.ts';

/** How like an answer's label or phrase a short message must be. Lower: hasty; higher: people must quote the button. */
const LIKE_LABEL = 0.6;
/** How much liker than the next answer it must be. */
const AHEAD = 0.08;
/** Longer messages are not compared as a whole. */
const MOST_WORDS = 12;

const weigh = (stem: string): number => (stem === NOT ? 1.2 : stem.length < 3 && !/\d/.test(stem) ? 0.5 : 1);

/** How like two bags of stems are (Dice 1945); a negation in only one of them tells them apart. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const sum = (stems: readonly string[]): number => stems.reduce((total, stem) => total + weigh(stem), 0);
  const both = one.filter((stem) => other.includes(stem));
  // `no idea` shares its negation with `nothing`, and no more.
  if (both.every((stem) => stem === NOT) && one.length > 1) return 0;
  const shared = sum(both);
  const opposite = one.includes(NOT) !== other.includes(NOT);
  return ((2 * shared) / (sum(one) + sum(other))) * (opposite ? 0.5 : 1);
}

interface Scored {
  readonly owner: number;
  readonly score: number;
}

/** The words all together as a fact. */
export function wholeFact(words: readonly PlacedWord[], owner: number): FoundFact {
  return {
    owner,
    denied: false,
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    at: words.map((_, at) => at),
    score: 1,
  };
}

/** `2`, `the second one`, `number 3`: a place among the choices. */
function picked({ places, besidePlaces }: Grammar, words: readonly PlacedWord[]): number | null {
  let place: number | null = null;
  for (const { text } of words) {
    const ordinal = places.get(text) ?? (/^[1-9]$/.test(text) ? Number(text) : null);
    if (ordinal !== null && (place === null || !besidePlaces.has(text))) {
      if (place !== null && place !== ordinal) return null;
      place = ordinal;
    } else if (!besidePlaces.has(text)) return null;
  }
  return place;
}

/** The answer whose label or phrase the message is like, if one is clearly likest. */
function likestAnswer(reader: FactReader, question: Id, words: readonly PlacedWord[]): Scored | null {
  if (words.length > MOST_WORDS) return null;
  const unit = [...new Set(words.map((word) => word.stem))];
  const scored = (reader.byQuestion.get(question) ?? []).map((owner): Scored => {
    const scores = (reader.bags[owner] ?? []).map((bag) => likeness(unit, bag));
    return { owner, score: Math.max(0, ...scores) };
  });
  const [best, next] = scored.sort((one, other) => other.score - one.score);
  return best !== undefined && best.score >= LIKE_LABEL && best.score - (next?.score ?? 0) >= AHEAD
    ? best
    : null;
}

/** The answer that a short message, or its first clause, is to the question that waits; null where it is none. */
export function shortAnswer(
  reader: FactReader,
  question: Id,
  words: readonly PlacedWord[],
  yesNo: 'yes' | 'no' | null,
): FoundFact | null {
  if (words.length === 0) return null;
  const clause = words.filter((word) => word.segment === words[0]?.segment);
  for (const unit of clause.length < words.length ? [words, clause] : [words]) {
    const like = likestAnswer(reader, question, unit);
    if (like !== null) return wholeFact(unit, like.owner);
  }
  const owners = reader.byQuestion.get(question) ?? [];
  const place = picked(reader.grammar, words);
  if (place !== null) {
    const chosen = owners.filter((owner) => reader.answers[owner]?.offered === true)[place - 1];
    return chosen === undefined ? null : wholeFact(words, chosen);
  }
  const saying = yesNo === null ? undefined : owners.find((owner) => reader.answers[owner]?.says === yesNo);
  return saying === undefined ? null : wholeFact(words, saying);
}
