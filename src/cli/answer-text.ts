/** What plain `ask` prints: the diagnosis for a reader. */

import { type Look, renderReply } from '../channels/console/render.ts';
import { safeText } from '../channels/console/safe-text.ts';
import { wrap } from '../channels/console/wrap.ts';
import type { Fact, Response } from '../core/conversation.ts';
import type { Prepared } from '../core/prepare.ts';
import { nextReply } from './answer-json.ts';
import { becauseLines, becauseOfLikeliest } from './because.ts';

/** Cells of the bar that stands for 100 %. */
const BAR_CELLS = 20;

/** What was understood with the words that said it, the likely problems and why, and the next move. */
export function answerText(response: Response, kb: Prepared, look: Look): string {
  const reply = nextReply(response.replies);
  const because = becauseOfLikeliest(response, kb);
  const parts = [
    section('Understood', understood(response, kb, look), look),
    section(
      'Likely',
      response.reading.problems.map(({ title, probability }) => `  ${bar(probability)}  ${safeText(title)}`),
      look,
    ),
    because === null ? '' : section(`Why ${safeText(because.title)}`, becauseLines(because, kb), look),
    section('Next', [reply === null ? '  nothing is said' : renderReply(reply, look).trimEnd()], look),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], look: Look): string {
  return lines.length === 0 ? '' : [look.style.strong(title), ...lines].join('\n');
}

function understood(response: Response, kb: Prepared, look: Look): string[] {
  const { heard, family, model, facts } = response.reading;
  const label = family === null ? undefined : kb.dialogue.families.get(family.id)?.label;
  const device =
    label === undefined || family === null ? 'device unknown' : `${label} (${percent(family.probability)})`;
  const first = [`act: ${heard.act}`, device, ...(model === null ? [] : [`model ${safeText(model)}`])].join(
    ', ',
  );
  const lines = facts.map((fact) => wrap(factLine(fact, kb), look.width, '  - '));
  return [`  ${first}`, ...lines];
}

function factLine(fact: Fact, kb: Prepared): string {
  const question = kb.dialogue.questions.get(fact.question);
  const label = question?.answers.find((each) => each.id === fact.answer)?.label ?? fact.answer;
  const words = fact.quote === null ? '' : `, from "${safeText(fact.quote.text).replaceAll('\n', ' ')}"`;
  return `${fact.question}: ${fact.denied ? 'not ' : ''}${safeText(label)}${words}`;
}

const percent = (probability: number): string => `${Math.round(probability * 100)} %`;

function bar(probability: number): string {
  const full = Math.round(probability * BAR_CELLS);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)} ${percent(probability).padStart(5)}`;
}
