/** The texts of a knowledge base that people might say: they make the vocabulary. */

import type { KnowledgeBase } from '../knowledge/model.ts';

/** What tells of devices and their troubles. */
function* domainTexts(kb: KnowledgeBase): Generator<string> {
  for (const { title, saidAs } of kb.problems) {
    yield title;
    yield* saidAs;
  }
  for (const { answers } of kb.questions) {
    for (const { label, phrases } of answers) {
      yield label;
      yield* phrases;
    }
  }
  for (const { label, aliases, models } of kb.families) {
    yield label;
    yield* aliases;
    yield* models;
  }
  for (const { label, phrases } of kb.roles) {
    yield label;
    yield* phrases;
  }
  for (const { saidDone } of kb.steps) yield* saidDone;
}

/** Everything of the knowledge base that is compared with what people write. */
export function* spokenTexts(kb: KnowledgeBase): Generator<string> {
  yield* domainTexts(kb);
  for (const texts of Object.values(kb.acts.speech)) yield* texts;
  for (const { phrases } of kb.acts.asides) yield* phrases;
  for (const { phrases, unless } of kb.acts.refusals) {
    yield* phrases;
    yield* unless;
  }
  for (const { near } of kb.lexicon.codes) yield* near;
}
