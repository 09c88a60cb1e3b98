/** Words of others: those of the person helped count, those of mail, signatures, manuals and screens do not. */

import { describe } from 'vitest';
import { type Golden, holdMostly } from './golden.ts';

const OTHERS: readonly Golden[] = [
  {
    says: "From: Anna Hill, Supervisor <anna@store.example>\nTo: Help Desk\nSubject: till 4\n\nThe key won't turn to S.",
    hears: { 'key-seat=stops-short': 'turn' },
    never: ['role'],
  },
  {
    says: 'the customer says the reader stays dark',
    hears: { 'reader-lamp=dark|reader-signal=nothing': 'dark' },
    never: ['role'],
  },
  {
    says: '> the seal is broken\nNo, the seal is whole.',
    hears: { 'seal-state=intact': 'whole' },
    never: ['seal-state=broken'],
  },
  {
    says: 'My colleague wrote: "I am the technician". I only work at the checkout.',
    never: ['role=technician'],
  },
  {
    says: 'caller states that every supervisor is refused since the update',
    hears: { 'other-people=everybody': 'every supervisor', 'happened-before=update': 'update' },
    never: ['role'],
  },
  {
    says: 'Device: scale\nError: key supervisor error\nPower cut: no\nSeal: intact\nTried so far: nothing',
    hears: {
      'device=scale|product=scale': 'scale',
      'not happened-before=power-cut': 'power cut',
      'seal-state=intact': 'intact',
    },
    never: ['happened-before=power-cut'],
  },
  {
    says: 'Still no luck, the sign-in itself is refused.\n\n-----Original Message-----\nFrom: Help Desk\nTo: Store\nPlease see whether the switch is ON and the seal is broken.',
    hears: { 'own-sign-in=refused': 'sign-in' },
    never: ['seal-switch', 'seal-state'],
  },
  {
    says: 'On Mon, 3 June 2024 at 10:02, Help Desk wrote:\n> is the key bent?\nthe key is straight',
    hears: { 'key-condition=good': 'straight' },
    never: ['key-condition=damaged'],
  },
  {
    says: 'the screen says "KEY SUPERVISOR ERROR"',
    never: ['role', 'key-condition', 'supervisor-proof=code'],
  },
  {
    says: 'she told me that she dropped the key and it is bent now',
    hears: { 'key-condition=damaged': 'bent' },
  },
  {
    says: 'The licence key is not found.\n\nKind regards\nPete Hill\nScale and Till Service Technician',
    hears: { 'licence-message=not-found': 'not found' },
    never: ['role=technician', 'device=scale', 'device=till', 'product=scale'],
  },
  {
    says: 'Forwarding what the shop wrote: the padlock is red',
    hears: { 'licence-padlock=red': 'red' },
  },
  {
    says: 'The manual says "the lamp of the reader must be lit". Ours is dark.',
    never: ['reader-lamp=lit'],
  },
  {
    says: 'User reports: fob is only read after several tries. User is a cashier.',
    hears: { 'reader-signal=sometimes': 'tries' },
    never: ['role=supervisor', 'role=technician'],
  },
  { says: 'your bot asked "is the switch ON?" but I see no switch', never: ['seal-switch'] },
  {
    says: 'Ticket #48213 | Requester: Maria Lopez (store manager) | Summary: register says E40 after a power failure',
    hears: { 'screen-code=e40': 'E40', 'happened-before=power-cut': 'power failure' },
    never: ['role'],
  },
  {
    says: 'The technician said it is not the lock but the cable',
    hears: { 'not suspect=lock': 'lock', 'suspect=cable': 'cable' },
    never: ['role'],
  },
  { says: 'according to the manual the switch must be OFF', never: ['seal-switch'] },
  {
    says: 'The label on the scale reads "Seal broken = warranty void"',
    hears: { 'device=scale': 'scale' },
    never: ['seal-state'],
  },
  { says: '"Seal broken = warranty void" it says on the label of our scale', never: ['seal-state'] },
  { says: 'there is a notice "do not sell if the seal is broken" on the scale', never: ['seal-state'] },
  { says: 'the sticker says "void if removed"', hears: { 'seal-state=intact': 'void' } },
  { says: 'the scale shows "seal is broken" on its display', hears: { 'seal-state=broken': 'broken' } },
  { says: 'the screen says "seal broken"', hears: { 'seal-state=broken': 'broken' } },
  { says: 'IT wrote "check that the switch is ON", I have not looked yet', never: ['seal-switch'] },
  {
    says: 'The customer told me: the key is bent',
    hears: { 'key-condition=damaged': 'bent' },
  },
  {
    says: 'Hi team,\nsee below.\n\n> From: Store 12\n> all tills are refused since the power cut\n> Store manager',
    hears: { 'other-terminals=several': 'all tills', 'happened-before=power-cut': 'power cut' },
  },
];

describe('words of others', () => holdMostly(0.55, OTHERS));
