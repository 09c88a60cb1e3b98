import { describe, expect, test } from 'vitest';
import { doingsIn } from '../../src/workbench/transcript.ts';

const said = (...texts: string[]) => texts.map((text) => ({ kind: 'said', text }));

describe('what a person did is found in every form that a conversation is written down in', () => {
  test.each<[string, string, readonly object[]]>([
    ['a message', 'no coffee, and the blue light is on\n', said('no coffee, and the blue light is on')],
    ['a ticket with its lines', 'Subject: machine\r\n\r\nno coffee', said('Subject: machine\n\nno coffee')],
    [
      'the body of an API error',
      '{"code":1004,"msg":"sign invalid"}',
      said('{"code":1004,"msg":"sign invalid"}'),
    ],
    [
      'a terminal that was copied',
      'Hello.\n\n> no coffee\nIs the tank full?\n   1) Yes\n> 1\nGood.',
      said('no coffee', '1'),
    ],
    [
      'a conversation as the README prints it',
      'you      From: me\n         no coffee\nkeyturn  Is the tank full?\nyou      yes\n',
      said('From: me\nno coffee', 'yes'),
    ],
    ['one with colons', 'User: no coffee\nBot: Is the tank full?\nUser: yes', said('no coffee', 'yes')],
    [
      'what chat --transcript writes',
      '{"person":"no coffee"}\n{"bot":[{"kind":"question","id":"light","text":"?"}]}\n{"chose":"on"}\n{"bot":[]}\n',
      [...said('no coffee'), { kind: 'chose', choice: 'on' }],
    ],
    [
      'a ticket that was handed over',
      '{"id":1,"summary":{"transcript":[{"from":"person","text":"no coffee","turn":1},{"from":"bot","text":"?","turn":1}]}}',
      said('no coffee'),
    ],
    [
      'what triage reads',
      '{"id":"a","text":"no coffee"}\n{"id":"b","text":"too slow"}',
      said('no coffee', 'too slow'),
    ],
    [
      'what ask --json prints',
      '{\n  "understood": { "text": "no coffee" },\n  "next": {}\n}',
      said('no coffee'),
    ],
    [
      'a mail that quotes another',
      'Subject: machine\nno coffee\n> any news?',
      said('Subject: machine\nno coffee\n> any news?'),
    ],
    ['nothing', ' \n', []],
  ])('%s', (_form, text, doings) => expect(doingsIn(text)).toEqual(doings));
});
