/** One step of a remedy: what to do, the caution before how it is done, by whom, and what is seen after it. */

import type { ShownStep } from '../../core/conversation.ts';
import { Icon } from './icons.tsx';
import { Disclosure } from './line-parts.tsx';
import { useScreen } from './screen.tsx';

/** A step as it stands in its list. */
export interface StepProps {
  /** Unique on the page. */
  readonly id: string;
  readonly step: ShownStep;
  /** Label of the role that does it. */
  readonly who: string;
  readonly ticked: boolean;
  /** The one to do now. */
  readonly current: boolean;
  /** Shows only its first words and that there is a caution, until it is opened. */
  readonly folded: boolean;
  readonly onTick: (ticked: boolean) => void;
  readonly onOpen: () => void;
}

/** A row of the checklist. */
export function Step(props: StepProps) {
  const { id, step, who, ticked, current, folded, onTick, onOpen } = props;
  const { texts } = useScreen();
  const marks = [
    'step',
    ...(ticked ? ['is-ticked'] : []),
    ...(current ? ['is-current'] : []),
    ...(folded ? ['is-folded'] : []),
    ...(step.mayDo ? [] : ['is-fetch']),
  ];
  const lead = step.title ?? step.do;
  const caution = step.caution !== null && (
    <Caution id={`${id}-caution`} text={step.caution} folded={folded} />
  );
  const isTitled = !folded && step.title !== undefined;
  return (
    <li class={marks.join(' ')}>
      {!isTitled && caution}
      {!step.mayDo && <Fetch who={who} />}
      <div class="step-row">
        <input
          type="checkbox"
          id={id}
          checked={ticked}
          aria-label={folded ? lead : undefined}
          aria-describedby={step.caution === null ? undefined : `${id}-caution`}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        {folded ? (
          <button type="button" class="unfold" aria-expanded={false} onClick={onOpen}>
            <span dir="auto">{lead}</span>
            <Icon name="unfold" />
          </button>
        ) : (
          <label for={id} dir="auto">
            {lead}
          </label>
        )}
      </div>
      {isTitled && caution}
      {isTitled && (
        <p class="how" dir="auto">
          {step.do}
        </p>
      )}
      {!folded && step.mayDo && (
        <p class="role">
          <span class="unseen">{texts.by} </span>
          {who}
        </p>
      )}
      {!folded && step.see !== null && (
        <p class="see" dir="auto">
          <strong>{texts.expect}</strong> {step.see}
        </p>
      )}
      {!folded && step.cannot !== null && <Disclosure title={texts.otherwise} text={step.cannot} />}
    </li>
  );
}

function Caution({
  id,
  text,
  folded,
}: {
  readonly id: string;
  readonly text: string;
  readonly folded: boolean;
}) {
  const { texts } = useScreen();
  return (
    <p class="caution">
      <Icon name="caution" />
      <span>
        <strong>{texts.caution}</strong>
        <span id={id} dir="auto" class={folded ? 'unseen' : 'caution-text'}>
          {text}
        </span>
      </span>
    </p>
  );
}

/** Somebody else must come: marked so that nobody starts on it alone. */
function Fetch({ who }: { readonly who: string }) {
  const { texts } = useScreen();
  return (
    <p class="fetch">
      <Icon name="person" />
      <span>
        <span class="unseen">{texts.fetch} </span>
        {who}
      </span>
    </p>
  );
}
