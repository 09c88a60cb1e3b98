import { describe, expect, test } from 'vitest';
import { type Guess, isQuestionReply, type Reply } from '../../src/core/conversation.ts';
import { Conversation, type Doing } from '../conversation.ts';
import { foreignBase } from '../foreign-base.ts';

const { prepared } = await foreignBase();

const guess = (question: string, answer: string): Guess => ({ question, answer, certainty: 0.25, turn: 1 });

/** A conversation whose first message half said this; where nothing is named, that the float sticks up and the pump is loud. */
function halfHeard(guesses = [guess('tray-float', 'up'), guess('pump-sound', 'rattle')]): Conversation {
  const conversation = new Conversation(prepared);
  conversation.does('the coffee machine gives no coffee');
  const { state } = conversation;
  if (state.case !== null) conversation.state = { ...state, case: { ...state.case, guesses } };
  return conversation;
}

/** `kind:id` of what is said, and the ids of the choices of a question. */
const asked = (replies: readonly Reply[]): string =>
  replies
    .map((reply) =>
      isQuestionReply(reply)
        ? `${reply.kind}:${reply.id} [${reply.choices.map(({ id }) => id).join(' ')}]`
        : `${reply.kind}:${reply.id}`,
    )
    .join(' + ');

describe('what a first message half said', () => {
  test('is asked back where its question comes up, with the other answers beside yes and no', () => {
    const replies = halfHeard().does({ chooses: 'dark' });
    expect(asked(replies)).toBe('confirm:tray-float [yes no down not-sure]');
    expect(replies[0]?.text).toBe(
      'Does the red float stick up through the grid under the cups? As I understood you: It sticks up. Is that right?',
    );
  });

  test.each<readonly [string, readonly Doing[], string]>([
    ['"yes" answers the question', ['yes'], 'remedy:tray-full'],
    ['a button does the same', [{ chooses: 'yes' }], 'remedy:tray-full'],
    [
      '"no" answers a question of two answers, too, and the next one is asked back',
      ['no'],
      'confirm:pump-sound [yes no as-ever silence not-sure]',
    ],
    [
      '"no" to one of more is asked openly',
      ['no', { chooses: 'no' }],
      'question:pump-sound [rattle as-ever silence not-sure]',
    ],
    ['another answer is one press away', ['no', { chooses: 'silence' }], 'remedy:no-power'],
    ['and can be said as ever', ['no', 'it stays silent'], 'remedy:no-power'],
    ['"no" with the right answer is that answer', ['no', 'no, it stays silent'], 'remedy:no-power'],
    [
      'also where both are of two',
      ['no, I see no float'],
      'confirm:pump-sound [yes no as-ever silence not-sure]',
    ],
    ['"yes" with the same in more words is that', ['yes, it sticks up'], 'remedy:tray-full'],
    ['"not sure" asks it no more, and what is likeliest is tried', ['not sure'], 'remedy:tray-full'],
    [
      '"no" beside nothing that answers is a plain no',
      ['no', 'no, sorry'],
      'question:pump-sound [rattle as-ever silence not-sure]',
    ],
    [
      '"thanks" is answered, and it is asked back once more',
      ['thanks'],
      'smalltalk:thanks + confirm:tray-float [yes no down not-sure]',
    ],
    ['so is "why?"', ['why?'], 'smalltalk:why + confirm:tray-float [yes no down not-sure]'],
    [
      'and a side question',
      ['how long will this take?'],
      'smalltalk:side-question + confirm:tray-float [yes no down not-sure]',
    ],
    [
      'and what is out of scope',
      ['what is the weather'],
      'out-of-scope:out-of-scope + confirm:tray-float [yes no down not-sure]',
    ],
    ['after which "yes" answers it as ever', ['thanks', 'yes'], 'remedy:tray-full'],
    [
      'what is not understood gets the question in its own words',
      ['qwrtz'],
      'smalltalk:nothing-understood + question:tray-float [up down not-sure]',
    ],
  ])('%s', (_title, doings, expected) => {
    const conversation = halfHeard();
    conversation.does({ chooses: 'dark' });
    expect(asked(doings.map((doing) => conversation.does(doing)).at(-1) ?? [])).toBe(expected);
  });

  test('is no fact until it is confirmed', () => {
    const conversation = halfHeard();
    conversation.does({ chooses: 'dark' });
    expect(conversation.state.case?.facts.map(({ question }) => question)).not.toContain('tray-float');
    conversation.does('yes');
    expect(conversation.state.case?.facts).toContainEqual(
      expect.objectContaining({ question: 'tray-float', answer: 'up', denied: false }),
    );
  });

  test.each<readonly [string, string, object]>([
    ['yes, and it shows F7', 'tray-float', { answer: 'up', denied: false }],
    ['yes, and it shows F7', 'display-code', { answer: 'f7', denied: false }],
    ['no, but it shows F7', 'display-code', { answer: 'f7', denied: false }],
    ['no, I see no float', 'tray-float', { answer: 'down', denied: false }],
  ])('"%s" tells of %s', (words, question, expected) => {
    const conversation = halfHeard();
    conversation.does({ chooses: 'dark' });
    conversation.does(words);
    expect(conversation.state.case?.facts).toContainEqual(expect.objectContaining({ question, ...expected }));
  });

  test('moves the belief by half, until its question is answered', () => {
    const probabilityOf = (conversation: Conversation): number =>
      conversation.last?.reading.problems.find(({ id }) => id === 'tray-full')?.probability ?? 0;
    const open = new Conversation(prepared);
    open.does('the coffee machine gives no coffee');
    open.does({ chooses: 'dark' });
    const half = halfHeard([guess('tray-float', 'up')]);
    half.does({ chooses: 'dark' });
    expect(probabilityOf(half)).toBeGreaterThan(probabilityOf(open));
    half.does('yes');
    open.does({ chooses: 'up' });
    expect(probabilityOf(half)).toBeCloseTo(probabilityOf(open), 6);
  });

  test('is gone with the message that said it', () => {
    const conversation = halfHeard();
    conversation.does({ deletes: 0 });
    expect(conversation.state.case?.guesses).toEqual([]);
  });
});

describe('a reply that was half heard', () => {
  test.each([
    ['no, it is off', 'dark'],
    ['no, the blue light is off', 'dark'],
    ['it is off', 'dark'],
    ['yes', 'lit'],
    ['yes, it is on', 'lit'],
  ])('is asked back, and "%s" settles it: %s', (words, answer) => {
    const conversation = new Conversation(prepared);
    conversation.does('the coffee machine gives no coffee');
    expect(asked(conversation.does('the light'))).toBe('confirm:water-light [yes no dark not-sure]');
    conversation.does(words);
    const facts = conversation.state.case?.facts.filter(({ question }) => question === 'water-light');
    expect(facts?.map(({ answer: told, denied }) => [told, denied])).toEqual([[answer, false]]);
  });
});
