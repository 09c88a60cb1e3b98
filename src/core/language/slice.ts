/** What reading messages needs, made ready once per knowledge base. */

import type { Model } from '../classifier/model.ts';
import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import { type ActReader, prepareActs } from './acts.ts';
import { type LikelyAnswers, learnLikelyAnswers } from './answer-lessons.ts';
import { type FactReader, prepareFacts } from './facts.ts';
import { contentStems, spokenTexts } from './spoken.ts';
import { learnTalk } from './talk.ts';
import { buildVocabulary, type Vocabulary } from './words.ts';

/** What reading a message needs, built once. Plain data. */
export interface LanguageSlice {
  readonly vocabulary: Vocabulary;
  readonly facts: FactReader;
  readonly acts: ActReader;
  /** Tells acts of speech where no example is like a message. */
  readonly talk: Model;
  /** Tells answers where no phrase of them is found. */
  readonly likelyAnswers: LikelyAnswers;
  /** Stems by which a message is seen to be about the knowledge base at all. */
  readonly content: ReadonlySet<string>;
  readonly problems: ReadonlySet<Id>;
}

/** Makes everything ready that does not depend on a message. */
export function prepareLanguage(kb: KnowledgeBase): LanguageSlice {
  const vocabulary = buildVocabulary(spokenTexts(kb), kb.lexicon.same);
  const facts = prepareFacts(kb, vocabulary);
  return {
    vocabulary,
    facts,
    acts: prepareActs(vocabulary, kb.acts),
    talk: learnTalk(kb),
    likelyAnswers: learnLikelyAnswers(kb, vocabulary, facts),
    content: contentStems(kb, vocabulary),
    problems: new Set(kb.problems.map((problem) => problem.id)),
  };
}
