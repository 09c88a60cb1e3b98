/** The words of a conversation: what comes in, what is remembered, what goes out. Plain JSON all of it. */

import type { About, Id } from './knowledge/model.ts';

/** How a fact is known: read in a message, picked from choices, or seen when a remedy was tried. */
export type Known = 'said' | 'chosen' | 'tried';

/** The words that said something, in UTF-16 code units of the masked text. */
export interface Quote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Something known about a case. */
export interface Fact {
  readonly question: Id;
  readonly answer: Id;
  readonly about: About;
  readonly known: Known;
  /** True: the person said that this answer is NOT so. */
  readonly denied: boolean;
  /** The turn that said it; removing a turn removes its facts. */
  readonly turn: number;
  /** Null for a choice. */
  readonly quote: Quote | null;
}

/** What a message does. */
export type Act =
  | 'report'
  | 'answer'
  | 'outcome'
  | 'correct'
  | 'why'
  | 'back'
  | 'restart'
  | 'human'
  | 'thanks'
  | 'greeting'
  | 'bypass'
  | 'unsafe'
  | 'out-of-scope'
  | 'unclear';

/** What became of a remedy. */
export type Outcome = 'fixed' | 'still-there' | 'cannot';

/** A button, and what it belongs to, so that an old one can be told from a live one. */
export interface Choice {
  readonly id: Id;
  readonly label: string;
}

/** To what a choice belongs: the pending question, remedy or offer, and the turn in which it was shown. */
export interface ChoiceOf {
  readonly kind: Pending['kind'];
  readonly id: Id;
  readonly turn: number;
}

interface TurnBase {
  /** Unique per activity; a turn that comes twice is answered once. */
  readonly id: string;
  /** Milliseconds since 1970, from the shell's clock. */
  readonly at: number;
}

/** One thing that a person did. Channels make these. */
export type UserTurn =
  | (TurnBase & {
      readonly kind: 'said';
      readonly text: string;
      readonly messageId: string | null;
      readonly attachments: number;
    })
  | (TurnBase & { readonly kind: 'chose'; readonly of: ChoiceOf; readonly choice: Id })
  | (TurnBase & { readonly kind: 'joined' })
  | (TurnBase & { readonly kind: 'edited'; readonly messageId: string; readonly text: string })
  | (TurnBase & { readonly kind: 'deleted'; readonly messageId: string })
  | (TurnBase & {
      readonly kind: 'owner-changed';
      readonly owner: 'bot' | 'human';
      readonly closed: boolean;
    });

/** What language makes of a turn. Secrets are masked in `text` and in every quote. */
export interface Heard {
  readonly act: Act;
  /** Masked and normalised; empty for a choice. */
  readonly text: string;
  /** How many secrets were masked. */
  readonly secrets: number;
  /** True where the message was longer than is read. */
  readonly cut: boolean;
  readonly facts: readonly Omit<Fact, 'turn'>[];
  readonly model: string | null;
  /** "Not sure" about the pending question. */
  readonly notSure: boolean;
  /** What the message says of the remedy pending. */
  readonly outcome: Outcome | null;
  /** Yes or no as a whole message, for a pending offer. */
  readonly yesNo: 'yes' | 'no' | null;
  /** Which rule of `acts.yaml` refuses this; null: none. */
  readonly refusal: Id | null;
  /** True where the message also reports or answers something beside a greeting, thanks or refusal. */
  readonly substance: boolean;
}

/** What the bot waits for. */
export type Pending =
  | { readonly kind: 'question'; readonly id: Id; readonly turn: number }
  | { readonly kind: 'remedy'; readonly id: Id; readonly turn: number }
  /** Is a message about another device a new problem? `id` is the device's answer id; its facts wait here. */
  | {
      readonly kind: 'new-problem';
      readonly id: Id;
      readonly turn: number;
      readonly text: string;
      readonly facts: readonly Fact[];
    };

/** A remedy that was shown. */
export interface TriedRemedy {
  readonly problem: Id;
  /** Turn in which it was shown. */
  readonly shownTurn: number;
  /** Turn in which its outcome was told; null while untold. */
  readonly toldTurn: number | null;
  readonly outcome: Outcome | 'untold';
  /** True once its outcome was asked for; that is done once. */
  readonly outcomeAsked: boolean;
}

/** A question that was asked and what came of it. */
export interface AskedQuestion {
  readonly question: Id;
  /** Turn in which it was asked first. */
  readonly turn: number;
  /** How often it was put; a question that came back after a digression counts again. */
  readonly times: number;
  readonly result: 'waiting' | 'answered' | 'not-sure';
  /** Turn that answered it; null while waiting. */
  readonly answeredTurn: number | null;
}

/** A masked text that the case reported. */
export interface ReportedText {
  readonly text: string;
  readonly turn: number;
  /** Of the channel's message, for edits and deletions. */
  readonly messageId: string | null;
}

