/** What is told of a make only concerns whoever has it. */

import type { Case } from '../conversation.ts';

/** The end of a sentence, with the space behind it. */
const SENTENCE_END = /(?<=[.!?]["”)]?)\s+(?=\p{Lu}|\[)/u;

/** The makes that nobody named in a case: neither in what was reported or replied, nor as the model. */
export function makesNotNamed(makes: readonly string[], { texts, model }: Case): readonly string[] {
  const said = [...texts.map(({ text }) => text), model ?? ''].join('\n').toLowerCase();
  return makes.filter((make) => !said.includes(make.toLowerCase()));
}

/**
 * A text without the sentences that tell of makes which nobody named: `On a SAM4s that is X.`; as it is where nothing would
 * be left, or where such a sentence tells of a make that was named as well.
 */
export function withoutMakes(text: string, makes: readonly string[], notNamed: readonly string[]): string {
  const kept = text.split(SENTENCE_END).filter((sentence) => {
    const told = makes.filter((make) => sentence.includes(make));
    return told.length === 0 || told.some((make) => !notNamed.includes(make));
  });
  return kept.length === 0 ? text : kept.join(' ');
}
