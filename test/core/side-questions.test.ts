import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/core/conversation.ts';
import type { Article } from '../../src/core/knowledge/model.ts';
import { bothTell, type Chances, chooseArticle } from '../../src/core/language/reading/article.ts';
import { findArticles } from '../../src/core/search/articles.ts';
import { coffeeArticles } from '../coffee-articles.ts';
import { Conversation, type Doing, summary } from '../conversation.ts';
import { foreignBase, shippedBase } from '../foreign-base.ts';

const chances = (all: Readonly<Record<string, number>>): Chances =>
  Object.entries(all).map(([id, probability]) => ({ id, probability }));

describe('both opinions are one', () => {
  test.each([
    ['their mean', { a: 0.6, b: 0.2 }, { a: 0.2, c: 0.4 }, { a: 0.4, b: 0.1, c: 0.2 }],
    ['of what is known word for word nothing is searched', { a: 1 }, { b: 0.9 }, { a: 1 }],
    [
      'what no article answers is searched for as much less',
      { none: 0.8, a: 0.2 },
      { b: 0.5 },
      { a: 0.1, b: 0.05 },
    ],
    ['a base with too few examples for a head is searched alone', null, { b: 0.5 }, { b: 0.5 }],
  ])('%s', (_title, read, found, both) => {
    const told = bothTell(read === null ? null : chances(read), chances(found));
    expect(
      Object.fromEntries(told.map(({ id, probability }) => [id, Number(probability.toFixed(3))])),
    ).toEqual(both);
  });
});

describe('the article is chosen', () => {
  const article = (
    id: string,
    families: readonly string[] | null,
    about: readonly string[] = [],
  ): Article => ({
    id,
    asks: [],
    families,
    about,
    says: '',
    sources: [],
    differs: [],
  });
  const articles = new Map(
    [article('any', null), article('till', ['till']), article('scale', ['scale'], ['seal'])].map((each) => [
      each.id,
      each,
    ]),
  );
  const usually = chances({ till: 0.6, scale: 0.4 });

  test.each([
    ['a sure one of any device', { any: 0.6 }, { till: 0.6, scale: 0.4 }, null, 'any'],
    ['none that is unsure', { any: 0.4, till: 0.2 }, { till: 1 }, null, null],
    [
      'one of a device, while the device is not known',
      { till: 0.6 },
      { till: 0.6, scale: 0.4 },
      null,
      'till',
    ],
    ['and once it is', { till: 0.6 }, { till: 1 }, null, 'till'],
    ['none of another device, however sure', { till: 1 }, { scale: 1 }, null, null],
    [
      'one that belongs beside what waits, though less sure',
      { scale: 0.3, any: 0.1 },
      { scale: 1 },
      'seal',
      'scale',
    ],
    ['the same is not sure elsewhere', { scale: 0.3, any: 0.1 }, { scale: 1 }, 'lamp', null],
    ['none where what waits is all that speaks for it', { scale: 0.1 }, { scale: 1 }, 'seal', null],
  ])('%s', (_title, asked, now, beside, chosen) => {
    const families = chances(now);
    const askedBeside = new Map([['seal', new Map([['scale', 3]])]]);
    expect(chooseArticle(articles, chances(asked), { families, usually, beside, askedBeside })).toBe(chosen);
  });
});

const coffee = await coffeeArticles();
const corner = (...doings: readonly Doing[]): Conversation => {
  const conversation = new Conversation(coffee.prepared);
  for (const doing of doings) conversation.does(doing);
  return conversation;
};
const NO_COFFEE = 'the coffee machine gives no coffee';

