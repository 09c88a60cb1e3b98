/** What the frame takes for a message of the page around it. */

import { expect, test } from 'vitest';
import { readToFrame } from '../../src/web/frame-messages.ts';

const hello = {
  keyturn: 'help',
  kind: 'hello',
  data: {
    title: 'Store help',
    userName: 'Sam',
    language: 'de',
    textWrite: 'Ask us',
    textStartOver: 'Again',
    open: '',
  },
  closable: true,
  person: null,
};

test('the data attributes of the script tag become the options of the chat', () => {
  expect(readToFrame(hello)).toEqual({
    keyturn: 'help',
    kind: 'hello',
    options: {
      title: 'Store help',
      color: null,
      language: 'de',
      userName: 'Sam',
      texts: { write: 'Ask us', startOver: 'Again' },
      closable: true,
    },
    person: null,
    kept: null,
  });
});

test('what the frame gave the page to keep comes back with hello', () => {
  expect(readToFrame({ ...hello, kept: '[]' })).toMatchObject({ kept: '[]' });
});

test('an empty attribute is one that is not there', () => {
  expect(readToFrame({ ...hello, data: { title: '' } })).toMatchObject({ options: { title: null } });
});

test.each([
  [{ kind: 'opened', focus: true }],
  [{ kind: 'closed' }],
  [{ kind: 'send', text: 'it beeps' }],
  [{ kind: 'identify', person: null }],
  [{ kind: 'identify', person: { id: 'till-12', hmac: '9f2c' } }],
  [{ kind: 'identify', person: { id: 'till-12', name: 'Sam', hmac: '9f2c' } }],
])('%j is read as it is', (message) => {
  expect(readToFrame({ keyturn: 'help', ...message })).toEqual({ keyturn: 'help', ...message });
});

test.each([
  ['nothing', null],
  ['a text, as other scripts send them', 'setImmediate$0.1$1'],
  ['no id of a widget', { kind: 'closed' }],
  ['another kind', { keyturn: 'help', kind: 'erase' }],
  ['a hello without attributes', { keyturn: 'help', kind: 'hello', person: null }],
  ['something to say that is no text', { keyturn: 'help', kind: 'send', text: { toString: 1 } }],
  ['a person without proof', { keyturn: 'help', kind: 'identify', person: { id: 'till-12' } }],
  ['nobody at all', { keyturn: 'help', kind: 'identify' }],
  ['an opening that does not say whether to take the focus', { keyturn: 'help', kind: 'opened' }],
])('%s is no message', (_what, sent) => {
  expect(readToFrame(sent)).toBeNull();
});
