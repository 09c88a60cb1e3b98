import { describe, expect, it } from 'vitest';
import {
  type ConversationState,
  type Heard,
  newConversation,
  type Response,
} from '../../../src/core/conversation.ts';
import { nothingHeard } from '../../../src/core/language/heard.ts';
import { respond } from '../../../src/core/respond.ts';
import { said } from '../../../src/simulate/person.ts';
import { foreignBase } from '../../foreign-base.ts';
import { answered } from './answered.ts';

const { prepared } = await foreignBase();

const kindsOf = ({ replies }: Response): string => replies.map(({ kind, id }) => `${kind}:${id}`).join(' + ');

/** The last remedy of the coffee machine was shown; after it a human is fetched. */
function lastRemedy(): ConversationState {
  const light = respond(prepared, newConversation(), said('the coffee machine gives no coffee', 'one'));
  return respond(prepared, light.state, said('yes', 'two')).state;
}

const notHelped = (outcomeDoubt: number): Heard => ({
  ...nothingHeard,
  text: 'the cup is what it was',
  act: 'still-there',
  outcomeDoubt,
});

describe('a remedy of which it was half heard that it did not help', () => {
  const asked = answered(lastRemedy(), said('the cup is what it was', 'three'), notHelped(0.1));

  it('is asked after, before more is asked or a human is fetched', () => {
    expect(kindsOf(asked)).toBe('remedy:tank-empty');
    expect(asked.state.case?.tried).toMatchObject([{ outcome: 'untold', outcomeAsked: true }]);
  });

  it('is asked after once', () => {
    const again = answered(asked.state, said('the cup is what it was', 'four'), notHelped(0.1));
    expect(kindsOf(again)).not.toContain('remedy:tank-empty');
    expect(again.state.case?.tried).toMatchObject([{ outcome: 'still-there' }]);
  });

  it('is not asked after where it was heard surely', () => {
    const sure = answered(lastRemedy(), said('the cup is what it was', 'three'), notHelped(0.005));
    expect(sure.state.case?.tried).toMatchObject([{ outcome: 'still-there' }]);
  });
});
