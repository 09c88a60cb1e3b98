/** Reads a turn: what it does, and the facts in it with the words that say them, secrets masked. */

import type { ConversationState, Heard, UserTurn } from '../conversation.ts';
import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import { type ActReader, prepareActs } from './acts.ts';
import { chosen } from './chosen.ts';
import { type FactReader, prepareFacts } from './facts.ts';
import { nothingHeard } from './heard.ts';
import { normalise } from './normalise.ts';
import { redact } from './redact.ts';
import { readSaid } from './said.ts';
import { contentStems, spokenTexts } from './spoken.ts';
import { buildVocabulary, type Vocabulary } from './words.ts';

/** What reading a message needs, built once. Plain data. */
export interface LanguageSlice {
  readonly vocabulary: Vocabulary;
  readonly facts: FactReader;
  readonly acts: ActReader;
  /** Stems by which a message is seen to be about the knowledge base at all. */
  readonly content: ReadonlySet<string>;
  readonly problems: ReadonlySet<Id>;
}

/** Makes everything ready that does not depend on a message. */
export function prepareLanguage(kb: KnowledgeBase): LanguageSlice {
  const vocabulary = buildVocabulary(spokenTexts(kb), kb.lexicon.same);
  return {
    vocabulary,
    facts: prepareFacts(kb, vocabulary),
    acts: prepareActs(vocabulary, kb.acts),
    content: contentStems(kb, vocabulary),
    problems: new Set(kb.problems.map((problem) => problem.id)),
  };
}

/** Reads a turn. Never throws, whatever was written; the same arguments always give the same. */
export function understand(slice: LanguageSlice, state: ConversationState, turn: UserTurn): Heard {
  switch (turn.kind) {
    case 'said':
    case 'edited': {
      const { text, cut } = normalise(turn.text);
      const masked = redact(text);
      return readSaid(slice, state.case, {
        ...nothingHeard,
        text: masked.text,
        secrets: masked.secrets,
        cut,
      });
    }
    case 'chose':
      return chosen(slice, turn.of, turn.choice);
    case 'joined':
    case 'deleted':
    case 'owner-changed':
      return nothingHeard;
  }
}
