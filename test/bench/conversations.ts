/**
 * Conversations as people hold them, played once against the knowledge base itself: a typed first message, then
 * mostly presses of the buttons that were offered, sometimes typed words. What was sent is kept, so that it can be sent
 * again to any bot.
 */

import { writePressed } from '../../src/channels/activity/pressed.ts';
import {
  isOffer,
  NOT_SURE,
  newConversation,
  type Offer,
  type Reply,
  type UserTurn,
} from '../../src/core/conversation.ts';
import type { KnowledgeBase, Speech } from '../../src/core/knowledge/model.ts';
import type { Prepared } from '../../src/core/prepare.ts';
import { respond } from '../../src/core/respond.ts';
import { personOf, said } from '../../src/simulate/person.ts';
import { seedOf } from '../../src/simulate/random.ts';
import type { Sufferer } from '../../src/simulate/truth.ts';
import { type Drawing, pick, seeded } from './drawing.ts';
import { messagesOf } from './respond-times.ts';

/** How often somebody types although there are buttons, 0..1. */
const TYPED_SHARE = 0.25;
/** How often somebody is not sure, 0..1. */
const NOT_SURE_SHARE = 0.1;
/** How often a first message also tells a sign, and how often two letters of it are swapped, 0..1. */
const SIGN_SHARE = 0.5;
const TYPO_SHARE = 0.2;
/** An answer at least this likely is one that people tell of by themselves, 0..1. */
const SIGN_SEEN = 0.6;
/** Whoever has not got help by then goes away. */
const MOST_TURNS = 12;

/** What the variable part of one activity holds: words, or what a button sends. */
export type Sent = { readonly text: string } | { readonly value: unknown };

/** `count` conversations, each begun with other words, always the same from the same seed. */
export function recordConversations(kb: KnowledgeBase, prepared: Prepared, count: number): Sent[][] {
  const draw: Drawing = { random: seeded(1), words: [] };
  const openings = new Set<string>();
  const recorded: Sent[][] = [];
  while (recorded.length < count) {
    const sufferer = suffererFrom(kb, draw);
    const opening = openingOf(kb, sufferer, draw);
    if (openings.has(opening)) continue;
    openings.add(opening);
    recorded.push(recordOne(kb, prepared, sufferer, opening, draw));
  }
  return recorded;
}

function suffererFrom(kb: KnowledgeBase, draw: Drawing): Sufferer {
  const problem = pick(draw, kb.problems);
  const families = kb.families.filter(({ id }) => (problem.families[id] ?? 0) > 0);
  return { problem, family: pick(draw, families), role: pick(draw, kb.roles) };
}

/** What the person writes first: what people say of the problem, when or where, and maybe a sign; typos as they happen. */
function openingOf(kb: KnowledgeBase, { problem }: Sufferer, draw: Drawing): string {
  const words = pick(draw, messagesOf(kb, kb.problems.indexOf(problem)));
  const signs = kb.questions.flatMap(({ id, answers }) =>
    answers.filter((answer) => (problem.signs[id]?.[answer.id] ?? 0) >= SIGN_SEEN),
  );
  const phrases = signs.flatMap((answer) => answer.phrases);
  const number = 1 + Math.floor(draw.random() * 400);
  const place = pick(draw, [`Store ${number}.`, `Since ${1 + (number % 12)}:${10 + (number % 50)}.`, '']);
  const sign = draw.random() < SIGN_SHARE && phrases.length > 0 ? pick(draw, phrases) : '';
  const text = [words, sign, place].filter((part) => part !== '').join('\n');
  return draw.random() < TYPO_SHARE ? withTypo(text, draw) : text;
}

/** Two neighbouring letters inside one word swapped. */
function withTypo(text: string, draw: Drawing): string {
  const longer = [...text.matchAll(/[a-z]{5,}/g)];
  if (longer.length === 0) return text;
  const word = pick(draw, longer);
  const at = word.index + 1 + Math.floor(draw.random() * (word[0].length - 2));
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}

function recordOne(
  kb: KnowledgeBase,
  prepared: Prepared,
  sufferer: Sufferer,
  opening: string,
  draw: Drawing,
): Sent[] {
  const seed = seedOf(opening);
  const person = personOf(kb, sufferer, { familyKnown: false, notSureShare: NOT_SURE_SHARE, seed });
  const sent: Sent[] = [];
  let state = newConversation();
  let turn: UserTurn | null = said(opening, 'turn-0');
  while (turn !== null && sent.length < MOST_TURNS) {
    sent.push(sentAs(turn));
    const response = respond(prepared, state, turn);
    state = response.state;
    const waiting = waitingIn(response.replies);
    const id = `turn-${sent.length}`;
    const pressed = waiting === null ? null : pressOf(sufferer, waiting, person(waiting, id), id);
    turn = pressed !== null && draw.random() < TYPED_SHARE ? typed(kb, pressed, draw) : pressed;
  }
  return sent;
}

function waitingIn(replies: readonly Reply[]): Offer | null {
  return replies.findLast(isOffer) ?? null;
}

/** People in a simulation never find that it helped; those here do where it is their problem. */
function pressOf(sufferer: Sufferer, waiting: Offer, turn: UserTurn, id: string): UserTurn {
  const helped = waiting.kind === 'remedy' && waiting.id === sufferer.problem.id;
  return helped ? { kind: 'chose', id, at: 0, of: waiting.of, choice: 'fixed' } : turn;
}

/** The same in words of the knowledge base's own examples; where it has none, the button after all. */
function typed(kb: KnowledgeBase, turn: UserTurn, draw: Drawing): UserTurn {
  if (turn.kind !== 'chose') return turn;
  const texts = wordsFor(kb, turn.of.id, turn.choice);
  return texts.length === 0 ? turn : said(pick(draw, texts), turn.id);
}

function wordsFor(kb: KnowledgeBase, question: string, choice: string): readonly string[] {
  const speech = kb.acts.speech;
  if (choice === NOT_SURE || isOutcome(choice)) return speech[choice];
  return kb.questions
    .filter(({ id }) => id === question)
    .flatMap(({ answers }) => answers.filter(({ id }) => id === choice))
    .flatMap(({ phrases }) => phrases);
}

const isOutcome = (choice: string): choice is Extract<Speech, 'fixed' | 'still-there' | 'cannot'> =>
  choice === 'fixed' || choice === 'still-there' || choice === 'cannot';

function sentAs(turn: UserTurn): Sent {
  if (turn.kind === 'chose') return { value: writePressed({ of: turn.of, choice: turn.choice }) };
  return { text: turn.kind === 'said' ? turn.text : '' };
}

/** What somebody sends, as Bot Framework brings it to a bot that is to answer in the same request. */
export function expectingReplies(
  conversation: string,
  id: string,
  sent: Sent,
): Readonly<Record<string, unknown>> {
  return {
    type: 'message',
    id,
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:9',
    locale: 'en-GB',
    timestamp: '2026-01-05T10:00:00.000Z',
    deliveryMode: 'expectReplies',
    conversation: { id: conversation },
    from: { id: 'user', name: 'Una' },
    recipient: { id: 'bot', name: 'Keyturn' },
    ...sent,
  };
}
