/** What each head of the reader learns from: the examples of a knowledge base, and its phrases and titles. */

import type { Example, TrainOptions } from '../../classifier/model.ts';
import {
  type Id,
  type KnowledgeBase,
  NOT_HERE,
  type Question,
  REPLY_KINDS,
  type ReplyExample,
  type ReplyKind,
  type Speech,
  type TurnAct,
  type TurnExample,
} from '../../knowledge/model.ts';

/** One head: its name, and the examples that teach it. */
export interface Lesson {
  /** `problem`, `family`. */
  readonly head: string;
  readonly examples: readonly Example[];
  readonly options: TrainOptions;
}

/**
 * Most problems of which one head tells. Range 100..1,000: its weights grow with problems times features, and at 500 a
 * message takes as long as all the rest of a turn. A larger base is searched instead.
 */
const MOST_PROBLEMS = 500;

/**
 * Fewest first messages a problem, on average, that a head learns from. Range 5..50: with fewer it takes the chance words
 * of its examples for signs, and the search says more.
 */
const FEWEST_MESSAGES = 8;

const isTaught = ({ problems, examples }: KnowledgeBase): boolean =>
  problems.length <= MOST_PROBLEMS && examples.problems.length >= FEWEST_MESSAGES * problems.length;

/** The label of messages that do not tell what a head is about; no id has a space. */
export const UNDECIDED = 'not told';

/** The lessons of every head of a base. */
export function lessonsOf(kb: KnowledgeBase): readonly Lesson[] {
  return [
    ...problemLessons(kb),
    ...familyLessons(kb),
    ...replyLessons(kb),
    ...actLessons(kb),
    ...refusalLessons(kb),
  ];
}

/** One part of five is enough to learn probabilities from: some thousand texts, for one training more. */
const MESSAGE_OPTIONS: TrainOptions = { heldOut: 700, parts: 5 };

/** First messages that tell their problem, how people put it, and what authors call it. */
function problemLessons(kb: KnowledgeBase): readonly Lesson[] {
  if (!isTaught(kb)) return [];
  const phrases = kb.problems.flatMap(({ id, title, saidAs }) =>
    [title, ...saidAs].map((text): Example => ({ text, label: id })),
  );
  const told = kb.examples.problems.map(
    ({ says, level, problem }): Example => ({
      text: says,
      label: level === 'decisive' ? problem : UNDECIDED,
    }),
  );
  return [{ head: 'problem', examples: [...phrases, ...told], options: MESSAGE_OPTIONS }];
}

/** Every message that tells its device, and the phrases of problems that one family alone has. */
function familyLessons(kb: KnowledgeBase): readonly Lesson[] {
  if (!isTaught(kb) || kb.families.length < 2) return [];
  const phrases = kb.problems.flatMap(({ saidAs, families }) => {
    const [family, ...others] = Object.keys(families);
    return family === undefined || others.length > 0
      ? []
      : saidAs.map((text): Example => ({ text, label: family }));
  });
  const names = kb.families.flatMap(({ id, label, aliases, models }) =>
    [label, ...aliases, ...models].map((text): Example => ({ text, label: id })),
  );
  const told = kb.examples.problems.map(
    ({ says, family }): Example => ({ text: says, label: family ?? UNDECIDED }),
  );
  return [{ head: 'family', examples: [...names, ...phrases, ...told], options: MESSAGE_OPTIONS }];
}

/** The head that tells the answers of a question. */
export const replyHead = (question: Id): string => `reply-${question}`;

/** Replies to other questions that are shown to a head as what is no answer to its own, and as "not sure". 50 to 300. */
const FROM_OTHERS = { other: 50, 'not-sure': 50, 'asks-back': 40 } as const;
/** Fewest replies that a head of a question learns from; with fewer its phrases are looked for. 10 to 100. */
const FEWEST_REPLIES = 20;
/** Few texts a head: their probabilities are learnt from two of five parts. */
const REPLY_OPTIONS: TrainOptions = { heldOut: 100, parts: 5 };

