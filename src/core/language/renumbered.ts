/** A number that is put right: `lane 5, not lane 4`. */

import type { Case, Heard, Renumbered } from '../conversation.ts';
import type { PlacedWord } from './clauses.ts';
import { type Numbered, numberedIn } from './numbered.ts';
import type { Reading } from './read-message.ts';
import { yesNoOf } from './reading/act.ts';
import { clausesOf, wordsIn } from './reading/units.ts';
import { NOT } from './stems.ts';

/** One number in place of another. */
interface Change {
  readonly from: string;
  /** As it was said. */
  readonly to: string;
}

/** The same with the number that is put right, where a correction names another one of the same thing. */
export function withRenumbered(reading: Reading, heard: Heard): Heard {
  const { ours, slice, text } = reading;
  if (ours === null) return heard;
  const { grammar } = slice.vocabulary;
  const reported = textsOf(ours).flatMap((told) => numberedIn(grammar, told, new Set()));
  const nouns = new Set(reported.flatMap(({ noun }) => noun ?? []));
  const said = numberedIn(grammar, text, nouns);
  const change = changeIn(withoutNames(said, nouns, slice.correcting), reported);
  if (change === null || !(heard.act === 'correct' || isDenial(reading, said))) return heard;
  const facts = heard.facts.filter(({ question, answer, quote }) => {
    const isKnown = ours.facts.some((fact) => fact.question === question && fact.answer === answer);
    return !isKnown && numberedIn(grammar, quote?.text ?? '', nouns).length === 0;
  });
  const renumbered = renumberings(reported, change);
  return { ...heard, act: 'correct', facts, renumbered, yesNo: null, halfHeard: null, notSure: false };
}

/** The same with no thing where a word of a correction stands that no number was reported of. */
const withoutNames = (
  said: readonly Numbered[],
  nouns: ReadonlySet<string>,
  correcting: ReadonlySet<string>,
): readonly Numbered[] =>
  said.map((each) =>
    each.noun !== null && !nouns.has(each.noun) && correcting.has(each.noun) ? { ...each, noun: null } : each,
  );

/** What was reported of the case, and of others that come later. */
const textsOf = ({ texts, later = [] }: Case): readonly string[] => [
  ...texts.map(({ text }) => text),
  ...later.flatMap((each) => (each.kind === 'told' ? [each.text] : [])),
];

/**
 * The one new number, for the one that is named beside it, or else for the only one that the same thing has, or for the
 * only one at all where no thing is named (`I meant 7`).
 */
function changeIn(said: readonly Numbered[], reported: readonly Numbered[]): Change | null {
  const known = new Set(reported.map(({ number }) => number));
  const fresh = said.filter(({ number }) => !known.has(number));
  const [to] = fresh;
  if (to === undefined || fresh.some(({ number }) => number !== to.number)) return null;
  const beside = said.filter(({ number }) => known.has(number));
  const nouns = new Set(fresh.flatMap(({ noun }) => noun ?? []));
  const meant =
    beside.length > 0
      ? beside
      : reported.filter(({ noun }) => noun !== null && (nouns.size === 0 || nouns.has(noun)));
  const [from] = meant;
  if (from === undefined || meant.some(({ number }) => number !== from.number)) return null;
  return { from: from.number, to: to.written.slice(to.at) };
}

/**
 * `No, till 7` and `lane 12, not lane 4`: nothing but the number stands in it, and no is said to what was understood, or
 * the number that was reported is denied.
 */
function isDenial({ slice, text, words }: Reading, said: readonly Numbered[]): boolean {
  const { functionWords, besidePlaces } = slice.vocabulary.grammar;
  const numbered = new Set(said.flatMap(({ written }) => wordsIn(written).map((word) => word.text)));
  const isLittle = ({ text: word, stem }: PlacedWord): boolean =>
    numbered.has(word) || functionWords.has(word) || besidePlaces.has(word) || stem === NOT;
  if (!words.every(isLittle)) return false;
  const [first] = clausesOf(text);
  if (first !== undefined && yesNoOf(slice.heads, first) === 'no') return true;
  return said.length > 1 && words.some(({ stem }, at) => at > 0 && stem === NOT);
}

/** Every way in which the old number is written, with the new one in its place. */
function renumberings(reported: readonly Numbered[], { from, to }: Change): readonly Renumbered[] {
  const written = new Map(
    reported
      .filter(({ number }) => number === from)
      .map((each): [string, string] => [each.written, each.written.slice(0, each.at) + to]),
  );
  return [...written].map(([old, now]) => ({ from: old, to: now }));
}
