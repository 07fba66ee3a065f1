import type { ComponentChildren, JSX } from 'preact';
import { select, selectPlace } from '../state/actions.ts';
import { language, type Selection } from '../state/app-state.ts';
import { EMPTY_STATE, encodeState } from '../state/url.ts';

interface StateLinkProps extends Omit<JSX.HTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Selection;
  readonly children?: ComponentChildren;
  readonly [data: `data-${string}`]: string | number | undefined;
}

/** A true link to a state of the screen: it opens here on a click and elsewhere when the browser is asked to. */
export function StateLink({ to, children, onClick, ...rest }: StateLinkProps) {
  const open = (event: JSX.TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    if (to.type === 'place') selectPlace(to.id);
    else select(to);
  };
  return (
    <a {...rest} href={`#${encodeState({ ...EMPTY_STATE, selection: to, language: language.value })}`} onClick={open}>
      {children}
    </a>
  );
}
