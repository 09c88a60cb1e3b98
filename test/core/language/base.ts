/** A small knowledge base about a scale, a till and a card reader: enough of each phenomenon of language. */

import type {
  Answer,
  Family,
  KnowledgeBase,
  Messages,
  Question,
  Role,
  Step,
} from '../../../src/core/knowledge/model.ts';
import { MESSAGES, NO_EXAMPLES, NO_NEEDS } from '../../../src/core/knowledge/model.ts';
import { language, secrets } from '../../shipped-language.ts';

const answer = (id: string, label: string, phrases: string[], says: Answer['says'] = null): Answer => ({
  id,
  label,
  phrases,
  says,
  offered: true,
});

const question = (
  id: string,
  about: Question['about'],
  answers: Answer[],
  more: Partial<Question> = {},
): Question => ({
  id,
  about,
  families: ['scale', 'till', 'reader'],
  choose: 'one',
  ask: `${id}?`,
  why: 'because',
  costSeconds: 30,
  who: 'cashier',
  answers,
  answersAre: 'listed',
  usually: {},
  noise: 0.05,
  ...more,
});

const family = (id: string, label: string, aliases: string[], models: string[]): Family => ({
  id,
  label,
  called: `a ${id}`,
  aliases,
  models,
  prior: 1 / 3,
  somethingElse: 0.08,
  signs: {},
  handOverSeconds: 900,
});

const role = (id: string, label: string, phrases: string[]): Role => ({
  id,
  label,
  phrases,
  actsAs: [id],
  isSkilled: false,
  fetchSeconds: 60,
  called: `the ${id}`,
});

const step = (id: string, saidDone: string[]): Step => ({
  id,
  title: id,
  by: 'cashier',
  families: null,
  risk: 'none',
  costSeconds: 60,
  saidDone,
  caution: null,
  do: id,
  plain: null,
  see: null,
  cannot: null,
  sources: [],
});

const messages = Object.fromEntries(Object.keys(MESSAGES).map((key) => [key, key])) as Messages;

const families = [
  family('scale', 'Scale', ['scale', 'scales', 'weighing machine'], ['OP-909', 'geodyna optima']),
  family(
    'till',
    'Till',
    ['till', 'cash register', 'Sharp till', 'terminal'],
    ['Sharp ER-A450', 'Casio 130CR'],
  ),
  family('reader', 'Card reader', ['card reader', 'fob reader', 'terminal'], []),
];

const roles = [
  role('cashier', 'Cashier', ['i am the cashier', 'i am a cashier']),
  role('supervisor', 'Supervisor', ['i am the supervisor', 'supervisor here']),
  role('developer', 'Developer', ['i am a developer']),
];

const steps = [
  step('clean-reader', ['cleaned the reader', 'wiped the reader']),
  step('restart', ['restarted it', 'turned it off and on again', 'rebooted']),
];

