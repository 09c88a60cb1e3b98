/** What the dialogue looks up, built once per knowledge base. */

import type {
  Article,
  AsideRule,
  Contact,
  Family,
  Id,
  KnowledgeBase,
  Messages,
  Needs,
  Problem,
  Question,
  RefusalRule,
  Role,
  Step,
} from '../knowledge/model.ts';

/** The first example of each; empty where the knowledge has none. */
export interface Sayings {
  readonly restart: string;
  readonly human: string;
}

/** Plain data: tables by id. */
export interface DialogueSlice {
  readonly title: string;
  readonly questions: ReadonlyMap<Id, Question>;
  readonly problems: ReadonlyMap<Id, Problem>;
  readonly steps: ReadonlyMap<Id, Step>;
  readonly needs: Needs;
  readonly families: ReadonlyMap<Id, Family>;
  readonly roles: ReadonlyMap<Id, Role>;
  readonly lowestRole: Id;
  readonly refusals: ReadonlyMap<Id, RefusalRule>;
  readonly asides: ReadonlyMap<Id, AsideRule>;
  readonly articles: ReadonlyMap<Id, Article>;
  readonly contacts: readonly Contact[];
  /** Makes that are told of only where they were named. */
  readonly makes: readonly string[];
  readonly messages: ReadonlyMap<string, Messages>;
  readonly defaultLocale: string;
  /** What a person says for these, in the words of the knowledge: for a channel whose buttons say it for them. */
  readonly sayings: Sayings;
  /** `question/answer` of a device fact → the families it can mean. */
  readonly familiesOfDevice: ReadonlyMap<string, readonly Id[]>;
}

/** Below this likelihood a device answer does not speak for a family (0..1; 0: every answer fits every family). */
const DEVICE_FITS = 0.2;

const byId = <T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Looks up tables once. */
export function prepareDialogue(kb: KnowledgeBase): DialogueSlice {
  return {
    title: kb.title,
    questions: byId(kb.questions),
    problems: byId(kb.problems),
    steps: byId(kb.steps),
    needs: kb.needs,
    families: byId(kb.families),
    roles: byId(kb.roles),
    lowestRole: kb.roles[0]?.id ?? '',
    refusals: byId(kb.acts.refusals),
    asides: byId(kb.acts.asides),
    articles: byId(kb.articles),
    contacts: kb.contacts,
    makes: kb.lexicon.makes,
    messages: new Map(Object.entries(kb.messages)),
    defaultLocale: Object.keys(kb.messages)[0] ?? '',
    sayings: { restart: kb.acts.speech.restart[0] ?? '', human: kb.acts.speech.human[0] ?? '' },
    familiesOfDevice: familiesOfDevice(kb),
  };
}

function familiesOfDevice(kb: KnowledgeBase): ReadonlyMap<string, readonly Id[]> {
  const device = kb.questions.filter((question) => question.about === 'device');
  return new Map(
    device.flatMap((question) =>
      question.answers.map((answer): [string, readonly Id[]] => [
        deviceKey(question.id, answer.id),
        kb.families
          .filter((family) => (family.signs[question.id]?.[answer.id] ?? 0) >= DEVICE_FITS)
          .map((family) => family.id),
      ]),
    ),
  );
}

/** The key of a device fact in `familiesOfDevice`. */
export const deviceKey = (question: Id, answer: Id): string => `${question}/${answer}`;
