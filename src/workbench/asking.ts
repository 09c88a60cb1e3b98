/** The words of an interview: where it stands, what is asked, what becomes of an answer. */

import type { Id } from '../core/knowledge/model.ts';
import type { Draft, NewStep } from './draft.ts';

/** What is asked for, in this order; those of signs and steps come as often as there are any. */
export type Stage =
  | 'title'
  | 'families'
  | 'said'
  | 'seen'
  | 'likelihoods'
  | 'step'
  | 'by'
  | 'risk'
  | 'caution'
  | 'see'
  | 'fixed'
  | 'sources'
  | 'end';

/** Where an interview stands. */
export interface Interview {
  readonly stage: Stage;
  readonly draft: Draft;
  /** Questions that were picked and whose answers are not weighed yet. */
  readonly waiting: readonly Id[];
  /** The step that is being described; null between steps. */
  readonly step: NewStep | null;
}

/** What became of an answer: the interview goes on, or the same is asked again. */
export type Taken =
  | { readonly kind: 'on'; readonly interview: Interview }
  | { readonly kind: 'again'; readonly why: string };

/** One thing to ask. */
export interface Asking {
  readonly ask: string;
  /** How it may be answered, and what Enter means. */
  readonly hint: string;
  /** Shown with numbers from 1. */
  readonly choices: readonly string[];
  /** Reads what was typed, without blanks around; empty: skipped. */
  readonly take: (typed: string) => Taken;
}

/** The interview at another place, with more known. */
export function onTo(at: Interview, stage: Stage, added: Draft = {}): Taken {
  return { kind: 'on', interview: { ...at, stage, draft: { ...at.draft, ...added } } };
}
