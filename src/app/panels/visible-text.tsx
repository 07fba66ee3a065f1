import type { ComponentChildren } from 'preact';
import { messages } from '../i18n/locale.ts';

/** Marks that make letters run against their own direction: with them a text can be made to look like another. */
const OVERRIDE = /[\u202d\u202e]/;

/** Text as it is shown: overrides of direction are seen and do nothing. Each sign is as long as the mark, so that offsets hold. */
export function visibleText(text: string): ComponentChildren {
  if (!OVERRIDE.test(text)) return text;
  return text.split(/([\u202d\u202e])/).map((part, at) => {
    if (at % 2 === 0) return part;
    const label = messages.value.own.hiddenMark(part.charCodeAt(0).toString(16).toUpperCase());
    return (
      <span key={at} class="bidi-mark" role="img" aria-label={label} title={label}>
        ⇄
      </span>
    );
  });
}
