/** What comes in, and what is made of it. */

import type { Id, TurnAct } from '../knowledge/model.ts';
import type { Pending } from './case.ts';
import type { Fact, Guess } from './fact.ts';

/** What a message does: what its examples are named by, an answer to what was asked, or nothing that was understood. */
export type Act = TurnAct | 'answer' | 'unclear';

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

/** A number of a thing as it was reported, and as it was put right. */
export interface Renumbered {
  readonly from: string;
  readonly to: string;
}

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
  /** What may be said besides, at most one answer of a question. */
  readonly guesses: readonly Omit<Guess, 'turn'>[];
  readonly model: string | null;
  /** "Not sure" about the pending question. */
  readonly notSure: boolean;
  /** The answer of the pending question that the message may give: to be asked back. */
  readonly halfHeard: Id | null;
  /** Yes or no to an offer that waits, or to a question that neither answers. */
  readonly yesNo: 'yes' | 'no' | null;
  /** Of an offer to take up a second problem later: it is wanted now. */
  readonly takesUpNow: boolean;
  /** Which rule of `acts.yaml` refuses this; null: none. */
  readonly refusal: Id | null;
  /** Which aside of `acts.yaml` this is; null: none. */
  readonly aside: Id | null;
  /** Of the outcome of a remedy: how probable the other one is, 0..0.5; 0 where none was told, or a button did. */
  readonly outcomeDoubt: number;
  /** The number that a correction puts right, in each way in which it was reported. */
  readonly renumbered: readonly Renumbered[];
  /** The words that tell of another problem, beside a cure; null: none do. */
  readonly secondProblem: string | null;
}

/** The choice that every question offers beside its answers. */
export const NOT_SURE = 'not-sure';
