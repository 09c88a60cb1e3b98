/** Golden sentences: what must be heard of each and what must not, on the knowledge base that is shipped. */

import { expect, test } from 'vitest';
import { type Heard, newCase, newConversation, type Pending } from '../../../../src/core/conversation.ts';
import { understand } from '../../../../src/core/language/understand.ts';
import { shippedBase } from '../../../foreign-base.ts';
import { expectMostly } from '../mostly.ts';

const { prepared } = await shippedBase();

/** What reads the golden sentences. */
export const shippedSlice = prepared.language;

/** A sentence as somebody writes it. */
export interface Golden {
  readonly says: string;
  /**
   * `question=answer`, or `not question=answer` where it is denied, and a word that the quote must hold. `|` stands
   * between facts of which one must be heard.
   */
  readonly hears?: Readonly<Record<string, string>>;
  /** `question=answer` that must not be taken for so, or a question of which no answer may; denials of them are fine. */
  readonly never?: readonly string[];
  /** The model that must be heard; null where none may be. */
  readonly model?: string | null;
}

/** What is heard while this waits; of a first message where nothing does. */
export function hearShipped(text: string, pending: Pending | null = null): Heard {
  const ours = pending === null ? null : { ...newCase(1), pending };
  const turn = { kind: 'said', id: 't1', at: 0, text, messageId: null, attachments: 0 } as const;
  return understand(shippedSlice, { ...newConversation(), case: ours }, turn);
}

const nameOf = ({ question, answer, denied }: Heard['facts'][number]): string =>
  `${denied ? 'not ' : ''}${question}=${answer}`;

/** What is denied is heard where it is not taken for so. */
const isHeard = (heard: Heard, wanted: string, word: string): boolean =>
  wanted.startsWith('not ')
    ? !heard.facts.some((fact) => nameOf(fact) === wanted.slice('not '.length))
    : heard.facts.some(
        (fact) =>
          nameOf(fact) === wanted && fact.quote?.text.toLowerCase().includes(word.toLowerCase()) === true,
      );

/** Everything that a sentence should have given and did not, in words. */
export function faults({ says, hears = {}, never = [], model }: Golden): string[] {
  const heard = hearShipped(says);
  const missing = Object.entries(hears).filter(
    ([facts, word]) => !facts.split('|').some((wanted) => isHeard(heard, wanted, word)),
  );
  const wrong = heard.facts.filter(
    (fact) => !fact.denied && (never.includes(fact.question) || never.includes(nameOf(fact))),
  );
  const misplaced = heard.facts.filter(
    ({ quote }) => quote === null || heard.text.slice(quote.start, quote.end) !== quote.text,
  );
  return [
    ...missing.map(([facts, word]) => `lacks ${facts} said by "${word}"`),
    ...wrong.map((fact) => `takes ${nameOf(fact)} for said by "${fact.quote?.text}"`),
    ...misplaced.map((fact) => `misplaces ${nameOf(fact)}`),
    ...(model === undefined || heard.model === model
      ? []
      : [`has the model ${heard.model} and not ${model}`]),
  ];
}

/** Of the sentences of a phenomenon at least this share, 0..1, must hold, and no quote may stand elsewhere. */
export function holdMostly(least: number, sentences: readonly Golden[]): void {
  test(`${Math.round(100 * least)} of 100`, () => {
    expectMostly(
      sentences,
      least,
      (sentence) => `${sentence.says}: ${faults(sentence).join('; ')}`,
      (sentence) => faults(sentence).length === 0,
    );
  });
  test('quotes stand where they say', () => {
    for (const { says } of sentences) {
      const { facts, text } = hearShipped(says);
      for (const { quote } of facts) expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
    }
  });
}