/** Per question that is asked: its answers, "not sure", "no such thing", "asks back", and what is none of them. */
function replyLessons(kb: KnowledgeBase): readonly Lesson[] {
  const asked = kb.questions.filter(({ ask }) => ask !== null);
  const byQuestion = groupBy(kb.examples.replies, ({ question }) => question);
  const unsure = kb.acts.speech['not-sure'].map((text): Example => ({ text, label: 'not-sure' }));
  const turns = kb.examples.turns.filter((turn) => turn.while === 'question');
  return asked.flatMap((question) => {
    const own = byQuestion.get(question.id) ?? [];
    if (own.length < FEWEST_REPLIES) return [];
    const others = kb.examples.replies.filter((reply) => reply.question !== question.id);
    const kindOf = (answer: Id): ReplyKind | null => REPLY_KINDS.find((kind) => kind === answer) ?? null;
    const some = (kind: keyof typeof FROM_OTHERS, is: (reply: ReplyExample) => boolean): readonly Example[] =>
      spread(others.filter(is), FROM_OTHERS[kind]).map(({ says }) => ({ text: says, label: kind }));
    return {
      head: replyHead(question.id),
      examples: [
        ...phrasesOf(question),
        ...own.map(({ says, answer }): Example => ({ text: says, label: answer })),
        ...unsure,
        ...some('not-sure', ({ answer }) => kindOf(answer) === 'not-sure'),
        ...some('asks-back', ({ answer }) => kindOf(answer) === 'asks-back'),
        ...some('other', ({ answer }) => kindOf(answer) === null),
        ...spread(turns, FROM_OTHERS.other).map(({ says }): Example => ({ text: says, label: 'other' })),
      ],
      options: REPLY_OPTIONS,
    };
  });
}

/** What waits for an answer when something is said. */
export type Waiting = TurnExample['while'];

/** The head that tells what a turn does, while something waits or nothing does. */
export const actHead = (waiting: Waiting): string => `act-${waiting}`;

/** What a turn does besides what `TURN_ACTS` names: it answers the question, or cannot. Asking back is asking why. */
export type Spoken = TurnAct | 'answer' | 'not-sure';

/** First messages and replies that a head of acts is shown; more drown the rarer acts. 100 to 3,000. */
const ACTS_SHOWN = {
  report: 900,
  newReport: 250,
  answer: 900,
  notSure: 250,
  asksBack: 250,
  refusals: 350,
} as const;
const ACT_OPTIONS: TrainOptions = { heldOut: 500, parts: 5 };

/** Phrases of `acts.yaml` that are a whole turn; the others are found word by word. */
const SPEECH_ACTS = {
  greeting: 'greeting',
  thanks: 'thanks',
  why: 'why',
  back: 'back',
  restart: 'restart',
  human: 'human',
  fixed: 'fixed',
  'still-there': 'still-there',
  cannot: 'cannot',
  'not-sure': 'not-sure',
  correct: 'correct',
  'out-of-scope': 'out-of-scope',
} as const satisfies Partial<Record<Speech, Spoken>>;

/** Outcomes are told of a remedy, and a "not sure" of a question. */
const ONLY_WHILE: Partial<Record<Spoken, readonly Waiting[]>> = {
  fixed: ['remedy', 'question'],
  'still-there': ['remedy', 'question'],
  cannot: ['remedy'],
  'not-sure': ['question', 'remedy'],
};

/** Fewest turns that heads of acts learn from; with fewer the phrases of `acts.yaml` say more. 100 to 1,000. */
const FEWEST_TURNS = 300;

/** What a turn does: one head each for while a question waits, while a remedy does, and while nothing does. */
function actLessons(kb: KnowledgeBase): readonly Lesson[] {
  if (kb.examples.turns.length < FEWEST_TURNS) return [];
  return (['question', 'remedy', 'nothing'] as const).map((waiting) => ({
    head: actHead(waiting),
    examples: [
      ...speechExamples(kb, waiting),
      ...turnExamples(kb, waiting),
      ...reportExamples(kb, waiting),
      ...replyActs(kb, waiting),
    ],
    options: ACT_OPTIONS,
  }));
}

