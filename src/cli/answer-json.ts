/** What `ask --json` and `triage` print: the response as stable JSON for other programs. */

import { z } from 'zod';
import {
  type Choice,
  type Fact,
  isOffer,
  type Reply,
  type Response,
  type ShownStep,
} from '../core/conversation.ts';
import { ABOUT, TURN_ACTS } from '../core/knowledge/model.ts';

const probability = z.number().min(0).max(1);
const choice = z.strictObject({ id: z.string(), label: z.string() });
const step = z.strictObject({
  id: z.string(),
  by: z.string(),
  mayDo: z.boolean(),
  title: z.string().nullable(),
  caution: z.string().nullable(),
  do: z.string(),
  see: z.string().nullable(),
  cannot: z.string().nullable(),
});
const fact = z.strictObject({
  question: z.string(),
  answer: z.string(),
  about: z.enum(ABOUT),
  known: z.enum(['said', 'chosen', 'tried']),
  denied: z.boolean(),
  quote: z.string().nullable(),
  start: z.int().min(0).nullable(),
  end: z.int().min(0).nullable(),
});
const spoken = { id: z.string(), text: z.string(), why: z.string().nullable(), choices: z.array(choice) };
const next = z.union([
  z.strictObject({ kind: z.literal('remedy'), ...spoken, steps: z.array(step) }),
  z.strictObject({ kind: z.literal('answer'), ...spoken, sources: z.array(z.string()) }),
  z.strictObject({
    kind: z.enum([
      'question',
      'confirm',
      'handover',
      'refusal',
      'smalltalk',
      'out-of-scope',
      'restart',
      'closing',
      'silent',
    ]),
    ...spoken,
  }),
]);

/** `start` and `end` are offsets into `understood.text` in UTF-16 code units; `problems` are best first, at most five. */
export const answerSchema = z.strictObject({
  understood: z.strictObject({
    act: z.enum([...TURN_ACTS, 'answer', 'unclear']),
    text: z.string(),
    family: z.strictObject({ id: z.string(), probability }).nullable(),
    model: z.string().nullable(),
    facts: z.array(fact),
  }),
  problems: z.array(z.strictObject({ id: z.string(), title: z.string(), probability })).max(5),
  next,
});

export type Answer = z.infer<typeof answerSchema>;
type Next = Answer['next'];

/** The response to one message as JSON. */
export function answerOf(response: Response): Answer {
  const { heard, family, model, facts, problems } = response.reading;
  return {
    understood: {
      act: heard.act,
      text: heard.text,
      family: family === null ? null : { id: family.id, probability: family.probability },
      model,
      facts: facts.map(factOf),
    },
    problems: problems.map(({ id, title, probability }) => ({ id, title, probability })),
    next: nextOf(nextReply(response.replies)),
  };
}

/** The reply that says what comes next: a refusal before all, else the last move, else an answer, else what was said last. */
export function nextReply(replies: readonly Reply[]): Reply | null {
  const refusal = replies.find((reply) => reply.kind === 'refusal');
  const move = replies.findLast((reply) => isOffer(reply) || reply.kind === 'handover');
  const answer = replies.find((reply) => reply.kind === 'answer');
  return refusal ?? move ?? answer ?? replies.at(-1) ?? null;
}

function factOf({
  question,
  answer,
  about,
  known,
  denied,
  quote,
}: Fact): Answer['understood']['facts'][number] {
  return {
    question,
    answer,
    about,
    known,
    denied,
    quote: quote?.text ?? null,
    start: quote?.start ?? null,
    end: quote?.end ?? null,
  };
}

function nextOf(reply: Reply | null): Next {
  if (reply === null) return { kind: 'silent', id: 'silent', text: '', why: null, choices: [] };
  const { id, text } = reply;
  switch (reply.kind) {
    case 'remedy':
      return {
        kind: reply.kind,
        id,
        text,
        why: reply.why,
        choices: choicesOf(reply.choices),
        steps: reply.steps.map(stepOf),
      };
    case 'question':
    case 'confirm':
    case 'handover':
      return { kind: reply.kind, id, text, why: reply.why, choices: choicesOf(reply.choices) };
    case 'answer':
      return { kind: reply.kind, id, text, why: null, choices: [], sources: [...reply.sources] };
    case 'refusal':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      return { kind: reply.kind, id, text, why: null, choices: [] };
  }
}

const choicesOf = (choices: readonly Choice[]): Choice[] => choices.map(({ id, label }) => ({ id, label }));

function stepOf({ title, ...shown }: ShownStep): z.infer<typeof step> {
  const { id, by, mayDo, caution, do: how, see, cannot } = shown;
  return { id, by, mayDo, title: title ?? null, caution, do: how, see, cannot };
}
