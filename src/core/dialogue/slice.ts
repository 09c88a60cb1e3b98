/** What the dialogue looks up, built once per knowledge base. */

import {
  type Article,
  type AsideRule,
  type Contact,
  type Family,
  familiesOfDevice,
  type Id,
  type KnowledgeBase,
  type Messages,
  type Needs,
  type Problem,
  type Question,
  type RefusalRule,
  type Role,
  type Step,
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
