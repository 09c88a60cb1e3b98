/** Replies as text for a terminal. */

import {
  type Choice,
  partsOfStep,
  type Reply,
  type ShownStep,
  type StepPart,
} from '../../core/conversation.ts';
import { safeText } from './safe-text.ts';
import type { Style } from './style.ts';
import { columnsOf, wrap } from './wrap.ts';

/** How wide the terminal is, how it marks text, and what roles are called (role id → label). */
export interface Look {
  /** Columns; lines are at most this wide. */
  readonly width: number;
  readonly style: Style;
  readonly roleLabels: ReadonlyMap<string, string>;
}

/** Widest line that is comfortable to read, in columns. */
export const WIDEST = 100;
/** Columns where nothing says how wide the output is. */
export const USUAL_WIDTH = 80;

/** The width to write at, of a terminal's columns. */
export function readableWidth(columns: number | undefined): number {
  return Math.min(WIDEST, columns !== undefined && columns > 0 ? columns : USUAL_WIDTH);
}

/** One reply: paragraphs, a checklist for steps, numbered choices. Ends with a line break; empty where nothing is said. */
export function renderReply(reply: Reply, look: Look): string {
  const parts = partsOf(reply, look).filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function partsOf(reply: Reply, look: Look): string[] {
  switch (reply.kind) {
    case 'question':
    case 'confirm':
      return [
        paragraph(reply.text, look, look.style.strong),
        paragraph(reply.why, look, look.style.faint),
        choices(reply.choices, look),
      ];
    case 'remedy':
      return [
        paragraph(reply.text, look, look.style.strong),
        paragraph(reply.why, look, look.style.faint),
        checklist(reply.steps, look),
        choices(reply.choices, look),
      ];
    case 'handover':
      return [
        paragraph(reply.text, look, look.style.strong),
        paragraph(reply.why, look, look.style.faint),
        bullets(reply.summary, look),
        bullets(reply.contacts, look),
        choices(reply.choices, look),
      ];
    case 'refusal':
      return [paragraph(reply.text, look, look.style.caution)];
    case 'answer':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      return [paragraph(reply.text, look)];
  }
}

function paragraph(text: string, look: Look, mark: (text: string) => string = (plain) => plain): string {
  const safe = safeText(text).trim();
  return safe === '' ? '' : mark(wrap(safe, look.width));
}

function bullets(lines: readonly string[], look: Look): string {
  return lines.map((line) => wrap(safeText(line), look.width, '  - ')).join('\n');
}

/** Choices with the numbers by which they are picked. */
export function choices(all: readonly Choice[], look: Look): string {
  return all
    .map((choice, index) => wrap(safeText(choice.label), look.width, `${String(index + 1).padStart(4)}) `))
    .join('\n');
}

function checklist(steps: readonly ShownStep[], look: Look): string {
  return steps.map((step, index) => renderStep(step, index + 1, look)).join('\n\n');
}

/** A step behind its number: what to do and by whom stands out, and so does its caution. */
function renderStep(step: ShownStep, number: number, look: Look): string {
  const lead = `${String(number).padStart(2)}. [ ] `;
  const indent = ' '.repeat(columnsOf(lead));
  const role = look.roleLabels.get(step.by) ?? step.by;
  return partsOfStep(step)
    .map((part, index) => renderPart(part, index === 0 ? lead : indent, role, look))
    .join('\n');
}

function renderPart({ kind, text }: StepPart, before: string, role: string, look: Look): string {
  const wrapped = (words: string, ahead = before): string => wrap(safeText(words), look.width, ahead);
  switch (kind) {
    case 'lead':
      return look.style.strong(wrapped(`${text} (${role})`));
    case 'caution':
      return look.style.caution(wrapped(`Caution: ${text}`, `${before}! `));
    case 'how':
      return wrapped(text);
    case 'see':
      return wrapped(`You should see: ${text}`);
    case 'cannot':
      return look.style.faint(wrapped(`If you cannot: ${text}`));
  }
}
