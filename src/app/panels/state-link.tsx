import { computed } from '@preact/signals';
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { select, selectPlace } from '../state/actions.ts';
import { language, type Selection } from '../state/app-state.ts';
import { EMPTY_STATE, encodeSelection, encodeState } from '../state/url.ts';

interface StateLinkProps {
  readonly to: Selection;
  readonly children?: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-current'?: 'true' | undefined;
  readonly 'data-place'?: number;
  readonly 'data-start'?: number;
  readonly onPointerEnter?: () => void;
  readonly onPointerLeave?: () => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

/** The whole address rather than `#…` alone: these lead to another state, not to a part of the page. */
const pageAddress = computed(() => {
  const { origin, pathname, search } = location;
  return { start: `${origin}${pathname}${search}#`, end: encodeState({ ...EMPTY_STATE, language: language.value }) };
});

function addressOf(to: Selection): string {
  const { start, end } = pageAddress.value;
  return `${start}${[encodeSelection(to), end].filter((part) => part !== '').join('&')}`;
}

/** A true link to a state of the screen: it opens here on a click and elsewhere when the browser is asked to. */
export function StateLink({ to, children, ...rest }: StateLinkProps) {
  const open = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    if (to.type === 'place') selectPlace(to.id);
    else select(to);
  };
  return (
    <a {...rest} href={addressOf(to)} onClick={open}>
      {children}
    </a>
  );
}
