/** What every part of the screen may need: the words, and what a press does. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Choice } from '../../core/conversation.ts';
import { en } from '../texts/en.ts';
import type { Texts } from '../texts/texts.ts';
import type { BotLine, Complaint, PersonLine } from './connection/snapshot.ts';
import type { Offer } from './live.ts';
import type { Ticks } from './ticks.ts';

/** The surroundings of a part of the screen. */
export interface Screen {
  readonly texts: Texts;
  readonly ticks: Ticks;
  /** What stands in the way of messages just now. */
  readonly complaint: Complaint | null;
  /** Steps are folded to fit where the chat is narrow. */
  readonly narrow: boolean;
  readonly tick: (line: BotLine, step: string, ticked: boolean) => void;
  readonly press: (offer: Offer, choice: Choice) => void;
  /** Puts a message that was refused back into the field. */
  readonly editAgain: (line: PersonLine) => void;
}

const nothing = (): void => {};

/** Given by `Chat`, taken by `useScreen`. */
export const ScreenContext = createContext<Screen>({
  texts: en,
  ticks: {},
  complaint: null,
  narrow: false,
  tick: nothing,
  press: nothing,
  editAgain: nothing,
});

/** The surroundings of the part that calls this. */
export const useScreen = (): Screen => useContext(ScreenContext);
