/** A question: one thing to decide, its answers under it, its reason for whoever wants it. */

import type { Reply } from '../../core/conversation.ts';
import { Answers } from './choices.tsx';
import type { BotLine } from './connection/snapshot.ts';
import { paragraphs } from './lead.ts';
import { Before, Disclosure, headingId } from './line-parts.tsx';
import { offerOf } from './live.ts';
import { useScreen } from './screen.tsx';

/** A question; `live`: its buttons can be pressed, else only its words stay. */
export function Question(props: {
  readonly line: BotLine;
  readonly reply: Extract<Reply, { kind: 'question' }>;
  readonly live: boolean;
}) {
  const { line, reply, live } = props;
  const { texts } = useScreen();
  const all = paragraphs(reply.text);
  const offer = live ? offerOf(reply) : null;
  return (
    <div class={live ? 'question is-live' : 'question'}>
      <Before texts={all.slice(0, -1)} />
      <h2 id={headingId(line)} dir="auto">
        {all[all.length - 1]}
      </h2>
      {offer !== null && <Answers offer={offer} labelledBy={headingId(line)} />}
      {reply.why !== '' && <Disclosure title={texts.why} text={reply.why} />}
    </div>
  );
}