export const base: KnowledgeBase = {
  title: 'Key error',
  families,
  roles,
  questions: [
    question(
      'device',
      'device',
      families.map(({ id, label, aliases, models }) => answer(id, label, [...aliases, ...models])),
      { answersAre: 'families' },
    ),
    question(
      'role',
      'role',
      roles.map(({ id, label, phrases }) => answer(id, label, [...phrases])),
      { answersAre: 'roles' },
    ),
    question(
      'already-tried',
      'already-tried',
      steps.map(({ id, title, saidDone }) => answer(id, title, [...saidDone])),
      { answersAre: 'steps', choose: 'many' },
    ),
    question('seal-switch', 'check', [
      answer('on', 'ON', ['switch is on', 'seal switch on']),
      answer('off', 'OFF', ['switch is off', 'seal switch off']),
    ]),
    question('seal', 'check', [
      answer('intact', 'Intact', ['seal is intact', 'seal is fine']),
      answer('broken', 'Broken', ['seal is broken', 'broken seal']),
    ]),
    question('beep', 'check', [
      answer('beeps', 'It beeps', ['it beeps', 'reader beeps'], 'yes'),
      answer('silent', 'Nothing at all', ['no beep', 'nothing happens', 'stays dark'], 'no'),
    ]),
    question(
      'activity',
      'recent-action',
      [
        answer('refund', 'A refund', ['refund', 'doing a refund']),
        answer('void', 'A void', ['void', 'voiding a sale']),
        answer('override', 'A price override', ['price override', 'override']),
        answer('calibrating', 'Calibrating', ['calibrating', 'was calibrating']),
        answer('z-report', 'The Z report', ['z report', 'end of day']),
      ],
      { choose: 'many' },
    ),
    question('before', 'recent-action', [
      answer('power-cut', 'A power cut', ['power cut', 'after a power cut']),
      answer('update', 'An update', ['after the update', 'since the update', 'was updated']),
      answer('moved', 'It was moved', ['was moved', 'moved to another counter']),
    ]),
    question('page', 'context', [answer('c01-c07', 'C01 to C07', ['calibration menu'])]),
    question('screen', 'context', [
      answer('e01', 'E01', []),
      answer('key-error', 'Key supervisor error', ['key supervisor error']),
    ]),
    question('code', 'context', [
      answer('1004', 'Code 1004', []),
      answer('28841105', 'Code 28841105', ['not subscribed']),
    ]),
    question(
      'suspect',
      'check',
      [
        answer('key', 'The key', ['it is the key', 'is the key']),
        answer('lock', 'The lock', ['it is the lock', 'is the lock']),
      ],
      { choose: 'many', ask: null },
    ),
    question('key', 'check', [
      answer('turns', 'It turns', ['key turns', 'key is turned']),
      answer('stuck', 'It does not turn', ['key does not turn', 'key is stuck']),
      answer('broken', 'It broke', ['key snapped', 'key is broken']),
    ]),
    question('door', 'check', [
      answer('back', 'The back entrance', ['back entrance']),
      answer('front', 'The front entrance', ['front entrance']),
    ]),
    question('sign-in', 'check', [answer('refused', 'It is refused', ['cannot sign in at all'])]),
    question('signed-in', 'check', [answer('nobody', 'Nobody is signed in', ['nobody signed in'])]),
    question('position', 'check', [
      answer('s', 'At S', ['key is at s']),
      answer('half', 'Half in', ['key is half in']),
    ]),
    question('people', 'check', [
      answer('one', 'Only one person', ['only one supervisor']),
      answer('all', 'Everybody', ['every supervisor', 'all supervisors', 'all of them']),
    ]),
  ],
  problems: [
    {
      id: 'seal-switch-on',
      title: 'The calibration seal switch is ON',
      families: { scale: 1 },
      means: '',
      saidAs: [
        'cannot get into C01',
        'calibration menu wants a supervisor',
        'asks for a supervisor password',
      ],
      signs: {},
      remedy: { success: 0.9, steps: ['clean-reader'], curedBy: ['clean-reader'], fixedWhen: '' },
      prevention: null,
      sources: [],
    },
  ],
  steps,
  needs: NO_NEEDS,
  lexicon: {
    makes: [],
    same: [
      ['supervisor', 'manager', 'gaffer', 'team leader'],
      ['till', 'checkout', 'lane'],
      ['broken', 'bust', 'knackered'],
      ['power cut', 'blackout', 'power failure'],
      ['refund', 'money back'],
      ['restart', 'reboot'],
    ],
    codes: [
      { question: 'page', pattern: '\\bC0?[1-7]\\b', answer: 'c01-c07', near: [] },
      { question: 'screen', pattern: '\\bE[- ]?01\\b', answer: 'e01', near: [] },
      {
        question: 'code',
        pattern: '\\b(1\\d{3}|2884\\d{4})\\b',
        answer: null,
        near: ['code', 'tuya', 'error', '"code"'],
      },
    ],
  },
  costs: {
    risks: {
      none: { costSeconds: 0, needs: 0 },
      'loses-entry': { costSeconds: 60, needs: 0.2 },
      'loses-data': { costSeconds: 600, needs: 0.6 },
      rights: { costSeconds: 600, needs: 0.5 },
      hazard: { costSeconds: 900, needs: 0.6 },
    },
    handOverSeconds: 900,
    wrongRemedySeconds: 0,
  },
  acts: {
    speech: {
      greeting: ['hi', 'hello', 'good morning', 'can you help me'],
      thanks: ['thanks', 'thank you', 'cheers'],
      why: ['why', 'why do you ask', 'why do you need to know'],
      back: ['back', 'go back', 'undo'],
      restart: ['start over', 'start again', 'restart', 'new problem'],
      human: ['human', 'talk to a human', 'get me an agent', 'i want to speak to somebody'],
      fixed: [
        'fixed',
        'it works',
        'it works now',
        'that worked',
        'that did it',
        'all good now',
        'problem solved',
      ],
      'still-there': [
        'still there',
        'still the same',
        'did not work',
        'did not help',
        'not fixed',
        'no change',
        'came back',
      ],
      cannot: [
        'i cannot do that',
        'i am not allowed to do that',
        'i do not have the key',
        'nobody here can do that',
      ],
      'not-sure': ['not sure', 'i do not know', 'dunno', 'no idea', 'cannot see that'],
      yes: ['yes', 'yep', 'yeah', 'correct', 'ok'],
      no: ['no', 'nope', 'nah'],
      correct: ['sorry i meant', 'actually', 'no wait', 'correction'],
      'out-of-scope': [
        'what is the weather like',
        'book me a holiday',
        'tell me a joke',
        'my gym card does not work',
      ],
    },
    secondCase: { later: [], now: [], same: [], called: null },
    asides: [],
    refusals: [
      {
        id: 'around',
        act: 'bypass',
        phrases: [
          'get round the supervisor',
          'bypass the supervisor',
          'default manager code',
          'what is the dealer pin',
          'pick the lock',
          'do a refund without a supervisor',
          'use his pin',
        ],
        unless: ['the manager code is refused', 'supervisor is not here who can i ask'],
        says: 'No.',
      },
      {
        id: 'danger',
        act: 'unsafe',
        phrases: ['break the seal', 'cut the seal', 'bridge the guard', 'force the key'],
        unless: ['i did not force the key', 'the seal is broken'],
        says: 'No.',
      },
    ],
  },
  examples: NO_EXAMPLES,
  articles: [],
  contacts: [],
  sources: [],
  messages: { en: messages },
  language,
  secrets,
};
