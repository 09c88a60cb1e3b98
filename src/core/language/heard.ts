import type { Heard } from '../conversation.ts';

/** What is heard where nothing was said. */
export const nothingHeard: Heard = {
  act: 'unclear',
  text: '',
  secrets: 0,
  cut: false,
  facts: [],
  guesses: [],
  model: null,
  notSure: false,
  halfHeard: null,
  yesNo: null,
  takesUpNow: false,
  refusal: null,
  aside: null,
  outcomeDoubt: 0,
  renumbered: [],
  secondProblem: null,
};
