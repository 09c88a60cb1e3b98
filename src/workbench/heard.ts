/** What the base itself hears in words of people: suggestions for an author. */

import { type Fact, newConversation } from '../core/conversation.ts';
import type { Id, LikelihoodWord } from '../core/knowledge/model.ts';
import type { Prepared } from '../core/prepare.ts';
import { respond } from '../core/respond.ts';
import type { Desk } from './desk.ts';

/** Question → answer → how likely. */
export type SuggestedSigns = Readonly<Record<Id, Readonly<Record<Id, LikelihoodWord>>>>;

/** What is said of an answer that was heard: likely, and no more than a suggestion. */
const HEARD: LikelihoodWord = 'usually';

/** The facts that are heard in each of these sentences, as if a conversation began with it. */
export function factsOf(prepared: Prepared, sentences: readonly string[]): readonly Fact[] {
  return sentences.flatMap((text, index) => {
    const turn = {
      kind: 'said',
      id: `sentence-${index}`,
      at: 0,
      text,
      messageId: null,
      attachments: 0,
    } as const;
    return respond(prepared, newConversation(), turn).reading.facts;
  });
}

/**
 * Signs for a problem of which these facts were told: of each question that applies to one of its families the answer
 * that was heard most. Device, role and steps that were tried are no signs, nor is what its families say already.
 */
export function signsFrom(
  { kb, prepared }: Desk,
  facts: readonly Fact[],
  families: readonly Id[],
): SuggestedSigns {
  const said = kb.families
    .filter(({ id }) => families.includes(id))
    .flatMap(({ signs }) => Object.keys(signs));
  const counts = new Map<Id, Map<Id, number>>();
  for (const { question, answer, denied } of facts) {
    const asked = prepared.dialogue.questions.get(question);
    if (denied || asked === undefined || asked.answersAre !== 'listed' || asked.ask === null) continue;
    if (said.includes(question)) continue;
    if (asked.about === 'device' || asked.about === 'role') continue;
    if (!families.some((family) => asked.families.includes(family))) continue;
    if (!asked.answers.some(({ id }) => id === answer)) continue;
    const ofQuestion = counts.get(question) ?? new Map<Id, number>();
    counts.set(question, ofQuestion.set(answer, (ofQuestion.get(answer) ?? 0) + 1));
  }
  return Object.fromEntries(
    [...counts].flatMap(([question, answers]) => {
      const [best] = [...answers].sort(([, a], [, b]) => b - a);
      return best === undefined ? [] : [[question, { [best[0]]: HEARD }]];
    }),
  );
}
