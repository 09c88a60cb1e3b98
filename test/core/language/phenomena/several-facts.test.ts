/** Several facts in one message, each with the words that say it. */

import { describe } from 'vitest';
import { type Golden, holdMostly } from './golden.ts';

const SEVERAL: readonly Golden[] = [
  {
    says: "Morning, the till wants a supervisor every time I do a refund and the key won't turn all the way.",
    hears: {
      'device=till': 'till',
      'function-wanted=refund-or-void': 'refund',
      'key-seat=stops-short|key-seat=not-home': 'turn',
    },
  },
  {
    says: 'OP-909 in the deli, someone opened C04 while calibrating, seal still whole, switch at the back is OFF',
    hears: {
      'product=scale': 'OP-909',
      'settings-page=c01-c07': 'C04',
      'scale-activity=calibrating': 'calibrating',
      'seal-state=intact': 'seal',
      'seal-switch=off': 'OFF',
    },
    model: 'OP-909',
  },
  {
    says: 'only one supervisor gets refused, the others are fine, and her PIN was changed on Monday',
    hears: { 'other-people=one-person': 'one supervisor', 'account-change=pin-or-lock': 'PIN' },
  },
  {
    says: 'Had a power cut last night, now the register shows E01 and the date is wrong',
    hears: {
      'happened-before=power-cut': 'power cut',
      'screen-code=e01': 'E01',
      'settings-kept=lost': 'date',
    },
  },
  {
    says: 'all tills are doing it since the software update this morning',
    hears: { 'other-terminals=several': 'all tills', 'happened-before=update': 'update' },
  },
  {
    says: 'fob reader stays dark, no beep, nothing. I already wiped the fob',
    hears: {
      'reader-lamp=dark|reader-signal=nothing': 'dark',
      'already-tried=wipe-credential': 'wiped',
      'product=credential-reader': 'fob reader',
    },
  },
  {
    says: 'The wheel balancer shows a C code when I open the service menu',
    hears: {
      'product=workshop-equipment|machine-kind=balancer': 'balancer',
      'workshop-code=service-code': 'C code',
      'workshop-activity=service-function': 'service',
    },
  },
  {
    says: 'dongle is plugged in and its light is on, but the Sentinel page shows an empty list',
    hears: { 'dongle-light=lit': 'light', 'licence-page=no-key-listed': 'list' },
  },
  {
    says: 'Tuya answers code 1004 sign invalid on every call, the clock of the server is right',
    hears: {
      'tuya-code=1004': '1004',
      'tuya-msg=sign-invalid': 'sign invalid',
      'tuya-scope=all-calls': 'every call',
      'tuya-clock=right': 'clock',
    },
  },
  {
    says: 'I am the store manager, we have only one till, and the supervisor key got lost',
    hears: {
      'role=supervisor': 'manager',
      'other-terminals=single': 'one till',
      'key-condition=lost': 'lost',
    },
  },
  {
    says: 'the door refuses my card since the controller was replaced, other doors open normally',
    hears: { 'door-change=controller-replaced': 'replaced', 'door-scope=this-door': 'other doors' },
  },
  {
    says: 'The seal is torn, and the weight on the scale jumps around all the time',
    hears: { 'seal-state=broken': 'torn', 'reading=unsteady': 'jumps' },
  },
  {
    says: 'mode switch points at REG, half a sale is still on the screen and the drawer stays shut',
    hears: { 'mode-position=reg': 'REG', 'open-sale=open': 'sale' },
  },
  {
    says: 'we sell by the weight of it; it got wet when they washed the counter',
    hears: { 'used-for-trade=trade': 'sell', 'scale-event=wet|happened-before=dirt-or-spill': 'wet' },
  },
  {
    says: "It's a Sharp ER-A450, the key has MA on it, I was giving a customer 10% discount",
    hears: {
      'product=cash-register': 'ER-A450',
      'key-marking=supervisor-mark': 'MA',
      'function-wanted=price-or-discount': 'discount',
    },
    model: 'Sharp ER-A450',
  },
  {
    says: 'z report stopped in the middle because the paper ran out, since then the drawer will not open without a sale',
    hears: { 'z-finished=cut-short': 'ran out', 'function-wanted=open-drawer': 'without a sale' },
  },
  {
    says: 'key goes in but does not turn to S. Tried the spare, same thing. Key is straight, not bent',
    hears: {
      'key-seat=stops-short': 'turn',
      'spare-key=fails-too': 'spare',
      'key-condition=good|not key-condition=damaged': 'straight',
    },
  },
  {
    says: 'hello sir, scale was moved to new counter yesterday and now is asking supervisor when i change setting',
    hears: {
      'scale-event=moved|happened-before=moved-or-opened': 'moved',
      'scale-activity=changing-setting': 'setting',
    },
  },
];

describe('several facts in one message', () => holdMostly(0.35, SEVERAL));
