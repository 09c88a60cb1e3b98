/** Small parts that several replies share. */

import type { BotLine } from './connection/snapshot.ts';
import { paragraphs } from './lead.ts';

/** Id of the heading of a line: what its buttons are labelled by. */
export const headingId = (line: BotLine): string => `heading-${line.id}`;

/** Paragraphs of plain text, each with the direction of its own words. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {paragraphs(text).map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
    </>
  );
}

/** What is said before the point. */
export function Before({ texts }: { readonly texts: readonly string[] }) {
  return texts.length === 0 ? null : (
    <div class="before">
      <Paragraphs text={texts.join('\n\n')} />
    </div>
  );
}

/** A text of which the last paragraph is the point: it is the heading of its line. */
export function Point({ line, text }: { readonly line: BotLine; readonly text: string }) {
  const all = paragraphs(text);
  return (
    <>
      <Before texts={all.slice(0, -1)} />
      <h2 id={headingId(line)} dir="auto">
        {all[all.length - 1]}
      </h2>
    </>
  );
}

/** Something to read only if one wants to; whoever opens it has it in sight. */
export function Disclosure({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details
      class="disclosure"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
    >
      <summary>{title}</summary>
      <div>
        <Paragraphs text={text} />
      </div>
    </details>
  );
}
