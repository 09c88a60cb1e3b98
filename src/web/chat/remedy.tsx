/** A remedy as a checklist: what it is, its steps to tick off, and what became of it. */

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../../core/conversation.ts';
import { fill } from '../texts/texts.ts';
import { Outcomes } from './choices.tsx';
import type { BotLine } from './connection/snapshot.ts';
import { splitLead } from './lead.ts';
import { Before, headingId, Paragraphs } from './line-parts.tsx';
import { offerOf } from './live.ts';
import { useScreen } from './screen.tsx';
import { Step } from './step.tsx';

/** A remedy; `live`: its outcome can be told. Its steps can always be ticked; one without steps only asks what became of it. */
export function Remedy(props: {
  readonly line: BotLine;
  readonly reply: Extract<Reply, { kind: 'remedy' }>;
  readonly live: boolean;
}) {
  const { line, reply, live } = props;
  const { texts, ticks, narrow, tick } = useScreen();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const ticked = ticks[line.id] ?? [];
  const current = reply.steps.find(({ id }) => !ticked.includes(id))?.id ?? null;
  const { before, title, meaning } = splitLead(reply.text);
  const offer = live ? offerOf(reply) : null;
  const whole = useRef<HTMLDivElement>(null);
  useNextInSight(whole, current);
  const onlyAsks = reply.steps.length === 0;
  const outcomeId = onlyAsks ? headingId(line) : `${headingId(line)}-outcome`;
  return (
    <div class="remedy" ref={whole}>
      <Before texts={before} />
      <h2 id={headingId(line)} dir="auto">
        {title}
      </h2>
      <div class="meaning">
        <Paragraphs text={meaning} />
      </div>
      {reply.why !== '' && (
        <div class="pointer">
          <Paragraphs text={reply.why} />
        </div>
      )}
      {!onlyAsks && (
        <>
          <Progress
            done={reply.steps.filter(({ id }) => ticked.includes(id)).length}
            all={reply.steps.length}
          />
          <ol class="steps">
            {reply.steps.map((step) => (
              <Step
                key={step.id}
                id={`${line.id}-${step.id}`}
                step={step}
                who={line.roles[step.by] ?? step.by}
                ticked={ticked.includes(step.id)}
                current={live && step.id === current}
                folded={narrow && !opened.includes(step.id) && !(live && step.id === current)}
                onTick={(value) => tick(line, step.id, value)}
                onOpen={() => setOpened([...opened, step.id])}
              />
            ))}
          </ol>
        </>
      )}
      {offer !== null && (
        <div class={current === null && !onlyAsks ? 'outcome is-next' : 'outcome'}>
          {!onlyAsks && <h3 id={outcomeId}>{texts.didItHelp}</h3>}
          <Outcomes offer={offer} labelledBy={outcomeId} />
        </div>
      )}
    </div>
  );
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  const { texts } = useScreen();
  return (
    <div class="progress">
      <h3>{texts.steps}</h3>
      <span class="count">{fill(texts.progress, { done, all })}</span>
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${all === 0 ? 0 : (100 * done) / all}%` }} />
      </span>
    </div>
  );
}

/** Brings what comes next into sight once a step is ticked: the step after it, or the outcome after the last one. */
function useNextInSight(whole: RefObject<HTMLElement | null>, current: string | null): void {
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    whole.current?.querySelector('.is-current, .is-next')?.scrollIntoView({ block: 'nearest' });
  }, [whole, current]);
}
