/** What people say in a kitchen: a small set of examples that tests learn from. */

import type { Example } from '../../../src/core/classifier/model.ts';

const SAID: Readonly<Record<string, readonly string[]>> = {
  'too-hot': [
    'the soup is too hot',
    'I burnt my tongue on the soup',
    'this is boiling, I cannot eat it yet',
    'way too hot to eat',
    'my plate is so hot that I cannot hold it',
    'it burns my mouth',
    'can it cool down a little first',
    'the potatoes are hot as fire',
  ],
  'too-salty': [
    'the soup is too salty',
    'somebody put too much salt in this',
    'it tastes like sea water',
    'far too much salt for me',
    'the potatoes are full of salt',
    'why is everything so salty today',
    'I am thirsty from all that salt',
    'the sauce needs less salt',
  ],
  'more-please': [
    'may I have some more',
    'another plate of soup please',
    'is there any left for a second helping',
    'I would like more potatoes',
    'give me another spoon of sauce',
    'I am still hungry, more please',
    'can I get one more portion',
    'please fill my bowl again',
  ],
};

/** Eight sentences for each of three complaints. */
export const KITCHEN: readonly Example[] = Object.entries(SAID).flatMap(([label, texts]) =>
  texts.map((text) => ({ text, label })),
);
