/** Facts in the person's own words. */

import type { Fact, Quote } from '../conversation.ts';
import { NOT_HERE } from '../knowledge/model.ts';
import { say, type Voice } from './voice.ts';

/** Several facts in one line, each once: what was said as quotes, what was picked as the label of the button. */
export function factsLine(voice: Voice, facts: readonly Fact[]): string {
  // That a device has no such thing tells nothing without its question.
  const telling = facts.filter((fact) => fact.answer !== NOT_HERE);
  const quotes = joined(telling).map((quote) => `“${quote}”`);
  const others = telling.filter((fact) => fact.quote === null).map((fact) => factWords(voice, fact));
  return [...new Set([...quotes, ...others])].join(', ');
}

/** Most characters of a report in a recap, which is one line: 60 to 200. */
export const RECAP = 120;

/** What was said, in one line of at most so many characters. */
export function shortened(text: string, most: number): string {
  const inOneLine = text.replace(/\s+/g, ' ').trim();
  return inOneLine.length <= most ? inOneLine : `${inOneLine.slice(0, most)} …`;
}

/** What one fact says. The words of a denial hold what denies it. */
export function factWords(voice: Voice, fact: Fact): string {
  if (fact.quote !== null) return `“${fact.quote.text}”`;
  const label = labelOf(voice, fact);
  return fact.denied ? say(voice, 'not-so', { fact: label }) : label;
}

/** What the button of an answer says; its id where it has none. */
export function labelOf(voice: Voice, fact: Fact): string {
  const question = voice.slice.questions.get(fact.question);
  return question?.answers.find((answer) => answer.id === fact.answer)?.label ?? fact.answer;
}

/** The words quoted by these facts; quotes that share words of one message become one. */
function joined(facts: readonly Fact[]): readonly string[] {
  const quoted = facts.flatMap(({ quote, turn }) => (quote === null ? [] : [{ ...quote, turn }]));
  const inOrder = quoted.sort((a, b) => a.turn - b.turn || a.start - b.start || b.end - a.end);
  const runs: (Quote & { readonly turn: number })[] = [];
  for (const quote of inOrder) {
    const before = runs.at(-1);
    if (before === undefined || before.turn !== quote.turn || quote.start >= before.end) runs.push(quote);
    else if (quote.end > before.end) {
      const text = before.text + quote.text.slice(before.end - quote.start);
      runs[runs.length - 1] = { ...before, text, end: quote.end };
    }
  }
  return runs.map(({ text }) => text);
}
