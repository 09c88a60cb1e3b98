/** What a turn came to, and the case after it. */

import type { Case, ConversationState, Fact, Later, Pending } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';

/** What the turn came to. `moved` means that the next best move answers it; all others have an answer of their own. */
export type Event =
  | {
      readonly kind:
        | 'joined'
        | 'kept-silent'
        | 'stale'
        | 'empty'
        | 'attachment'
        | 'unclear'
        | 'digressed'
        | 'took-leave'
        | 'asked-why';
    }
  | { readonly kind: 'restarted' | 'wants-human' | 'nothing-to-take-back' | 'after-hand-over' }
  /** Cured; `later` is what comes next, in its order. */
  | { readonly kind: 'fixed'; readonly later: readonly Later[] }
  /** Somebody told who they are, and may do steps of the remedy that waits which they were to fetch somebody for. */
  | { readonly kind: 'told-role'; readonly remedy: Id }
  /** The remedy that waits is not possible, for the first time: it goes on where it is still the likeliest. */
  | { readonly kind: 'blocked'; readonly remedy: Id }
  /** The remedy that waits helped in part, for the first time: it goes on where it is still the likeliest. */
  | { readonly kind: 'helped-in-part'; readonly remedy: Id }
  | { readonly kind: 'refused'; readonly rule: Id; readonly goesOn: boolean }
  | { readonly kind: 'took-back'; readonly reopened: Pending | null; readonly removed: readonly Fact[] }
  /** Another device is told of: now it is asked whether that is a second problem, or it is taken up later. */
  | { readonly kind: 'other-device' | 'kept-for-later' }
  | { readonly kind: 'half-heard'; readonly question: Id; readonly answer: Id }
  /** A number was put right and nothing else said. */
  | { readonly kind: 'renumbered' }
  | { readonly kind: 'not-meant' }
  /** Yes or no was said to a question that neither answers. */
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'moved'; readonly note: Note };

/** What is said before the next move. */
export type Note =
  | 'none'
  | 'corrected'
  | 'not-sure'
  | 'still-there'
  | 'partly'
  | 'cannot'
  | 'new-case'
  | 'switched'
  | 'same-case';

/** The case as it stands after a turn, and what the turn came to. */
export interface Remembered {
  readonly turn: number;
  readonly case: Case;
  readonly person: ConversationState['person'];
  readonly facts: readonly Fact[];
  readonly event: Event;
}

/** The same before it is decided what the turn came to. */
export type Base = Omit<Remembered, 'event'>;
