/** What tells the answers of a question in what people reply to it. */

import type { Example, TrainOptions } from '../../classifier/model.ts';
import { type Id, type KnowledgeBase, NONE, type Question, type ReplyKind } from '../../knowledge/model.ts';
import {
  answerPhrasesOf,
  groupBy,
  inOrderOfHashes,
  type Lesson,
  labelled,
  repliesIn,
  replyKindOf,
  spread,
  spreadOf,
} from './lesson.ts';

/** The head that tells the answers of a question. */
export const replyHead = (question: Id): string => `reply-${question}`;

/**
 * Replies to other questions that are shown to a head as what is no answer to its own, and as "not sure"; bare: words
 * that answer no question ("ok", "I see"). 25 to 300 each: with 130 more that answer nothing .91 of replies are heard for
 * .92, and .009 for .011 are taken for another answer.
 */
const FROM_OTHERS = { other: 40, bare: 60, 'not-sure': 25, 'asks-back': 40 } as const;
/**
 * Most questions that have a head each though nobody wrote replies to them: it is learnt from their phrases. Range 0 to
 * 500: a thousand heads take half a minute to train and 300 MB. Where there are more, phrases are looked for.
 */
const MOST_PHRASED = 200;
/** Few texts a head: their probabilities are learnt from two of five parts. */
const REPLY_OPTIONS: TrainOptions = { heldOut: 100, noneShare: 0.03 };

/** Per question that is asked: its answers, "not sure", "no such thing", "asks back", and what is none of them. */
export function replyLessons(kb: KnowledgeBase): readonly Lesson[] {
  const asked = kb.questions.filter(({ ask }) => ask !== null);
  const all = repliesIn(kb);
  const byQuestion = groupBy(all, ({ question }) => question);
  const phrases = answerPhrasesOf(kb);
  const unsure = kb.acts.speech['not-sure'].map(labelled('not-sure'));
  const turns = kb.examples.turns.filter((turn) => turn.while === 'question');
  const bare = turns.filter(({ act, question }) => act === 'other' && question === null);
  const noReply = [...spread(bare, FROM_OTHERS.bare), ...spread(turns, FROM_OTHERS.other)].map(({ says }) =>
    labelled('other')(says),
  );
  const replies = inOrderOfHashes(all, ({ says }) => says);
  const allPhrases = inOrderOfHashes(
    [...phrases].flatMap(([id, examples]) =>
      kb.needs.things.has(id) ? [] : examples.map((example) => ({ id, example })),
    ),
    ({ example }) => example,
  );
  return asked.flatMap((question) => {
    const own = byQuestion.get(question.id) ?? [];
    if (own.length === 0 && asked.length > MOST_PHRASED) return [];
    const some = (
      label: Exclude<keyof typeof FROM_OTHERS, 'bare'>,
      kind: ReplyKind | null,
    ): readonly Example[] =>
      spreadOf(
        replies,
        FROM_OTHERS[label],
        (reply) => reply.question !== question.id && replyKindOf(reply.answer) === kind,
      ).map(({ says }) => labelled(label)(says));
    const phrased = (own: Id): readonly Example[] =>
      spreadOf(allPhrases, FROM_OTHERS.other, ({ id }) => id !== own).map(({ example }) =>
        labelled('other')(example.text),
      );
    return {
      head: replyHead(question.id),
      examples: [
        ...(phrases.get(question.id) ?? []),
        ...yesNoOf(kb, question),
        ...missingOf(kb, question, phrases),
        ...own.map(({ says, answer }) => labelled(answer)(says)),
        ...unsure,
        ...some('not-sure', 'not-sure'),
        ...some('asks-back', 'asks-back'),
        ...(all.length > own.length ? some('other', null) : phrased(question.id)),
        ...noReply,
      ],
      options: REPLY_OPTIONS,
    };
  });
}

/** How people say that they have none of what the question needs, as examples of "no such thing". */
const missingOf = (
  { needs }: KnowledgeBase,
  { id }: Question,
  phrases: ReadonlyMap<Id, readonly Example[]>,
): readonly Example[] =>
  (needs.ofQuestion.get(id) ?? [])
    .flatMap((thing) => phrases.get(thing) ?? [])
    .filter(({ label }) => label === NONE)
    .map(({ text }) => labelled('no-such-thing')(text));

/** "Yes" and "no" as examples of the answers that they stand for. */
const yesNoOf = ({ acts }: KnowledgeBase, { answers }: Question): readonly Example[] =>
  answers.flatMap(({ id, says }) => (says === null ? [] : acts.speech[says].map(labelled(id))));
