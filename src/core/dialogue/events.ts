/** What a turn came to, and the case after it. */

import type { Case, ConversationState, Fact, Pending } from '../conversation.ts';
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
  /** Cured; `otherProblem` is what was told of another one, which comes next. */
  | { readonly kind: 'fixed'; readonly otherProblem: string | null }
  /** Somebody told who they are, and may do steps of the remedy that waits which they were to fetch somebody for. */
  | { readonly kind: 'told-role'; readonly remedy: Id }
  | { readonly kind: 'refused'; readonly rule: Id; readonly goesOn: boolean }
  | { readonly kind: 'took-back'; readonly reopened: Pending | null; readonly removed: readonly Fact[] }
  | { readonly kind: 'other-device'; readonly device: Fact }
  | { readonly kind: 'half-heard'; readonly question: Id; readonly answer: Id }
  | { readonly kind: 'not-meant' }
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