describe('a question beside the point', () => {
  test.each<readonly [string, readonly Doing[], string]>([
    [
      'is answered, and the question that waits comes again',
      [NO_COFFEE, 'how much is a pump'],
      'answer:new-pump + question:water-light',
    ],
    [
      'also under a remedy',
      [NO_COFFEE, { chooses: 'lit' }, 'how much is a pump'],
      'answer:new-pump + remedy:tank-empty',
    ],
    [
      'as a first message help is offered behind it',
      ['how much is a pump'],
      'answer:new-pump + smalltalk:help-offered',
    ],
    [
      'twice, twice',
      [NO_COFFEE, 'can I use vinegar', 'how much is a pump'],
      'answer:new-pump + question:water-light',
    ],
    [
      'that nothing answers is said to have no answer',
      [NO_COFFEE, 'do you like coffee'],
      'smalltalk:side-question + question:water-light',
    ],
    ['nothing comes behind it once a person takes over', ['human', 'how much is a pump'], 'answer:new-pump'],
  ])('%s', (_title, doings, says) => {
    expect(summary(corner(...doings).last?.replies ?? [])).toBe(says);
  });

  test('changes nothing of the case but that it is kept, and the very same question comes again', () => {
    const conversation = corner(NO_COFFEE);
    const { state, last } = conversation;
    const [, again] = conversation.does('how much is a pump');
    expect(again).toEqual(last?.replies[0]);
    const { remarks, ...rest } = conversation.state.case!;
    expect(rest).toEqual(state.case);
    expect(remarks).toMatchObject([{ text: 'how much is a pump' }]);
    expect(summary(conversation.does({ chooses: 'lit' }))).toBe('remedy:tank-empty');
  });

  test('is answered as the kind of device has it, with its sources', () => {
    const said = (conversation: Conversation): Reply | undefined => conversation.does('why so loud')[0];
    const [machine, mill, unknown] = [corner(NO_COFFEE), corner('the grinder is jammed'), corner()].map(said);
    expect(machine).toEqual({
      kind: 'answer',
      id: 'loud',
      text: 'A machine hums while it works.',
      sources: ['G'],
    });
    expect(mill?.text).toBe('A mill is loud for the ten seconds in which it grinds.');
    expect(unknown?.text).toBe(machine?.text);
  });

  test('is not answered by what another kind of device has', () => {
    const conversation = corner('the grinder is jammed');
    expect(summary(conversation.does('can I use vinegar'))).toMatch(/^smalltalk:side-question/);
  });

  test('is in the transcript as it was said', () => {
    const lines = corner(NO_COFFEE, 'how much is a pump').state.transcript.slice(-3);
    expect(lines.map(({ from, text }) => `${from}: ${text.slice(0, 22)}`)).toEqual([
      'person: how much is a pump',
      'bot: Ask whoever services t',
      'bot: Is the blue water ligh',
    ]);
  });

  test('that has no answer is kept for authors, secrets masked', () => {
    const { last } = corner(NO_COFFEE, 'was my pin 4711 kept?');
    expect(last?.reading.heard.act).toBe('side-question');
    expect(last?.effects).toEqual([
      {
        kind: 'keep-unanswered',
        id: 'unanswered-2',
        question: {
          text: 'was my pin [hidden] kept?',
          beside: 'water-light',
          family: 'espresso-machine',
        },
      },
    ]);
    expect(corner(NO_COFFEE, 'how much is a pump').last?.effects).toEqual([]);
  });
});

describe('a base without articles', () => {
  test('says that it has no answer, as ever, and keeps nothing', async () => {
    const conversation = new Conversation((await foreignBase()).prepared);
    conversation.does(NO_COFFEE);
    expect(summary(conversation.does('can I use vinegar'))).toBe(
      'smalltalk:side-question + question:water-light',
    );
    expect(conversation.last?.effects).toEqual([]);
  });
});

test.each([
  '',
  '*',
  'vinegar*',
  '+asks:vinegar -pump^10~2',
  '\u0000',
  'x'.repeat(50_000),
  'pump '.repeat(20_000),
])('any text is searched for safely: %#', (text) => {
  const { articles } = coffee.prepared;
  const found = articles === null ? [] : findArticles(articles, text);
  const sum = found.reduce((all, { probability }) => all + probability, 0);
  expect(sum).toBeGreaterThanOrEqual(0);
  expect(sum).toBeLessThanOrEqual(1 + 1e-9);
});

describe('the shipped base', () => {
  const TILL = 'key supervisor error when i do a refund';
  const LICENCE = 'our software says no supervisor key found, red padlock';
  const SCALE = 'deli scale OP-909, opened C04, key supervisor error';

  test.each<readonly [string, readonly string[], RegExp]>([
    ['at a till the sale stays', [TILL, 'will i lose the sale'], /^answer:will-i-lose-the-sale \+ question:/],
    [
      'a licence has no sale',
      [LICENCE, 'will i lose the sale'],
      /^smalltalk:side-question \+ (question|confirm):/,
    ],
    ['it has a dongle', [LICENCE, 'what is a dongle'], /^answer:what-is-a-dongle \+ (question|confirm):/],
    ['a scale has a seal', [SCALE, 'what is a seal'], /^answer:what-is-a-seal \+ remedy:/],
    [
      'plants have nothing to do with it',
      [SCALE, 'do my plants like it'],
      /^smalltalk:side-question \+ remedy:/,
    ],
    [
      'before anything is told',
      ['will i lose the sale'],
      /^answer:will-i-lose-the-sale \+ smalltalk:help-offered$/,
    ],
  ])('%s', async (_title, turns, says) => {
    const conversation = new Conversation((await shippedBase()).prepared);
    for (const turn of turns) conversation.does(turn);
    expect(summary(conversation.last?.replies ?? [])).toMatch(says);
  });
});
