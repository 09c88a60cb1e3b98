/** What tells what a turn does, given what waits. */

import type { Example } from '../../classifier/model.ts';
import type { Id, KnowledgeBase, Speech, TurnAct, TurnExample } from '../../knowledge/model.ts';
import {
  ACT_OPTIONS,
  answerPhrasesOf,
  groupBy,
  type Lesson,
  labelled,
  OF_OFFERS_SHOWN,
  repliesIn,
  replyKindOf,
  roleQuestionOf,
  spread,
} from './lesson.ts';
import { offerLesson, secondCaseLesson } from './offer-lessons.ts';

/** What waits for an answer when something is said. */
export type Waiting = TurnExample['while'];

/** The head that tells what a turn does, while something waits or nothing does. */
export const actHead = (waiting: Waiting): string => `act-${waiting}`;

/** What a turn does besides what `TURN_ACTS` names: it answers the question, cannot, or asks what is meant by it. */
export type Spoken = TurnAct | 'answer' | 'not-sure' | 'asks-back';

/** First messages and replies that a head of acts is shown; more drown the rarer acts. 100 to 3,000. */
const ACTS_SHOWN = {
  report: 2000,
  newReport: 100,
  atFirst: 1500,
  meanwhile: 2500,
  outcomes: 2500,
  refused: 60,
} as const;
/** The same of replies, by what giving one does. */
const REPLIES_SHOWN = { 'not-sure': 1850, answer: 12000, 'asks-back': 1500, other: 250 } as const;

/** Phrases of `acts.yaml` that are a whole turn; the others are found word by word. */
const SPEECH_ACTS = {
  greeting: 'smalltalk',
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
  // `Done` tells nothing of a question, and that a step was done of a remedy; `nothing` tells nothing at first alone.
  other: ['nothing'],
  // Who takes leave of a remedy says what became of it: `solved, thanks`.
  closing: ['question', 'nothing'],
  'not-sure': ['question', 'remedy'],
};

/**
 * What a turn does: one head each for while a question waits, while a remedy does, and while nothing does; and the heads
 * that tell yes from no to an offer, which aside something is, and by which rule it is refused.
 */
export function actLessons(kb: KnowledgeBase): readonly Lesson[] {
  const acts = (['question', 'remedy', 'nothing'] as const).map((waiting): Lesson => {
    const examples = [
      ...speechExamples(kb, waiting),
      ...turnExamples(kb, waiting),
      ...reportExamples(kb, waiting),
      ...replyActs(kb, waiting),
    ];
    // More are known than are learnt from.
    const turns = kb.examples.turns
      .filter((turn) => turn.while === waiting || canBeSaid(turn, waiting))
      .map(({ says, act }) => labelled(act)(says));
    const known = [...examples, ...turns, ...askedAside(kb)];
    return { head: actHead(waiting), examples, known, options: ACT_OPTIONS };
  });
  const offers = [offerLesson(kb), secondCaseLesson(kb)];
  return [...acts, ...offers, asideLesson(kb), refusalLesson(kb)].filter(tellsApart);
}

/** Whatever an article answers is asked aside, and so is what none does; the heads learn that from turns alone. */
const askedAside = ({ articles, examples }: KnowledgeBase): readonly Example[] =>
  [...articles.flatMap(({ asks }) => asks), ...examples.articles.map(({ says }) => says)].map(
    labelled('side-question'),
  );

const tellsApart = ({ examples }: Lesson): boolean => new Set(examples.map(({ label }) => label)).size > 1;

/** The head that tells which aside something is, where it is any. */
export const ASIDE_HEAD = 'aside';

function asideLesson(kb: KnowledgeBase): Lesson {
  const neither = kb.examples.turns.filter(({ act }) => act !== 'frustration');
  const examples = [
    ...kb.acts.asides.flatMap(({ id, phrases }) => phrases.map(labelled(id))),
    ...spread(neither, OF_OFFERS_SHOWN.neither).map(({ says }) => labelled('neither')(says)),
  ];
  return { head: ASIDE_HEAD, examples, options: ACT_OPTIONS };
}

function speechExamples(kb: KnowledgeBase, waiting: Waiting): readonly Example[] {
  const fits = (act: Spoken): boolean => ONLY_WHILE[act]?.includes(waiting) ?? true;
  const speech = keysOf(SPEECH_ACTS)
    .filter((kind) => fits(SPEECH_ACTS[kind]))
    .flatMap((kind) => kb.acts.speech[kind].map(labelled(SPEECH_ACTS[kind])));
  const asides = kb.acts.asides.flatMap(({ phrases }) => phrases.map(labelled('smalltalk')));
  const refused = kb.acts.refusals.flatMap(({ act, phrases }) =>
    spread(phrases, ACTS_SHOWN.refused).map(labelled(act)),
  );
  const yesNo =
    waiting === 'remedy'
      ? [...kb.acts.speech.yes.map(labelled('fixed')), ...kb.acts.speech.no.map(labelled('still-there'))]
      : [];
  const harmless = kb.acts.refusals.flatMap(({ unless }) =>
    spread(unless, ACTS_SHOWN.refused).map(labelled('report')),
  );
  return [...speech, ...asides, ...yesNo, ...refused, ...harmless];
}

