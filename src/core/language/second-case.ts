/** What is said of two cases, whatever devices they are about. */

import type { Id } from '../knowledge/model.ts';
import { findPhrases } from './phrases.ts';
import type { Reading } from './read-message.ts';

/**
 * The text with each of the two devices called by its place: `the scale can wait` is said as `the other one can wait`,
 * which the examples teach of all devices. `other` is the answer that names the other device.
 */
export function withCalled({ slice, ours, known, words, text }: Reading, other: Id): string {
  const { called } = slice;
  const first = words[0]?.start ?? 0;
  if (called === null) return text;
  const isFirst = (answer: Id): boolean =>
    ours?.facts.some((fact) => fact.about === 'device' && fact.answer === answer) === true;
  const asked = new Set(
    slice.facts.answers.flatMap(({ about, question }) => (about === 'device' ? [question] : [])),
  );
  return [...asked]
    .flatMap((question) => findPhrases(slice.facts.phrases, words, question))
    .filter(({ answer: { about, answer } }) => about === 'device' && (answer === other || isFirst(answer)))
    .sort((one, later) => later.start - one.start || later.end - one.end)
    .filter(
      ({ start, end }, at, all) =>
        !all.some((each, place) => place < at && each.start < end && start < each.end),
    )
    .reduce(
      (said, { answer: { answer }, start, end }) => {
        const name = answer === other ? called.other : called.first;
        return said.slice(0, start - first) + name + said.slice(end - first);
      },
      known.text.slice(first, words.at(-1)?.end ?? 0),
    );
}
