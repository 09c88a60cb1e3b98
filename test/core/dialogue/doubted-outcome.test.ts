import { describe, expect, it } from 'vitest';
import {
  type ConversationState,
  type Heard,
  newConversation,
  type Response,
  type UserTurn,
} from '../../../src/core/conversation.ts';
import { diagnose, nextMove } from '../../../src/core/diagnosis/diagnose.ts';
import { read } from '../../../src/core/dialogue/reading.ts';
import { remember } from '../../../src/core/dialogue/remember.ts';
import { resume } from '../../../src/core/dialogue/resume.ts';
import { transition } from '../../../src/core/dialogue/transition.ts';
import { nothingHeard } from '../../../src/core/language/heard.ts';
import { respond } from '../../../src/core/respond.ts';
import { toldBy } from '../../../src/core/told.ts';
import { said } from '../../../src/simulate/person.ts';
import { foreignBase } from '../../foreign-base.ts';

const { prepared } = await foreignBase();

/** Answers a turn that was heard like this, whatever its words are. */
function answered(state: ConversationState, turn: UserTurn, heard: Heard): Response {
  const before = resume(prepared.dialogue, state, turn);
  const now = remember(prepared.dialogue, before, turn, heard);
  const belief = diagnose(prepared.diagnosis, now.case, toldBy(prepared, now.case), now.person.role);
  const move = nextMove(prepared.diagnosis, belief, now.case, now.person);
  const reading = read(prepared.dialogue, now, heard, belief);
  return transition(prepared.dialogue, before, turn, now, reading, move, prepared.hash);
}

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
