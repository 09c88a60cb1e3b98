/** A button that was pressed says one thing, and no words had to be read for it. */

import { type ChoiceOf, type Heard, NOT_SURE, type Outcome } from '../conversation.ts';
import { type Id, NOT_HERE } from '../knowledge/model.ts';
import { nothingHeard } from './heard.ts';
import { withMissing } from './missing.ts';
import type { LanguageSlice } from './slice.ts';

const OUTCOMES: readonly Outcome[] = ['fixed', 'still-there', 'cannot'];

function answered(slice: LanguageSlice, question: Id, choice: Id): Heard {
  const answer = slice.facts.byId.get(question)?.get(choice);
  if (answer !== undefined) {
    const fact = {
      question,
      answer: choice,
      about: answer.about,
      known: 'chosen',
      denied: false,
      quote: null,
    } as const;
    const facts = choice === NOT_HERE ? withMissing(slice.needs, fact, []) : [fact];
    return { ...nothingHeard, act: 'answer', facts };
  }
  return choice === NOT_SURE && slice.facts.byId.has(question)
    ? { ...nothingHeard, act: 'answer', notSure: true }
    : nothingHeard;
}

const yesNo = (choice: Id): Heard | null =>
  choice === 'yes' || choice === 'no' ? { ...nothingHeard, act: 'answer', yesNo: choice } : null;

/** What a choice means; one that the knowledge base does not have is unclear. */
export function chosen(slice: LanguageSlice, of: ChoiceOf, choice: Id): Heard {
  switch (of.kind) {
    case 'question':
      return answered(slice, of.id, choice);
    case 'remedy': {
      if (!slice.problems.has(of.id)) return nothingHeard;
      const outcome = OUTCOMES.find((each) => each === choice);
      if (outcome !== undefined) return { ...nothingHeard, act: outcome };
      return slice.roleQuestion === null ? nothingHeard : answered(slice, slice.roleQuestion, choice);
    }
    case 'confirm':
      return yesNo(choice) ?? answered(slice, of.id, choice);
    case 'new-problem':
      if (choice === 'now') return { ...nothingHeard, act: 'answer', takesUpNow: true };
      return yesNo(choice) ?? nothingHeard;
  }
}
