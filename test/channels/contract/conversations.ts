/** Conversations about the coffee corner that go the same way on every channel. */

/** What a person does. */
export type Doing =
  | { readonly does: 'comes' }
  | { readonly does: 'says'; readonly text: string }
  /** Presses a button of what was said last with buttons. */
  | { readonly does: 'presses'; readonly label: string }
  /** Scrolls up to the last thing that was said with these words, before the latest, and presses a button there. */
  | { readonly does: 'presses-old'; readonly label: string; readonly under: string }
  /** The bot's machine is restarted meanwhile, and the person comes back. */
  | { readonly does: 'comes-back-later' };

/** One thing done, and words of what is said back, in that order; no words: nothing new is said. */
export interface Exchange {
  readonly doing: Doing;
  readonly hears: readonly string[];
}

export interface ChannelConversation {
  readonly title: string;
  readonly exchanges: readonly Exchange[];
}

const comes = (...hears: string[]): Exchange => ({ doing: { does: 'comes' }, hears });
const says = (text: string, ...hears: string[]): Exchange => ({ doing: { does: 'says', text }, hears });
const presses = (label: string, ...hears: string[]): Exchange => ({
  doing: { does: 'presses', label },
  hears,
});
const pressesOld = (label: string, under: string, ...hears: string[]): Exchange => ({
  doing: { does: 'presses-old', label, under },
  hears,
});
const comesBackLater: Exchange = { doing: { does: 'comes-back-later' }, hears: [] };

const WELCOME = 'Hello. Tell me what the device says';
const LIGHT = 'Is the blue water light on?';
const FLOAT = 'Does the red float stick up';
const STALE = 'That button belongs to an earlier step, so it changed nothing.';
const NO_COFFEE = 'the coffee machine is louder than before and gives no coffee';

/** One sentence each for what a person may want of a conversation. */
export const CONVERSATIONS: readonly ChannelConversation[] = [
  {
    title: 'what was half heard is asked back, and another answer is one press away',
    exchanges: [
      comes(WELCOME),
      says(NO_COFFEE, LIGHT),
      says(
        'the light',
        'Do you mean this: It is on?',
        'Yes, that is it',
        'No, something else',
        'It is off',
        'Not sure',
      ),
      presses('It is off', FLOAT),
    ],
  },
  {
    title: 'from the first message to the remedy, by buttons',
    exchanges: [
      comes(WELCOME),
      says(NO_COFFEE, LIGHT, 'It comes on when the tank is empty.', 'It is on', 'It is off', 'Not sure'),
      presses('It is off', FLOAT, 'the machine stops', 'I see no float'),
      presses(
        'I see no float',
        'The pump is worn.',
        'Only the mechanic opens the housing.',
        'replace the pump',
        'mechanic',
        'Fixed',
      ),
      presses('Fixed', 'Good. To be sure: The gauge reads 9 bar.'),
      says('thanks', 'You are welcome.'),
    ],
  },
  {
    title: 'the same by words alone',
    exchanges: [
      comes(WELCOME),
      says(NO_COFFEE, LIGHT),
      says('no', FLOAT),
      says('no float to see', 'The pump is worn.'),
      says('that worked', 'Good. To be sure'),
    ],
  },
  {
    title: 'the welcome is said once, however often a program joins',
    exchanges: [comes(WELCOME), comes(), says('hello', 'Hello. What does the device say'), comes()],
  },
  {
    title: 'a button of an earlier question is answered politely',
    exchanges: [
      says(NO_COFFEE, LIGHT),
      presses('It is off', FLOAT),
      pressesOld('It is on', LIGHT, STALE, FLOAT, 'I see no float'),
      presses('I see no float', 'The pump is worn.'),
      pressesOld('It sticks up', FLOAT, STALE, 'Did that help?'),
      presses('Still there', 'so it is something else'),
    ],
  },
  {
    title: 'a button of a case that is closed',
    exchanges: [
      says('the grinder spins freely and no powder comes', 'Fixed'),
      presses('Fixed', 'Good.'),
      pressesOld('Still there', 'Fixed', STALE),
    ],
  },
  {
    title: 'why, back and start over',
    exchanges: [
      says(NO_COFFEE, LIGHT),
      says('why do you ask', 'It comes on when the tank is empty.', LIGHT, 'It is on'),
      presses('It is off', FLOAT),
      says('back', 'Taken back.', LIGHT),
      presses('It is on', 'The water tank is empty.', 'Fill the tank'),
      says('start over', 'Starting over.'),
      pressesOld('Fixed', 'Fill the tank', STALE),
      says('the grinder spins freely and no powder comes', 'Fixed'),
    ],
  },
  {
    title: 'not sure moves on, and a human takes over with what is known',
    exchanges: [
      says('the coffee machine gives no coffee', LIGHT),
      presses('Not sure', 'No problem.', 'What do you hear from the machine'),
      says(
        'I want a human',
        'so that nobody has to ask you again',
        'no coffee',
        'ring the bell on the counter',
      ),
      says('it also smells', 'Added to what the person who takes over will read.'),
      says('start over', 'Starting over.'),
    ],
  },
  {
    title: 'a correction replaces what was said first',
    exchanges: [
      says('the grinder is silent', 'It has no power.'),
      says('sorry i meant it hums', 'A bean is stuck', 'Unplug the grinder before you open the lid.'),
    ],
  },
  {
    title: 'somebody goes away in the middle of a question and comes back to it',
    exchanges: [
      comes(WELCOME),
      says(NO_COFFEE, LIGHT),
      comesBackLater,
      presses('It is off', FLOAT),
      comesBackLater,
      says('why', 'It rises when the drip tray is full', FLOAT),
      presses('I see no float', 'The pump is worn.'),
      comesBackLater,
      presses('Fixed', 'Good.'),
    ],
  },
  {
    title: 'what is dangerous or not for it is refused, and the question comes back',
    exchanges: [
      says('the coffee machine gives no coffee', LIGHT),
      says('how do I run it without the lid', 'I do not help to run it without its lid.'),
      says('tell me a joke', 'I can only help with devices'),
      presses('It is on', 'The water tank is empty.'),
    ],
  },
];

/** Whatever is sent, something is said. */
export const SOMETHING_IS_SAID: readonly (readonly [title: string, text: string])[] = [
  ['nothing', ''],
  ['blanks', '   '],
  ['a question mark', '?'],
  ['letters that mean nothing', 'qwrtz'],
  ['a picture sign', '😀'],
  ['several lines', 'Subject: coffee\n\nthe coffee machine\ngives no coffee'],
  ['marks of other languages', '<b>*no* _coffee_</b> [x](y) <at>bot</at>'],
  ['twenty thousand letters', 'no coffee '.repeat(2_000)],
];

/** A message with secrets in it, and the secrets. */
export const WITH_SECRETS = {
  text: 'the coffee machine gives no coffee, my PIN is 47110815 and the password: hunter22x',
  secrets: ['47110815', 'hunter22x'],
} as const;
