/** Models, however they are written, also one slip away from their name. */

import { describe } from 'vitest';
import { type Golden, holdMostly } from './golden.ts';

const BALANCER = { 'product=workshop-equipment': '' };
const SCALE = { 'product=scale': '' };

const MODELS: readonly Golden[] = [
  { says: 'it is an OP 909', hears: { 'product=scale': 'OP 909' }, model: 'OP-909' },
  { says: 'op909 in the bakery', hears: { 'product=scale': 'op909' }, model: 'OP-909' },
  { says: 'optima op-909', hears: SCALE, model: 'OP-909' },
  { says: 'geodina optima', hears: BALANCER, model: 'geodyna optima' },
  { says: 'the Geodyna Optma again', hears: BALANCER, model: 'geodyna optima' },
  { says: 'Hofmann geodnya 6800 optima', hears: BALANCER, model: 'geodyna 6800 optima' },
  { says: 'hofmann geodyna 980 L', hears: BALANCER, model: 'geodyna 980L' },
  { says: 'GEODYNA980L is stuck', hears: BALANCER, model: 'geodyna 980L' },
  { says: 'geo dyna optima', hears: BALANCER, model: 'geodyna optima' },
  { says: 'Sharp ERA450 till', hears: { 'product=cash-register': 'ERA450' }, model: 'Sharp ER-A450' },
  { says: 'shrap er a450', hears: { 'product=cash-register': 'er a450' }, model: 'Sharp ER-A450' },
  { says: 'Casio 130 CR', hears: { 'product=cash-register': '130 CR' }, model: 'Casio 130CR' },
  { says: 'casoi se-s10', hears: { 'product=cash-register': 'se-s10' }, model: 'Casio SE-S10' },
  { says: 'NCR6932 at lane one', hears: { 'product=pos-keylock': 'NCR6932' }, model: 'NCR 6932' },
  { says: 'our ncr-6932', hears: { 'product=pos-keylock': 'ncr-6932' }, model: 'NCR 6932' },
  { says: 'eplex 2000 door lock', hears: { 'product=access-control': 'eplex 2000' }, model: 'E-Plex 2000' },
  { says: 'E Plex 50', hears: { 'product=access-control': 'E Plex 50' }, model: 'E-Plex 50' },
  { says: 'optyway 6.2 does not start', hears: { 'product=cutting-line': 'optyway' }, model: 'Opty-Way 6.2' },
  { says: 'OP-900LD', hears: SCALE, model: 'OP-900-LD' },
  { says: 'op 900 ld on the counter', hears: SCALE, model: 'OP-900-LD' },
  { says: 'Samsumg ER-5100', hears: { 'product=cash-register': 'ER-5100' }, model: 'Samsung ER-5100' },
  { says: 'sams4 er 5115', hears: { 'product=cash-register': 'er 5115' }, model: 'SAM4s ER-5115' },
  { says: 'OP-9O9 scale', hears: SCALE, model: 'OP-909' },
  { says: 'part number 6932 is on the box', never: ['product'], model: null },
  { says: 'OP-990', never: ['product'], model: null },
  { says: 'the optima choice would be a new one', never: ['product=workshop-equipment'], model: null },
];

describe('models and near spellings', () => holdMostly(0.96, MODELS));
