/** What is asked is no fact; what a question takes for granted is one. */

import { describe } from 'vitest';
import { type Golden, holdMostly } from './golden.ts';

const ASKED: readonly Golden[] = [
  { says: 'is the key bent?', never: ['key-condition'] },
  { says: 'the key is bent', hears: { 'key-condition=damaged': 'bent' } },
  { says: 'which key do I need, the S key?', never: ['key-marking', 'mode-position', 'suspect'] },
  {
    says: 'Why does the till ask for a supervisor when I do a refund?',
    hears: { 'device=till': 'till', 'function-wanted=refund-or-void': 'refund' },
  },
  { says: 'can a power cut cause this?', never: ['happened-before'] },
  { says: 'how do I see whether the switch is on', never: ['seal-switch'] },
  {
    says: 'Is it normal that the lamp is red? The reader beeps and then refuses.',
    hears: { 'reader-signal=reads-then-refuses': 'beeps' },
    never: ['licence-padlock'],
  },
  { says: 'Do all supervisors have to sign out?', never: ['other-people', 'fresh-sign-in'] },
  { says: 'does this happen on several tills?', never: ['other-terminals'] },
  { says: 'who has the spare key', never: ['spare-key'] },
  { says: 'What colour should the padlock be, green?', never: ['licence-padlock'] },
  {
    says: 'My scale says key supervisor error, is that because the seal is broken?',
    hears: { 'device=scale|product=scale': 'scale' },
    never: ['seal-state'],
  },
  { says: 'no jobs arrive at the workstation, what now?', hears: { 'jobs-arrive=stopped': 'jobs' } },
  { says: 'Did somebody change my PIN?', never: ['account-change'] },
  { says: 'can you tell me if the controller is offline', never: ['controller-state'] },
  { says: 'the fob is scratched - is that bad?', hears: { 'card-look=damaged': 'scratched' } },
  { says: 'could the clock of the server be wrong?', never: ['tuya-clock', 'settings-kept'] },
  { says: 'have you tried cleaning the reader?', never: ['already-tried'] },
  { says: 'the seal is whole, what else can it be?', hears: { 'seal-state=intact': 'whole' } },
  { says: 'Where do I find the key, is it lost', never: ['key-condition'] },
];

describe('questions and statements', () => holdMostly(0.65, ASKED));