/** A problem whose words stand in what the case reported. */
export interface Hit {
  readonly problem: Id;
  /** How well it fits, in 0..1, relative to the best possible hit for these words. */
  readonly score: number;
  /** The words of the texts that hit. */
  readonly words: readonly string[];
}

/** What one person is being helped with now. */
export interface Case {
  readonly openedTurn: number;
  readonly facts: readonly Fact[];
  readonly texts: readonly ReportedText[];
  readonly asked: readonly AskedQuestion[];
  readonly tried: readonly TriedRemedy[];
  readonly model: string | null;
  readonly pending: Pending | null;
  /** Set once it was handed over; the case stays open for what is added. */
  readonly handedOverTurn: number | null;
}

/** One line of what was said, for whoever takes over. */
export interface TranscriptLine {
  readonly from: 'person' | 'bot';
  readonly text: string;
  readonly turn: number;
}

/** All that is kept of a conversation: versioned plain JSON, key = conversation, thread and sender. */
export interface ConversationState {
  readonly version: 1;
  /** Number of the last turn. */
  readonly turn: number;
  readonly lastAt: number;
  readonly person: { readonly role: Id | null; readonly locale: string };
  readonly owner: 'bot' | 'human';
  readonly case: Case | null;
  /** How many turns in a row were not understood. */
  readonly misses: number;
  readonly transcript: readonly TranscriptLine[];
  /** Hash of the knowledge that answered last. */
  readonly knowledge: string;
}

/** A step as it is shown to this person. */
export interface ShownStep {
  readonly id: Id;
  readonly by: Id;
  readonly mayDo: boolean;
  readonly caution: string | null;
  /** What to do; for a step above the person's role, whom to fetch and for what. */
  readonly do: string;
  readonly see: string | null;
  readonly cannot: string | null;
}

/** What is said back, as data; a channel renders it. All texts are plain text. */
export type Reply =
  | {
      readonly kind: 'question';
      readonly id: Id;
      readonly text: string;
      readonly why: string;
      readonly choices: readonly Choice[];
      readonly of: ChoiceOf;
    }
  | {
      readonly kind: 'remedy';
      readonly id: Id;
      readonly text: string;
      readonly why: string;
      readonly steps: readonly ShownStep[];
      readonly choices: readonly Choice[];
      readonly of: ChoiceOf;
    }
  | {
      readonly kind: 'handover';
      readonly id: Id;
      readonly text: string;
      readonly why: string;
      readonly summary: readonly string[];
      readonly contacts: readonly string[];
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'refusal'; readonly id: Id; readonly text: string }
  | {
      readonly kind: 'smalltalk' | 'out-of-scope' | 'restart' | 'closing' | 'silent';
      readonly id: Id;
      readonly text: string;
    };

/** Probability of one problem, for whoever looks over the bot's shoulder. */
export interface Likely {
  readonly id: Id;
  readonly title: string;
  readonly probability: number;
}

/** What a human gets with a case. */
export interface HandOverSummary {
  readonly facts: readonly Fact[];
  readonly model: string | null;
  readonly family: { readonly id: Id; readonly probability: number } | null;
  readonly likely: readonly Likely[];
  readonly tried: readonly TriedRemedy[];
  readonly transcript: readonly TranscriptLine[];
  readonly person: ConversationState['person'];
}

/** What the shell must do after saving. */
export type Effect =
  | { readonly kind: 'open-ticket'; readonly id: string; readonly summary: HandOverSummary }
  | { readonly kind: 'add-to-ticket'; readonly id: string; readonly text: string };

/** How the diagnosis stands, as `ask --json` prints it. */
export interface Reading {
  readonly heard: Heard;
  readonly family: { readonly id: Id; readonly probability: number } | null;
  readonly model: string | null;
  /** Facts of the turn. */
  readonly facts: readonly Fact[];
  /** Best first, at most five. */
  readonly problems: readonly Likely[];
}

/** What `respond` gives back. */
export interface Response {
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  readonly reading: Reading;
}

/** Number of the version of `ConversationState` that this program writes. */
export const STATE_VERSION = 1;

/** A conversation in which nothing was said yet. */
export function newConversation(locale = 'en', role: Id | null = null): ConversationState {
  return {
    version: STATE_VERSION,
    turn: 0,
    lastAt: 0,
    person: { role, locale },
    owner: 'bot',
    case: null,
    misses: 0,
    transcript: [],
    knowledge: '',
  };
}

/** A case in which nothing is known yet. */
export function newCase(openedTurn: number): Case {
  return {
    openedTurn,
    facts: [],
    texts: [],
    asked: [],
    tried: [],
    model: null,
    pending: null,
    handedOverTurn: null,
  };
}

/** The choice that every question offers beside its answers. */
export const NOT_SURE = 'not-sure';
