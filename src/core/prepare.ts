/** Knowledge made ready: built once per knowledge base, plain data, cacheable by its hash. */

import { type DiagnosisSlice, prepareDiagnosis } from './diagnosis/diagnose.ts';
import { type DialogueSlice, prepareDialogue } from './dialogue/slice.ts';
import type { KnowledgeBase } from './knowledge/model.ts';
import type { ModelShelf } from './language/reading/heads.ts';
import { type LanguageSlice, prepareLanguage } from './language/understand.ts';
import { type ArticleSearch, prepareArticleSearch } from './search/articles.ts';
import { prepareSearch, type SearchSlice } from './search/problems.ts';
import { prepareStepSearch, type StepSearch } from './search/steps.ts';

/**
 * A slice for each station. Everything in it survives `structuredClone` and `v8.serialize` (no functions, no
 * class instances beside Map, Set, RegExp and typed arrays), so it can cross to a worker and be kept on disk.
 */
export interface Prepared {
  /** Hash of the files it was made from; kept with every conversation that it answers. */
  readonly hash: string;
  readonly language: LanguageSlice;
  /** Null where a head reads the problem: nothing is searched for. */
  readonly search: SearchSlice | null;
  /** Null where a base has no articles. */
  readonly articles: ArticleSearch | null;
  readonly steps: StepSearch;
  readonly diagnosis: DiagnosisSlice;
  readonly dialogue: DialogueSlice;
}

/** Builds everything that does not depend on a message. Models that are on the shelf are not trained again. */
export function prepare(kb: KnowledgeBase, hash: string, shelf: ModelShelf = new Map()): Prepared {
  const language = prepareLanguage(kb, shelf);
  return {
    hash,
    language,
    search: language.heads.has('problem') ? null : prepareSearch(kb, language.vocabulary),
    articles: kb.articles.length === 0 ? null : prepareArticleSearch(kb, language.vocabulary),
    steps: prepareStepSearch(kb, language.vocabulary),
    diagnosis: prepareDiagnosis(kb),
    dialogue: prepareDialogue(kb),
  };
}