/**
 * Turns said while the same waits, and of those that can be said at any time some of each act. Under a remedy those of
 * another time are said of all problems alike, so that it tells nothing that something is said of one.
 */
function turnExamples(kb: KnowledgeBase, waiting: Waiting): readonly Example[] {
  const now = kb.examples.turns.filter((turn) => turn.while === waiting);
  const other = kb.examples.turns.filter((turn) => turn.while !== waiting && canBeSaid(turn, waiting));
  const some = [...groupBy(other, ({ act }) => act).values()].flatMap((turns) =>
    spread(turns, shownOf(turns, waiting)),
  );
  const all = [...now, ...some];
  if (waiting !== 'remedy') return all.map(({ says, act }) => labelled(act)(says));
  return all.map(({ says, act, problem }, at) => {
    const saidOf = problem ?? kb.problems[at % kb.problems.length]?.id;
    return { ...labelled(act)(says), ...(saidOf === undefined ? {} : { saidOf }) };
  });
}

/** How many turns of one act, said at another time, are shown. */
function shownOf([first]: readonly TurnExample[], waiting: Waiting): number {
  if (waiting === 'nothing') return ACTS_SHOWN.atFirst;
  return first !== undefined && OUTCOMES.has(first.act) ? ACTS_SHOWN.outcomes : ACTS_SHOWN.meanwhile;
}

/** Who says first that something is not done yet, or works in part, reports it. */
const NEVER_FIRST: ReadonlySet<Spoken> = new Set<Spoken>(['not-yet', 'partly']);

/** Fewest words in which an outcome tells of itself: `works` answers many questions. 3 to 8. */
const WORDS_OF_OUTCOME = 5;

const OUTCOMES: ReadonlySet<Spoken> = new Set<Spoken>(['fixed', 'still-there']);

/**
 * What became of a remedy is told of a remedy, and what is told of a question of a question, but for outcomes told at length
 * (`the refund printed and the drawer popped`), which people tell while a question waits, too; all else at any time.
 */
function canBeSaid({ act, says, while: said }: TurnExample, waiting: Waiting): boolean {
  if (OUTCOMES.has(act) && waiting !== 'nothing' && said !== 'nothing')
    return says.split(' ').length >= WORDS_OF_OUTCOME;
  const only = ONLY_WHILE[act];
  if (only !== undefined) return said === 'nothing' && only.includes(waiting);
  return waiting !== 'nothing' || !NEVER_FIRST.has(act);
}

function reportExamples(kb: KnowledgeBase, waiting: Waiting): readonly Example[] {
  const count = waiting === 'nothing' ? ACTS_SHOWN.report : ACTS_SHOWN.newReport;
  const said = kb.problems.flatMap(({ saidAs }) => saidAs);
  const told = spread(kb.examples.problems, count).map(({ says }) => says);
  return [...told, ...spread(said, count / 2), ...roleTold(kb)].map(labelled('report'));
}

/** Most words in which somebody tells who they are and nothing else. 5 to 12. */
const WORDS_OF_ROLE = 8;

/** Who somebody is, told alone (`I'm the workshop foreman`), which wishes for nobody. */
function roleTold(kb: KnowledgeBase): readonly string[] {
  const question = roleQuestionOf(kb);
  return kb.examples.replies
    .filter((reply) => reply.question === question && replyKindOf(reply.answer) === null)
    .map(({ says }) => says)
    .filter((says) => says.split(' ').length <= WORDS_OF_ROLE);
}

function replyActs(kb: KnowledgeBase, waiting: Waiting): readonly Example[] {
  if (waiting !== 'question') return [];
  const all = repliesIn(kb);
  if (all.length === 0)
    return [...answerPhrasesOf(kb).values()].flat().map(({ text }) => labelled('answer')(text));
  return keysOf(REPLIES_SHOWN).flatMap((act) => {
    const replies = all.filter(({ answer }) => replyAct(answer) === act);
    return spread(replies, REPLIES_SHOWN[act]).map(({ says }) => labelled(act)(says));
  });
}

/** What giving a reply does: that there is no such thing answers as well. */
function replyAct(answer: Id): keyof typeof REPLIES_SHOWN {
  const kind = replyKindOf(answer);
  return kind === null || kind === 'no-such-thing' ? 'answer' : kind;
}

/** The head that tells by which rule a request is refused. */
export const REFUSAL_HEAD = 'refusal';

/** The phrases of every rule; that a message is refused at all is what the heads of acts say. */
function refusalLesson(kb: KnowledgeBase): Lesson {
  const examples = kb.acts.refusals.flatMap(({ id, phrases }) => phrases.map(labelled(id)));
  return { head: REFUSAL_HEAD, examples, options: ACT_OPTIONS };
}

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(table).filter((key): key is K => key in table);
