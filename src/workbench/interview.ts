/** What an author is asked for a new problem, one thing after the other. Pure: whoever shows it keeps the way back. */

import type { Asking, Interview } from './asking.ts';
import type { Desk } from './desk.ts';
import { askFamilies, askFixed, askSaid, askSources, askTitle } from './interview-problem.ts';
import { askLikelihoods, askSeen } from './interview-signs.ts';
import { askBy, askCaution, askRisk, askSee, askStep } from './interview-steps.ts';

/** An interview in which nothing was answered. */
export const BEGINNING: Interview = { stage: 'title', draft: {}, waiting: [], step: null };

/** What is asked now; null: all was asked. */
export function askingOf(desk: Desk, at: Interview): Asking | null {
  switch (at.stage) {
    case 'title':
      return askTitle(at);
    case 'families':
      return askFamilies(desk, at);
    case 'said':
      return askSaid(at);
    case 'seen':
      return askSeen(desk, at);
    case 'likelihoods':
      return askLikelihoods(desk, at);
    case 'step':
      return askStep(desk, at);
    case 'by':
      return askBy(desk, at);
    case 'risk':
      return askRisk(at);
    case 'caution':
      return askCaution(at);
    case 'see':
      return askSee(at);
    case 'fixed':
      return askFixed(at);
    case 'sources':
      return askSources(desk, at);
    case 'end':
      return null;
  }
}
