/** Puts a number right wherever a case has it. */

import type { Case, Fact, Later, Renumbered } from '../conversation.ts';

/** A part of a text, and what stands in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/** The case with a number put right in all that was reported, in the words that facts quote, and in what comes later. */
export function renumbered(ours: Case, changes: readonly Renumbered[]): Case {
  if (changes.length === 0) return ours;
  const inText = (text: string): string => edited(text, editsIn(text, changes));
  const later = ours.later?.map(
    (each): Later => (each.kind === 'told' ? { ...each, text: inText(each.text) } : each),
  );
  const remarks = ours.remarks?.map((each) => ({ ...each, text: inText(each.text) }));
  return {
    ...ours,
    texts: ours.texts.map((each) => ({ ...each, text: inText(each.text) })),
    ...(remarks === undefined ? {} : { remarks }),
    facts: ours.facts.map((fact) => requoted(ours, fact, changes)),
    ...(later === undefined ? {} : { later }),
  };
}

/** The quote as it reads now, and where it stands in its text as that reads now. */
function requoted({ texts }: Case, fact: Fact, changes: readonly Renumbered[]): Fact {
  if (fact.quote === null) return fact;
  const { text, start } = fact.quote;
  const whole = texts.find(({ turn }) => turn === fact.turn)?.text ?? '';
  const moved = editsIn(whole, changes)
    .filter(({ end }) => end <= start)
    .reduce((sum, edit) => sum + edit.to.length - (edit.end - edit.start), start);
  const quoted = edited(text, editsIn(text, changes));
  return { ...fact, quote: { text: quoted, start: moved, end: moved + quoted.length } };
}

/** Each place where a number stands as it was reported, and not as part of another word. */
function editsIn(text: string, changes: readonly Renumbered[]): readonly Edit[] {
  return changes
    .flatMap(({ from, to }) =>
      [...text.matchAll(wordsOf(from))].map(({ index }) => ({ start: index, end: index + from.length, to })),
    )
    .sort((one, other) => one.start - other.start);
}

const wordsOf = (from: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${from.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');

function edited(text: string, edits: readonly Edit[]): string {
  const kept = edits.map(({ start, to }, at) => text.slice(edits[at - 1]?.end ?? 0, start) + to);
  return kept.join('') + text.slice(edits.at(-1)?.end ?? 0);
}
