import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { READ_LIMIT } from '../../src/core/language/normalise.ts';
import { Conversation, summary } from '../conversation.ts';
import { shippedBase } from '../foreign-base.ts';

const { prepared } = await shippedBase();

/** What a person may send by accident or on purpose, and what kind of reply is sensible. */
const messages: readonly [title: string, text: string, reply: RegExp][] = [
  ['nothing', '', /^smalltalk:empty-message$/],
  ['blanks', ' \t\n ', /^smalltalk:empty-message$/],
  ['control characters alone', '\u0000\u0007\u001b[2J\u0008', /^(smalltalk|question):/],
  ['NUL within words', 'key\u0000 supervisor\u0000 error on the scale', /^question:/],
  ['marks that turn the direction of writing', '\u202eerror supervisor key\u202c on the scale', /^question:/],
  ['HTML', '<img src=x onerror=alert(1)><b>key supervisor error</b> on the scale', /^question:/],
  ['Markdown', '# key supervisor error\n\n[click](javascript:alert(1)) **scale**', /^question:/],
  ['JSON that is no error of ours', '{"a":[1,{"b":null}]}', /^(smalltalk|question):/],
  ['JSON that is cut off', '{"code":28841105,"msg":"No perm', /^(question|remedy):/],
  ['emoji', '😀🔑🧾', /^(smalltalk|question):/],
  ['another writing', 'ключ супервизора ошибка', /^(smalltalk|question):/],
  ['a path and a switch', 'C: drive -no ~title:x^2 +key', /^(smalltalk|question):/],
  [
    'names of the language it is written in',
    'constructor __proto__ toString',
    /^(smalltalk|question|out-of-scope):/,
  ],
];

describe('whatever is sent gets a sensible reply', () => {
  test.each(messages)('%s', (_title, text, reply) => {
    const conversation = new Conversation(prepared);
    expect(summary(conversation.does(text))).toMatch(reply);
    expect(conversation.does('the scale says it when i open C04 to calibrate').length).toBeGreaterThan(0);
  });

  test('a megabyte is read as far as is useful, and that is said', () => {
    const conversation = new Conversation(prepared);
    const replies = conversation.does('the scale says key supervisor error. '.repeat(30_000));
    expect(replies[0]?.text).toContain('long text');
    expect(JSON.stringify(conversation.state).length).toBeLessThan(4 * READ_LIMIT);
  });

  test('any text at all: nothing throws, something is said, quotes are where they say', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'binary', maxLength: 400 }),
        (first, second) => {
          const conversation = new Conversation(prepared);
          for (const text of [first, second]) {
            expect(conversation.does(text).length).toBeGreaterThan(0);
            const { heard } = conversation.last!.reading;
            for (const { quote } of heard.facts)
              expect(heard.text.slice(quote!.start, quote!.end)).toBe(quote!.text);
          }
        },
      ),
    );
  });
});

describe('what is said back holds nothing that a terminal or a page would obey', () => {
  const hostile = '\u001b[31mscale\u001b[0m \u202eOP-909\u202c <script>alert(1)</script> C04';
  test('no control characters or marks of direction', () => {
    const conversation = new Conversation(prepared);
    const said = [hostile, 'human']
      .flatMap((text) => conversation.does(text))
      .map((reply) => JSON.stringify(reply))
      .join();
    expect(said).not.toMatch(/\\u001b|\\u0000|\u202e|\u202c/);
  });
});

describe('secrets never leave the entrance', () => {
  const secrets: readonly [title: string, text: string, secret: string][] = [
    ['a PIN', 'manager pin is 4711 and it still says supervisor error', '4711'],
    ['a password', 'password: Hunter2!x on the back office', 'Hunter2!x'],
    [
      'an API secret',
      '{"client_id":"abc","secret":"0123456789abcdef0123456789abcdef","code":1004}',
      '0123456789abcdef0123456789abcdef',
    ],
    [
      'a token',
      'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF123-_x',
      'eyJhbGciOiJIUzI1NiJ9',
    ],
    [
      'a card number',
      'customer card 4111 1111 1111 1111, refund asks for the supervisor key',
      '4111 1111 1111 1111',
    ],
  ];
  test.each(secrets)('%s', (_title, text, secret) => {
    const conversation = new Conversation(prepared);
    const replies = conversation.does(text);
    expect(JSON.stringify([conversation.state, conversation.last])).not.toContain(secret);
    expect(replies[0]?.text).toContain('I hid something');
  });
  test('neither while a human owns the case and the bot is silent', () => {
    const conversation = new Conversation(prepared);
    conversation.does('the till says key supervisor error');
    conversation.does({ owner: 'human' });
    conversation.does('the pin is 4711');
    expect(JSON.stringify([conversation.state, conversation.last])).not.toContain('4711');
  });
});