function speechExamples(kb: KnowledgeBase, waiting: Waiting): readonly Example[] {
  const fits = (act: Spoken): boolean => ONLY_WHILE[act]?.includes(waiting) ?? true;
  const speech = keysOf(SPEECH_ACTS)
    .filter((kind) => fits(SPEECH_ACTS[kind]))
    .flatMap((kind) => kb.acts.speech[kind].map((text): Example => ({ text, label: SPEECH_ACTS[kind] })));
  const asides = kb.acts.asides.flatMap(({ phrases }) =>
    phrases.map((text): Example => ({ text, label: 'smalltalk' })),
  );
  const refused = kb.acts.refusals.flatMap(({ act, phrases }) =>
    phrases.map((text): Example => ({ text, label: act })),
  );
  const harmless = kb.acts.refusals.flatMap(({ unless }) =>
    unless.map((text): Example => ({ text, label: 'report' })),
  );
  return [
    ...speech,
    ...asides,
    ...spread(refused, ACTS_SHOWN.refusals),
    ...spread(harmless, ACTS_SHOWN.refusals),
  ];
}

/** Turns said while the same waits, and those that can be said at any time. */
function turnExamples(kb: KnowledgeBase, waiting: Waiting): readonly Example[] {
  return kb.examples.turns
    .filter(
      (turn) =>
        turn.while === waiting ||
        (waiting !== 'nothing' && turn.while === 'nothing') ||
        !(turn.act in ONLY_WHILE),
    )
    .map(({ says, act }) => ({ text: says, label: act }));
}

function reportExamples(kb: KnowledgeBase, waiting: Waiting): readonly Example[] {
  const count = waiting === 'nothing' ? ACTS_SHOWN.report : ACTS_SHOWN.newReport;
  const said = kb.problems.flatMap(({ saidAs }) => saidAs);
  return [...spread(kb.examples.problems, count).map(({ says }) => says), ...spread(said, count / 2)].map(
    (text): Example => ({ text, label: 'report' }),
  );
}

function replyActs(kb: KnowledgeBase, waiting: Waiting): readonly Example[] {
  if (waiting === 'nothing') return [];
  const replies = (label: Spoken, count: number, is: (answer: Id) => boolean): readonly Example[] =>
    spread(
      kb.examples.replies.filter(({ answer }) => is(answer)),
      count,
    ).map(({ says }) => ({ text: says, label }));
  const isKind = (answer: Id): boolean => REPLY_KINDS.some((kind) => kind === answer);
  const phrases = kb.questions.filter(({ ask }) => ask !== null).flatMap(phrasesOf);
  return [
    ...replies('not-sure', ACTS_SHOWN.notSure, (answer) => answer === 'not-sure'),
    ...(waiting === 'remedy'
      ? []
      : [
          ...replies('answer', ACTS_SHOWN.answer, (answer) => !isKind(answer) || answer === 'no-such-thing'),
          ...replies('why', ACTS_SHOWN.asksBack, (answer) => answer === 'asks-back'),
          ...replies('other', ACTS_SHOWN.asksBack, (answer) => answer === 'other'),
          ...(kb.examples.replies.length > 0
            ? []
            : phrases.map(({ text }): Example => ({ text, label: 'answer' }))),
        ]),
  ];
}

/** The head that tells by which rule a request is refused. */
export const REFUSAL_HEAD = 'refusal';

/** The phrases of every rule; that a message is refused at all is what the heads of acts say. */
function refusalLessons(kb: KnowledgeBase): readonly Lesson[] {
  if (kb.examples.turns.length < FEWEST_TURNS) return [];
  const examples = kb.acts.refusals.flatMap(({ id, phrases }) =>
    phrases.map((text): Example => ({ text, label: id })),
  );
  return [{ head: REFUSAL_HEAD, examples, options: ACT_OPTIONS }];
}

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(table).filter((key): key is K => key in table);

const phrasesOf = ({ answers }: Question): readonly Example[] =>
  answers
    .filter(({ id }) => id !== NOT_HERE)
    .flatMap(({ id, label, phrases }) => [label, ...phrases].map((text): Example => ({ text, label: id })));

/** So many of a list, evenly over all of it. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]).filter(
    (each) => each !== undefined,
  );
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => Id): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return groups;
}
