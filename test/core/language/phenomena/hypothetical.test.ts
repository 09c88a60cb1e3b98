/** What is only supposed, planned or wished for is no fact; what happens whenever something is done is one. */

import { describe } from 'vitest';
import { type Golden, holdMostly } from './golden.ts';

const SUPPOSED: readonly Golden[] = [
  { says: 'What happens if I turn the key to MGR?', never: ['mode-position', 'key-seat', 'already-tried'] },
  { says: 'should I reset it?', never: ['already-tried'] },
  { says: 'If I turn the key, will the prices be lost?', never: ['settings-kept', 'already-tried'] },
  { says: 'would it help to clean the reader?', never: ['already-tried', 'reader-dirt'] },
  { says: 'Suppose the seal is broken, who do I call?', never: ['seal-state'] },
  { says: 'what happens when the dongle is unplugged', never: ['dongle-light'] },
  { says: 'in case the battery is empty, can I still sell?', never: ['suspect'] },
  { says: 'I could try the spare key', never: ['already-tried', 'spare-key'] },
  { says: 'could it be that there was a power cut overnight?', never: ['happened-before'] },
  { says: 'Before I wipe the card, is that safe?', never: ['already-tried', 'reader-dirt'] },
  {
    says: 'I was going to restart the till program but I am afraid to lose the sale',
    never: ['already-tried'],
  },
  { says: 'unless the switch is ON it should let me in, right?', never: ['seal-switch'] },
  { says: 'even if all supervisors were refused that would not explain it', never: ['other-people'] },
  { says: 'Let me know if I need to push the key all the way in', never: ['key-seat'] },
  { says: "if the key is bent I'll order a new one", never: ['key-condition', 'already-tried'] },
  { says: 'Were the seal broken we would see it', never: ['seal-state'] },
  {
    says: 'assuming the controller is offline, does the card still open the door',
    never: ['controller-state'],
  },
  { says: 'we are thinking of replacing the controller', never: ['door-change', 'already-tried'] },
  { says: 'tomorrow I will clean the reader', never: ['already-tried'] },
  { says: 'I would clean the reader but I have no cloth', never: ['already-tried', 'reader-dirt'] },
  { says: 'what would happen if I pulled the dongle', never: ['dongle-light'] },
  { says: 'we plan to update the software next week', never: ['happened-before'] },
  { says: 'if the seal were broken I would call the service', never: ['seal-state'] },
  {
    says: 'when I turn the key nothing changes on the screen',
    hears: { 'screen-on-turning=nothing': 'nothing' },
  },
  {
    says: 'if I do a refund it asks for a supervisor',
    hears: { 'function-wanted=refund-or-void': 'refund' },
  },
  {
    says: 'If I hold the card on the reader it beeps and then refuses',
    hears: { 'reader-signal=reads-then-refuses': 'beeps' },
  },
];

describe('suppositions, plans and wishes', () => holdMostly(0.85, SUPPOSED));
