/** What tells how an offer is taken: yes or no, and when a second problem is to be taken up. */

import type { Example } from '../../classifier/model.ts';
import { type KnowledgeBase, SECOND_CASES } from '../../knowledge/model.ts';
import { ACT_OPTIONS, type Lesson, labelled, OF_OFFERS_SHOWN, repliesIn, spread } from './lesson.ts';

/** The head that tells yes from no to an offer, and from what is neither. */
export const OFFER_HEAD = 'offer';

/** Yes and no to an offer, and what is neither. */
export function offerLesson(kb: KnowledgeBase): Lesson {
  const examples = [
    ...kb.acts.speech.yes.map(labelled('yes')),
    ...kb.acts.speech.no.map(labelled('no')),
    ...noOffer(kb),
  ];
  return { head: OFFER_HEAD, examples, options: ACT_OPTIONS };
}

/** What takes no offer and turns none down. */
function noOffer(kb: KnowledgeBase): readonly Example[] {
  const devices = kb.families.flatMap(({ label, aliases }) => [label, ...aliases]);
  const neither = [
    ...spread(repliesIn(kb), OF_OFFERS_SHOWN.neither),
    ...spread(kb.examples.turns, OF_OFFERS_SHOWN.neither),
  ].map(({ says }) => says);
  return [...neither, ...kb.acts.speech['not-sure'], ...devices].map(labelled('neither'));
}

/** The head that tells when a second problem is to be taken up. */
export const SECOND_CASE_HEAD = 'afterwards';

/** A base that has no examples of it has no such head: yes and no are heard there. */
export function secondCaseLesson(kb: KnowledgeBase): Lesson {
  const { speech, secondCase } = kb.acts;
  const said = SECOND_CASES.flatMap((when) => secondCase[when].map(labelled(when)));
  const examples =
    said.length === 0
      ? []
      : [...said, ...speech.yes.map(labelled('later')), ...speech.no.map(labelled('same')), ...noOffer(kb)];
  return { head: SECOND_CASE_HEAD, examples, options: ACT_OPTIONS };
}
