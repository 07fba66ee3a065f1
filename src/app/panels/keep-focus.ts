/** What the Tab key stops at, and what was given a focus of its own as the title of a view. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

interface Held {
  readonly element: Element;
  /** What holds it, from the nearest outwards, each with the place in it where the way down begins. */
  readonly holders: readonly { readonly holder: Element; readonly at: number }[];
}

/**
 * Keeps the focus near where a person is. The button that clears a filter goes with its filter, a step button at the end
 * of its range cannot be pressed any more: the focus then moves on to what stands where it stood, and is never dropped to
 * the start of the page. Returns a function that stops it.
 */
export function keepFocus(root: Document): () => void {
  let held: Held | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof Element) held = hold(target);
  };
  /** Someone who presses the pointer on nothing wants nothing to be focused; what can be focused is so after this. */
  const onPress = () => {
    held = null;
  };
  const onChange = () => {
    const active = root.activeElement;
    if (!held || (active !== null && active !== root.body && !isOff(active))) return;
    if (held.element.isConnected && isStop(held.element)) return;
    const next = nextStop(held);
    held = null;
    next?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(onChange);
  observer.observe(root.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', onFocus);
  root.addEventListener('pointerdown', onPress, { capture: true });
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', onFocus);
    root.removeEventListener('pointerdown', onPress, { capture: true });
  };
}

function hold(element: Element): Held {
  const holders: { holder: Element; at: number }[] = [];
  for (let child = element, holder = child.parentElement; holder; child = holder, holder = child.parentElement)
    holders.push({ holder, at: [...holder.children].indexOf(child) });
  return { element, holders };
}

const isOff = (element: Element) => 'disabled' in element && element.disabled === true;
const isStop = (element: Element) => !isOff(element) && element.checkVisibility({ visibilityProperty: true });

/** The stop that follows in the nearest holder that is still there, else the one before; in a region, its title. */
function nextStop({ holders }: Held): HTMLElement | null {
  for (const { holder, at } of holders) {
    if (!holder.isConnected || !holder.checkVisibility()) continue;
    // a view that is still on its way has no title yet: the region that it will stand in
    if (holder.id === 'reading')
      return holder.querySelector<HTMLElement>('h2[tabindex="-1"]') ?? (holder as HTMLElement);
    const stops = [...holder.querySelectorAll<HTMLElement>(STOPS)].filter(isStop);
    const child = holder.children[at];
    const after = child
      ? stops.find(
          (stop) => child.contains(stop) || child.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING,
        )
      : undefined;
    const found = after ?? stops.at(-1);
    if (found) return found;
  }
  return null;
}
