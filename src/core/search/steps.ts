/** Finds the step of a remedy of which somebody speaks who was shown its steps. */

import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import { NOT } from '../language/stems.ts';
import type { Vocabulary } from '../language/words.ts';
import { type IndexedTexts, indexTexts } from './documents.ts';
import { type OpenTexts, openTexts, termsOf } from './open.ts';
import { readerOf } from './problems.ts';
import { scored, type Worth, worthOf } from './ranking.ts';
import { soughtIn } from './sought.ts';

/** How much a word in each field weighs, 0..10: what is done names a step, what is seen after it may be of the next one. */
const FIELDS = { title: 3, do: 2, cannot: 2, saidDone: 2, see: 1, caution: 1 } as const;

/**
 * The least that the words of a step must score, 0 to 6; 0: one word that most steps have is enough. Of 104 turns under a
 * remedy at .5, 3 and 5 the right step is found of .64, .47 and .26, and .14, .11 and .04 of what is found is wrong.
 */
const LEAST = 0.5;

/**
 * How far the best step must lead before the next one, as a part of what it scores: 0..1. Of the same turns at 0, .3 and .5
 * the right step is found of .70, .64 and .52, and .23, .14 and .11 of what is found is wrong; of 405 others, written by
 * somebody else, at .3 of .65, and .10 of what is found is wrong.
 */
const LEAD = 0.3;

/** How many steps more than were shown a word would have to stand in to tell nothing, above 0. */
const BESIDES = 0.5;

/** What finding steps needs, built once. Plain data; its texts are the steps, in their order. */
export interface StepSearch {
  readonly vocabulary: Vocabulary;
  readonly index: IndexedTexts;
}

/** Indexes every step by all that is told of it, and how people say that they have done it. */
export function prepareStepSearch(kb: KnowledgeBase, vocabulary: Vocabulary): StepSearch {
  const documents = kb.steps.map((step) => {
    const fields: Record<keyof typeof FIELDS, string | readonly string[]> = {
      title: step.title,
      do: step.plain === null ? step.do : [step.do, step.plain],
      cannot: step.cannot ?? [],
      saidDone: step.saidDone,
      see: step.see ?? [],
      caution: step.caution ?? [],
    };
    return { id: step.id, fields };
  });
  return { vocabulary, index: indexTexts(documents, FIELDS, readerOf(vocabulary)) };
}

/**
 * The step of which a text speaks, of those that were shown; null: none stands out. A word counts by how rare it is among
 * all steps and among those that were shown. Words are looked up and never parsed, so any text is safe.
 */
export function findStep({ vocabulary, index }: StepSearch, shown: readonly Id[], text: string): Id | null {
  const open = openTexts(index);
  const places = shown.map((id) => index.ids.indexOf(id)).filter((place) => place >= 0);
  const sought = soughtIn(index, [readerOf(vocabulary)(text)], new Set([NOT]));
  const [best, next] = scored(
    open,
    places.map((document) => ({ document, score: 0 })),
    tellingApart(open, places, worthOf(open, sought)),
  );
  if (best === undefined || best.score < LEAST) return null;
  const lead = 1 - (next?.score ?? 0) / best.score;
  return lead < LEAD ? null : (index.ids[best.document] ?? null);
}

/** What each word and pair is worth where only some steps have it. */
function tellingApart(open: OpenTexts, places: readonly number[], worth: Worth): Worth {
  const steps = places.map((place) => termsOf(open.documents[place] ?? { length: 0, texts: [] }));
  const having = (key: string): number =>
    steps.filter((terms) => key.split(' ').every((term) => terms.has(term))).length;
  return new Map(
    [...worth].map(([key, tells]) => [key, tells * (1 - having(key) / (steps.length + BESIDES))]),
  );
}
