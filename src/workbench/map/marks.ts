/** The small parts that every section is made of: chips, bars, links, names. */

import type { Family, Id, KnowledgeBase, Question } from '../../core/knowledge/model.ts';
import { bits, percent } from './amounts.ts';
import { html, type Markup } from './markup.ts';

/** The anchor of a family's section. */
export const familyAnchor = (family: Family): string => `family-${family.id}`;

/** The anchor of a problem's line in a family's section. */
export const problemAnchor = (family: Family, problem: Id): string => `problem-${family.id}-${problem}`;

/** The anchor of a question's line in the list of all questions. */
export const questionAnchor = (question: Id): string => `question-${question}`;

/** A question as a person meets it; its id where it is never asked. */
export function questionText(question: Question): string {
  return question.ask ?? question.id.replaceAll('-', ' ');
}

/** A link to the line of a question. */
export function questionLink(question: Question): Markup {
  return html`<a href="#${questionAnchor(question.id)}">${questionText(question)}</a>`;
}

/** Who a role is, in as few words as its label has before a bracket. */
export function roleChip(kb: KnowledgeBase, role: Id): Markup {
  const found = kb.roles.findIndex(({ id }) => id === role);
  const label = kb.roles[found]?.label ?? role;
  return html`<span class="chip role" title="${label}">${label.replace(/\s*\(.*$/, '')}</span>`;
}

/** A bar from the left, `share` 0..1 of the width. */
export function bar(share: number, title: string, kind: 'accent' | 'warn' = 'accent'): Markup {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return html`<svg class="bar ${kind}" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${title}"><title>${title}</title><rect class="track" x="0" y="0" width="100" height="6"/><rect class="fill" x="0" y="0" width="${width.toFixed(2)}" height="6"/></svg>`;
}

/** A bar with its amount of bits beside it. `most`: the bits that fill it. */
export function bitsBar(amount: number, most: number, kind: 'accent' | 'warn' = 'accent'): Markup {
  const label = `${bits(amount)} bits`;
  return html`<span class="measured">${bar(most > 0 ? amount / most : 0, label, kind)}<span class="number">${bits(amount)}</span></span>`;
}

/** A bar with its share beside it. `most`: the share that fills it. */
export function shareBar(share: number, most: number, kind: 'accent' | 'warn' = 'accent'): Markup {
  return html`<span class="measured">${bar(most > 0 ? share / most : 0, percent(share), kind)}<span class="number">${percent(share)}</span></span>`;
}
