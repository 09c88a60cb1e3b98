/** One thing that was said, by the person or by the bot. */

import { useState } from 'preact/hooks';
import { complaintText } from './complaint.ts';
import type { BotLine, Line, PersonLine } from './connection/snapshot.ts';
import { measureDraft } from './draft.ts';
import { Handover } from './handover.tsx';
import { Icon } from './icons.tsx';
import { splitLead } from './lead.ts';
import { Before, Paragraphs } from './line-parts.tsx';
import { Question } from './question.tsx';
import { Remedy } from './remedy.tsx';
import { useScreen } from './screen.tsx';

/** How a line stands. */
export interface Standing {
  /** Its buttons can be pressed. */
  readonly live: boolean;
  /** It is all that was said so far. */
  readonly opens: boolean;
}

/** A line of the conversation. */
export function LineView({ line, ...standing }: { readonly line: Line } & Standing) {
  return line.from === 'person' ? <Said line={line} /> : <ReplyView line={line} {...standing} />;
}

/** What the person said, and what became of it where it is not sent. */
function Said({ line }: { readonly line: PersonLine }) {
  const { texts, complaint, editAgain } = useScreen();
  const [isCut, setCut] = useState(() => measureDraft(line.text).isLong);
  return (
    <div class={`said is-${line.delivery}`}>
      <p dir="auto">
        <span class="unseen">{texts.you}: </span>
        {line.pressed !== null && <Icon name="done" />}
        <span class={isCut ? 'said-text is-cut' : 'said-text'}>{line.text}</span>
      </p>
      {isCut && (
        <button type="button" class="link" onClick={() => setCut(false)}>
          {texts.showAll}
        </button>
      )}
      {line.delivery === 'waiting' && (
        <p class="delivery">
          <Icon name="waiting" />
          {texts.waiting}
        </p>
      )}
      {line.delivery === 'refused' && (
        <p class="delivery">
          <span>
            {texts.refused} {complaint !== null && complaintText(texts, complaint)}
          </span>
          <button type="button" class="link" onClick={() => editAgain(line)}>
            {texts.editAgain}
          </button>
        </p>
      )}
    </div>
  );
}

function ReplyView({ line, live, opens }: { readonly line: BotLine } & Standing) {
  const { reply } = line;
  switch (reply.kind) {
    case 'question':
    case 'confirm':
      return <Question line={line} reply={reply} live={live} />;
    case 'remedy':
      return <Remedy line={line} reply={reply} live={live} />;
    case 'handover':
      return <Handover line={line} reply={reply} live={live} />;
    case 'answer':
      return (
        <div class="words is-answer">
          <Paragraphs text={reply.text} />
        </div>
      );
    case 'refusal':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      if (opens) return <Opening text={reply.text} />;
      return (
        <div class={`words is-${reply.kind}`}>
          <Paragraphs text={reply.text} />
        </div>
      );
  }
}

/** The first thing that is said has the screen to itself. */
function Opening({ text }: { readonly text: string }) {
  const { before, title, meaning } = splitLead(text);
  return (
    <div class="opening">
      <Before texts={before} />
      <h2 dir="auto">{title}</h2>
      <Paragraphs text={meaning} />
    </div>
  );
}
