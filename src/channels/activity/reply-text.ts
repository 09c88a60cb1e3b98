/** Replies as plain text, for channels without cards, for notifications, and to be read aloud. */

import {
  type Choice,
  partsOfStep,
  type Reply,
  type ShownStep,
  type StepPart,
} from '../../core/conversation.ts';
import { shown } from './card.ts';
import type { RoleLabel } from './reply-card.ts';

/** All that a reply says, line by line. */
export function textOf(reply: Reply, roleLabel: RoleLabel): string {
  return linesOf(reply, roleLabel)
    .filter((line) => line !== '')
    .map(shown)
    .join('\n');
}

function linesOf(reply: Reply, roleLabel: RoleLabel): readonly string[] {
  switch (reply.kind) {
    case 'question':
    case 'confirm':
      return [reply.text, reply.why, ...numbered(reply.choices)];
    case 'remedy':
      return [
        reply.text,
        reply.why,
        ...reply.steps.flatMap((step, index) => stepLines(step, index + 1, roleLabel)),
        ...numbered(reply.choices),
      ];
    case 'handover':
      return [reply.text, reply.why, ...reply.summary, ...reply.contacts, ...numbered(reply.choices)];
    case 'refusal':
    case 'answer':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      return [reply.text];
  }
}

function stepLines(step: ShownStep, number: number, roleLabel: RoleLabel): readonly string[] {
  return partsOfStep(step).map((part) => stepLine(part, number, roleLabel(step.by)));
}

function stepLine({ kind, text }: StepPart, number: number, role: string): string {
  switch (kind) {
    case 'caution':
      return `⚠ ${text}`;
    case 'lead':
      return `${number}. ${text} [${role}]`;
    case 'how':
      return `   ${text}`;
    case 'see':
      return `   ✓ ${text}`;
    case 'cannot':
      return `   ✗ ${text}`;
  }
}

function numbered(choices: readonly Choice[]): readonly string[] {
  return choices.map((choice, index) => `(${index + 1}) ${choice.label}`);
}
