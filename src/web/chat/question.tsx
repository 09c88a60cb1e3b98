/** A question: one thing to decide, its answers under it, its reason for whoever wants it. */

import type { QuestionReply } from '../../core/conversation.ts';
import { Answers } from './choices.tsx';
import type { BotLine } from './connection/snapshot.ts';
import { Disclosure, headingId, Point } from './line-parts.tsx';
import { offerOf } from './live.ts';
import { useScreen } from './screen.tsx';

/** A question; `live`: its buttons can be pressed, else only its words stay. */
export function Question(props: {
  readonly line: BotLine;
  readonly reply: QuestionReply;
  readonly live: boolean;
}) {
  const { line, reply, live } = props;
  const { texts } = useScreen();
  const offer = live ? offerOf(reply) : null;
  return (
    <div class={live ? 'question is-live' : 'question'}>
      <Point line={line} text={reply.text} />
      {offer !== null && <Answers offer={offer} labelledBy={headingId(line)} />}
      {reply.why !== '' && <Disclosure title={texts.why} text={reply.why} />}
    </div>
  );
}
