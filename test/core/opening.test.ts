import { describe, expect, it } from 'vitest';
import { openConversation } from '../../src/core/opening.ts';
import { foreignBase } from '../foreign-base.ts';

const { kb } = await foreignBase();

describe('a conversation that begins with something known', () => {
  it('holds the role, and the family as if it had been chosen, from now on', () => {
    const state = openConversation(kb.questions, { role: 'barista', family: 'grinder', at: 5 });
    const question = kb.questions.find(({ answersAre }) => answersAre === 'families');
    expect(state).toMatchObject({ turn: 0, lastAt: 5, person: { role: 'barista' } });
    expect(state.case?.facts).toEqual([
      {
        question: question?.id,
        answer: 'grinder',
        about: 'device',
        known: 'chosen',
        denied: false,
        turn: 0,
        quote: null,
      },
    ]);
  });

  it.each([
    ['nothing is known', kb.questions, null],
    ['no question is answered by a family', [], 'grinder'],
  ])('has no case where %s', (_title, questions, family) => {
    expect(openConversation(questions, { role: null, family, at: 5 })).toMatchObject({
      case: null,
      person: { role: null },
    });
  });
});
