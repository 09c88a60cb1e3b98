/** A hand-over: what is known for whoever takes over, and whom to call. */

import type { Reply } from '../../core/conversation.ts';
import { Outcomes } from './choices.tsx';
import type { BotLine } from './connection/snapshot.ts';
import { contactPieces } from './contact-links.ts';
import { splitTerm } from './lead.ts';
import { headingId, Paragraphs, Point } from './line-parts.tsx';
import { offerOf } from './live.ts';
import { useScreen } from './screen.tsx';

/** A hand-over; `live`: what it offers can be pressed. */
export function Handover(props: {
  readonly line: BotLine;
  readonly reply: Extract<Reply, { kind: 'handover' }>;
  readonly live: boolean;
}) {
  const { line, reply, live } = props;
  const { texts } = useScreen();
  const offer = live ? offerOf(reply) : null;
  return (
    <div class="handover">
      <Point line={line} text={reply.text} />
      <div class="meaning">
        <Paragraphs text={reply.why} />
      </div>
      <Terms title={texts.summary} lines={reply.summary} />
      <Terms title={texts.contacts} lines={reply.contacts} />
      {offer !== null && <Outcomes offer={offer} labelledBy={headingId(line)} />}
    </div>
  );
}

/** Lines of `Term: words`. */
function Terms({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section class="terms">
      <h3>{title}</h3>
      <ul>
        {lines.map((line, index) => {
          const { term, words } = splitTerm(line);
          return (
            <li key={index} dir="auto">
              {term !== null && <strong>{term}</strong>}
              <span>
                <Linked text={words} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Linked({ text }: { readonly text: string }) {
  return (
    <>
      {contactPieces(text).map((piece, index) =>
        piece.href === null ? (
          piece.text
        ) : (
          <a key={index} href={piece.href}>
            {piece.text}
          </a>
        ),
      )}
    </>
  );
}
