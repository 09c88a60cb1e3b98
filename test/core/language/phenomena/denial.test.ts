/** What is denied, and how far the denial reaches. */

import { describe } from 'vitest';
import { type Golden, holdMostly } from './golden.ts';

const DENIED: readonly Golden[] = [
  {
    says: 'it is not the key, it is the reader',
    hears: { 'not suspect=key': 'key', 'suspect=reader': 'reader' },
  },
  {
    says: 'not the key, the reader',
    hears: { 'not suspect=key': 'key', 'suspect=reader': 'reader' },
  },
  {
    says: "lane 2 works but lane 3 doesn't",
    hears: { 'other-terminals=this-one': 'lane' },
    never: ['other-terminals=several'],
  },
  {
    says: 'no error on the screen but it beeps',
    never: ['reader-signal=nothing', 'open-sale'],
  },
  {
    says: 'neither the key nor the lock is bent',
    hears: { 'not key-condition=damaged|key-condition=good': 'key' },
    never: ['key-condition=damaged', 'suspect'],
  },
  {
    says: "the seal isn't broken any more",
    hears: { 'not seal-state=broken|seal-state=intact': 'broken' },
    never: ['seal-state=broken'],
  },
  {
    says: 'There was no power cut and nobody moved it',
    hears: {
      'not happened-before=power-cut': 'power cut',
      'not happened-before=moved-or-opened|not scale-event=moved': 'moved',
    },
    never: ['happened-before', 'scale-event'],
  },
  {
    says: 'I did not clean the reader yet',
    hears: { 'not already-tried=clean-reader': 'clean' },
    never: ['already-tried'],
  },
  {
    says: 'the switch is not ON, I looked twice',
    hears: { 'not seal-switch=on|seal-switch=off': 'switch' },
    never: ['seal-switch=on'],
  },
  {
    says: 'not all tills, only mine',
    hears: { 'other-terminals=this-one|not other-terminals=several': '' },
    never: ['other-terminals=several'],
  },
  {
    says: 'this card never worked as supervisor here',
    hears: { 'card-ever-worked=never': 'never' },
    never: ['card-ever-worked=worked-before'],
  },
  {
    says: "The key does turn, it just doesn't reach the S position",
    hears: { 'key-seat=stops-short|key-seat=not-home': 'reach' },
    never: ['key-seat=all-the-way'],
  },
  {
    says: 'we are not doing a refund, it is an ordinary sale',
    hears: { 'not function-wanted=refund-or-void': 'refund', 'function-wanted=plain-sale': 'ordinary sale' },
    never: ['function-wanted=refund-or-void'],
  },
  {
    says: 'nothing was spilled on it and it has not been dropped',
    hears: { 'not happened-before=dirt-or-spill': 'spilled' },
    never: ['happened-before', 'scale-event'],
  },
  {
    says: 'neither the spare key nor mine is accepted',
    hears: { 'spare-key=fails-too|not spare-key=works': 'spare' },
    never: ['spare-key=works'],
  },
  {
    says: "the scale doesn't have a seal",
    hears: { 'seal-state=none': 'seal' },
    never: ['seal-state=intact', 'seal-state=broken'],
  },
  {
    says: "I don't think it's the network",
    hears: { 'not suspect=network': 'network' },
    never: ['suspect=network'],
  },
  {
    says: "it isn't the cable, the card is the problem",
    hears: { 'not suspect=cable': 'cable', 'suspect=card': 'card' },
    never: ['suspect=cable'],
  },
  {
    says: 'no new PIN, and nobody edited her role either',
    hears: { 'not account-change=pin-or-lock': 'PIN', 'not account-change=role-edited': 'role' },
    never: ['account-change'],
  },
  {
    says: "the scale is neither wet nor was it knocked, I'd say the switch",
    hears: {
      'not scale-event=wet': 'wet',
      'not scale-event=knocked|not happened-before=moved-or-opened': 'knocked',
    },
    never: ['scale-event'],
  },
  {
    says: 'till 4 is fine, till 5 is not',
    hears: { 'other-terminals=this-one': 'till' },
    never: ['other-terminals=several'],
  },
  {
    says: 'Battery: replaced\nPower cut: none\nspill: no',
    hears: { 'not happened-before=power-cut': 'Power cut' },
    never: ['happened-before'],
  },
  {
    says: 'the reader lights up but does not beep, and the card is not scratched',
    hears: { 'not card-look=damaged|card-look=whole': 'scratched' },
    never: ['card-look=damaged', 'reader-lamp=dark'],
  },
];

describe('denial and its scope', () => holdMostly(0.55, DENIED));
