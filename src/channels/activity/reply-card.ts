/** Replies as cards: the same order for all, so that people find what they look for. */

import {
  type Choice,
  type ChoiceOf,
  partsOfStep,
  type Reply,
  type ShownStep,
  type StepPart,
} from '../../core/conversation.ts';
import type { Id } from '../../core/knowledge/model.ts';
import {
  CARD_VERSION,
  type Card,
  type Element,
  paragraph,
  run,
  type SubmitAction,
  shown,
  type TextRun,
} from './card.ts';
import { writePressed } from './pressed.ts';

/** What a role is called on a badge. */
export type RoleLabel = (role: Id) => string;

/** Longest label of a button, in characters. Range 20..200, default 100: clients cut earlier, this keeps the card small. */
const LONGEST_LABEL = 100;

/** The card of a reply that has something to press or to tick off; null where plain words do. */
export function cardOf(reply: Reply, fallbackText: string, roleLabel: RoleLabel): Card | null {
  switch (reply.kind) {
    case 'question':
    case 'confirm':
      return card(
        fallbackText,
        [...asked(reply.text), ...reason(reply.why)],
        presses(reply.choices, reply.of),
      );
    case 'remedy': {
      const steps = reply.steps.map((step, index) => stepElement(step, index + 1, roleLabel));
      return card(
        fallbackText,
        [...told(reply.text), ...reason(reply.why), ...steps],
        presses(reply.choices, reply.of),
      );
    }
    case 'handover': {
      const body = [
        ...asked(reply.text),
        ...reason(reply.why),
        ...apart(bullets(reply.summary)),
        ...apart(bullets(reply.contacts)),
      ];
      return card(fallbackText, body, reply.choices.map(sayAction));
    }
    case 'refusal':
    case 'answer':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      return null;
  }
}

function card(fallbackText: string, body: readonly Element[], actions: readonly SubmitAction[]): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: CARD_VERSION,
    fallbackText,
    body,
    actions,
  };
}

/** What a question comes behind ("Noted: …") is said quietly; its last paragraph is what is asked. */
function asked(text: string): readonly Element[] {
  const [point = '', ...before] = paragraphsOf(text).reverse();
  return [...before.reverse().map((each) => paragraph(run(each))), strong(point)];
}

/** A remedy: its first sentence names the problem, the rest says what that means. */
function told(text: string): readonly Element[] {
  const [point = '', ...before] = paragraphsOf(text).reverse();
  const [name = '', means = ''] = point.split(/(?<=[.!?])\s+(.*)/s);
  return [
    ...before.reverse().map((each) => paragraph(run(each))),
    strong(name),
    ...(means === '' ? [] : [paragraph(run(means))]),
  ];
}

const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/).filter((each) => each.trim() !== '');

function strong(text: string): Element {
  return paragraph(run(text, { weight: 'bolder', size: 'medium' }));
}

function reason(why: string): readonly Element[] {
  return why === '' ? [] : [paragraph(run(why, { isSubtle: true }))];
}

/** A part of its own, with a line before it. */
function apart(items: readonly Element[]): readonly Element[] {
  return items.length === 0 ? [] : [{ type: 'Container', separator: true, spacing: 'medium', items }];
}

function bullets(lines: readonly string[]): readonly Element[] {
  return lines.map((line) => paragraph(run(`• ${line}`)));
}

/** A step: what to do and by whom stands out, and so does its caution. */
function stepElement(step: ShownStep, number: number, roleLabel: RoleLabel): Element {
  const badge = run(
    `  [${roleLabel(step.by)}]`,
    step.mayDo ? { isSubtle: true } : { color: 'accent', weight: 'bolder' },
  );
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    items: partsOfStep(step).map((part) => partElement(part, number, badge)),
  };
}

function partElement({ kind, text }: StepPart, number: number, badge: TextRun): Element {
  switch (kind) {
    case 'lead':
      return paragraph(run(`${number}. ${text}`, { weight: 'bolder' }), badge);
    case 'caution':
      return {
        type: 'Container',
        style: 'attention',
        items: [paragraph(run(`⚠ ${text}`, { weight: 'bolder', color: 'attention' }))],
      };
    case 'how':
      return paragraph(run(text));
    case 'see':
      return paragraph(run(`✓ ${text}`, { isSubtle: true }));
    case 'cannot':
      return paragraph(run(`✗ ${text}`, { isSubtle: true }));
  }
}

function presses(choices: readonly Choice[], of: ChoiceOf): readonly SubmitAction[] {
  return choices.map((choice) => action(choice, writePressed({ of, choice: choice.id })));
}

function sayAction(choice: Choice): SubmitAction {
  return action(choice, writePressed({ say: choice.label }));
}

function action(choice: Choice, data: unknown): SubmitAction {
  return { type: 'Action.Submit', title: shown(choice.label).slice(0, LONGEST_LABEL), data };
}
