import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newConversation } from '../../../src/core/conversation.ts';
import type { Answer, KnowledgeBase, Question } from '../../../src/core/knowledge/model.ts';
import { readMessage } from '../../../src/core/language/clauses.ts';
import { likelyAnswer } from '../../../src/core/language/likely-answer.ts';
import { prepareLanguage, understand } from '../../../src/core/language/understand.ts';
import { KITCHEN } from '../classifier/kitchen.ts';
import { base } from './base.ts';
import { asked, factsOf, shown } from './read.ts';

const LABELS: Readonly<Record<string, string>> = {
  'too-hot': 'It is too hot',
  'too-salty': 'It is too salty',
  'more-please': 'I want more',
};
const answers = Object.entries(LABELS).map(
  ([id, label]): Answer => ({
    id,
    label,
    phrases: KITCHEN.filter((example) => example.label === id).map(({ text }) => text),
    says: null,
    offered: true,
  }),
);
const pattern = base.questions.find(({ id }) => id === 'seal');
if (pattern === undefined) throw new Error('the base has no question to copy');
const question: Question = { ...pattern, id: 'complaint', answers };
const kitchen: KnowledgeBase = { ...base, questions: [...base.questions, question] };
const slice = prepareLanguage(kitchen);

const hear = (text: string, ours: ReturnType<typeof asked> | null = asked('complaint')) =>
  understand(
    slice,
    { ...newConversation(), turn: 1, case: ours },
    { kind: 'said', id: 'turn', at: 0, text, messageId: null, attachments: 0 },
  );
const guessed = (text: string): string | null => {
  const owner = likelyAnswer(slice, question.id, readMessage(slice.vocabulary, text));
  return owner === null ? null : (slice.facts.answers[owner]?.answer ?? null);
};

describe('an answer that no phrase says', () => {
  it.each([
    ['the soup burnt my mouth', 'too-hot'],
    ['too much salt', 'too-salty'],
    ['too mcuh salt', 'too-salty'],
    ['I am hungry, one more portion please', 'more-please'],
    ['another helping of potatoes please', 'more-please'],
    ['somebody put salt in the sauce', 'too-salty'],
  ])('is known by its words: %s', (text, answer) => {
    expect(guessed(text)).toBe(answer);
    expect(factsOf(hear(text))).toEqual([`complaint=${answer}`]);
  });

  it('is heard as an answer, with the words that gave it', () => {
    const heard = hear('somebody put salt in the sauce');
    expect(heard.act).toBe('answer');
    expect(heard.facts[0]?.quote?.text).toBe('somebody put salt in the sauce');
  });

  it.each([
    ['tells of something else', 'my train leaves at nine'],
    ['tells of something else with words of an answer', 'I have no salt'],
    ['is small talk', 'who won the match last night'],
    ['is nonsense', 'xqzv kkjw ppfh'],
    ['is no word', '????'],
    ['is empty', ''],
    ['tells of many things', 'the soup is too hot and too salty and '.repeat(3)],
  ])('is none where the message %s', (_, text) => {
    expect(guessed(text)).toBe(null);
  });
});

describe('nobody is said to have answered', () => {
  it.each(['may I get more sauce', 'may I have another helping'])('who asks: %s', (text) => {
    expect(factsOf(hear(text))).toEqual([]);
  });

  it('who was asked nothing, or something else', () => {
    expect(factsOf(hear('somebody put salt in the sauce', null))).toEqual([]);
    expect(factsOf(hear('somebody put salt in the sauce', asked('seal-switch')))).toEqual([]);
    expect(factsOf(hear('somebody put salt in the sauce', shown))).toEqual([]);
  });

  it('who says what is known to be another fact', () => {
    expect(factsOf(hear('the seal is broken'))).toEqual(['seal=broken']);
  });

  it('by any words that no phrase has', () => {
    const unknownWord = fc.string({ unit: fc.constantFrom(...'qxzjvk'), minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(unknownWord, { maxLength: 6 }), (words) => {
        expect(guessed(words.join(' '))).toBe(null);
      }),
    );
  });
});

describe('what is learnt of answers', () => {
  it('is the same each time, and says the same after a stay on disk', () => {
    expect(prepareLanguage(kitchen).likelyAnswers).toEqual(slice.likelyAnswers);
    expect(deserialize(serialize(slice.likelyAnswers))).toEqual(slice.likelyAnswers);
  });

  it('is nothing where there are no questions', () => {
    const empty = prepareLanguage({ ...base, questions: [] });
    expect(likelyAnswer(empty, 'complaint', readMessage(empty.vocabulary, 'too much salt'))).toBe(null);
  });
});
