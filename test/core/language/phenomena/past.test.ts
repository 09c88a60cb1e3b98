/** What is over, or was cured, is no fact of the case; what happened before it is one. */

import { describe } from 'vitest';
import { type Golden, holdMostly } from './golden.ts';

const PAST: readonly Golden[] = [
  { says: 'the key was stuck yesterday, fine now', never: ['key-seat', 'key-condition'] },
  {
    says: 'the scale used to say C04, today there is no code at all',
    hears: { 'screen-code=no-code|workshop-code=no-code': 'no code' },
    never: ['settings-page=c01-c07'],
  },
  {
    says: 'had the same last week on several tills but that was fixed',
    never: ['other-terminals=several'],
  },
  {
    says: 'On the register E01 is gone, now it says E40',
    hears: { 'screen-code=e40': 'E40' },
    never: ['screen-code=e01'],
  },
  {
    says: 'the lamp of the reader was dark this morning but it is lit again',
    hears: { 'reader-lamp=lit': 'lit' },
    never: ['reader-lamp=dark'],
  },
  { says: 'the seal was broken last year, it was renewed since', never: ['seal-state=broken'] },
  { says: 'we had a power cut yesterday', hears: { 'happened-before=power-cut': 'power cut' } },
  {
    says: 'It started after the update on Friday, before that everything worked',
    hears: { 'happened-before=update': 'update' },
  },
  {
    says: 'last month all tills had it, this time it is only this one',
    hears: { 'other-terminals=this-one': 'only' },
    never: ['other-terminals=several'],
  },
  {
    says: 'the controller was offline for an hour, it is online again',
    hears: { 'controller-state=online': 'online' },
    never: ['controller-state=offline'],
  },
  {
    says: 'the maintenance had expired, we renewed it, and now it says key not found',
    hears: { 'licence-message=not-found': 'not found' },
    never: ['licence-message=guarantee-ended'],
  },
  {
    says: "Earlier the reader didn't react at all. Now it beeps and then refuses.",
    hears: { 'reader-signal=reads-then-refuses': 'beeps' },
    never: ['reader-signal=nothing'],
  },
  {
    says: 'previously the weight jumped, since the repair it is steady',
    hears: { 'reading=steady': 'steady' },
    never: ['reading=unsteady'],
  },
  {
    says: 'jobs stopped arriving on Tuesday, now they arrive again',
    hears: { 'jobs-arrive=arrive': 'arrive' },
    never: ['jobs-arrive=stopped'],
  },
  { says: 'years ago we once had water in it, that was repaired', never: ['scale-event=wet'] },
  {
    says: 'it no longer says expired, the padlock is green now',
    hears: { 'licence-padlock=green': 'green' },
    never: ['licence-message=guarantee-ended'],
  },
  {
    says: 'Last night the tuya api gave code 1010, right now it is code 1004',
    hears: { 'tuya-code=1004': '1004' },
    never: ['tuya-code=1010'],
  },
  {
    says: 'The reader was dirty but not any more',
    never: ['reader-dirt=dirty'],
  },
  {
    says: 'it stopped beeping, formerly it beeped and refused',
    never: ['reader-signal=reads-then-refuses'],
  },
  {
    says: 'Yesterday everyone was refused, today only one supervisor is',
    hears: { 'other-people=one-person': 'one supervisor' },
    never: ['other-people=everybody'],
  },
  { says: 'the key is not stuck any longer but the message stays', never: ['key-seat=stops-short'] },
  {
    says: 'key got bent on Saturday, somebody straightened it but it still sticks out',
    hears: { 'key-seat=not-home': 'sticks out' },
  },
];

describe('what is over or cured', () => holdMostly(0.6, PAST));
