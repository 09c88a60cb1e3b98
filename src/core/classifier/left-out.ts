/** Examples that the others of their head read as something else: each is read by weights that never saw it. */

import type { OwnStems } from '../language/stems.ts';
import { learnFrom, readCorpus } from './fit.ts';
import { partsOf } from './held-out.ts';
import type { Example, TrainOptions } from './model.ts';
import { readerOf } from './read-examples.ts';
import { scoreText } from './score.ts';

/** Parts that the examples are divided into, 3 to 20. More: readings as good as the head's own, and slower. */
export const LEFT_OUT_PARTS = 5;

/**
 * How far another label must be ahead of an example's own, in units of the margin, which is 1: above 0, and at 2 only
 * what is read as the clear opposite. Examples near a border are worth most, and are no mistakes.
 */
const CLEARLY = 1;

/** An example that the others read as something else. */
export interface Misread {
  readonly example: Example;
  /** The label that it is taken for. */
  readonly as: string;
}

/** Reads every example of a head by the others, with the stems of its language. Yields after each of LEFT_OUT_PARTS parts. */
export function* misreadLeftOut(
  own: OwnStems,
  examples: readonly Example[],
  { mostWeights }: TrainOptions,
): Generator<undefined, readonly Misread[]> {
  const corpus = readCorpus(examples, readerOf(own), mostWeights);
  const parts = partsOf(corpus, LEFT_OUT_PARTS);
  const misread: Misread[] = [];
  for (let part = 0; part < LEFT_OUT_PARTS; part++) {
    const fitted = learnFrom(
      corpus,
      [...parts.keys()].filter((text) => parts[text] !== part),
    );
    for (const [text, example] of examples.entries()) {
      if (parts[text] !== part) continue;
      const as = takenFor(corpus.labels, scoreText(fitted, example).scores, example);
      if (as !== null) misread.push({ example, as });
    }
    yield;
  }
  return misread;
}

/** The label that is clearly ahead of all that an example has; null: none is. */
function takenFor(
  labels: readonly string[],
  scores: Float32Array,
  { label, also = [] }: Example,
): string | null {
  const own = new Set([label, ...also]);
  const ranked = labels.map((other, at) => ({ other, score: scores[at] ?? 0 }));
  ranked.sort((one, two) => two.score - one.score);
  const best = ranked.find(({ other }) => !own.has(other));
  const ours = ranked.find(({ other }) => own.has(other));
  return best !== undefined && best.score - (ours?.score ?? -Infinity) >= CLEARLY ? best.other : null;
}
