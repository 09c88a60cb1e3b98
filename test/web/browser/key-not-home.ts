/** A conversation with the knowledge that ships: its words on the screen, and how it goes from one to the next. */

import type { Chat } from './chat.ts';

export const COMPLAINT = 'it says key supervisor error when i do a refund';
export const QUESTION = 'how does the supervisor key sit?';
export const WHY = 'is the commonest cause and the quickest cure';
export const ANSWER = 'Not pushed right in, or not turned all the way';
export const REMEDY = 'The supervisor key is not pushed home';
export const FIRST_STEP = 'Push the supervisor key straight into the lock';
export const FIXED = 'Fixed';
export const END = 'So that it does not come back';

/** The bot waits for an answer. */
export async function goToTheQuestion(seen: Chat): Promise<void> {
  await seen.say(COMPLAINT);
  await seen.hears(QUESTION);
}

/** The bot has told what to do. `press` presses a button; by mouse where nothing else is said. */
export async function goToTheRemedy(seen: Chat, press = clicking(seen)): Promise<void> {
  await goToTheQuestion(seen);
  await press(ANSWER);
  await seen.hears(REMEDY);
}

/** The remedy has helped. */
export async function goToTheEnd(seen: Chat, press = clicking(seen)): Promise<void> {
  await goToTheRemedy(seen, press);
  await press(FIXED);
  await seen.hears(END);
}

const clicking =
  (seen: Chat) =>
  (name: string): Promise<void> =>
    seen.button(name).click();
