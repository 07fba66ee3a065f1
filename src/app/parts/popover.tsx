import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PopoverProps {
  readonly id: string;
  readonly button: ComponentChildren;
  readonly buttonClass: string;
  readonly label: string;
  readonly title?: string;
  /** Below its button, beside it towards the inline start, or where the style sheet puts it. */
  readonly at?: 'below' | 'beside' | 'styled';
  readonly panelClass?: string;
  readonly children: () => ComponentChildren;
}

const GAP = 6;
const EDGE = 8;

function place(element: HTMLElement, anchor: HTMLElement, at: 'below' | 'beside'): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const besides = rtl ? box.right + GAP : box.left - GAP - width;
  const wanted = at === 'beside' ? besides : rtl ? box.right - width : box.left;
  const top = at === 'below' ? box.bottom + GAP : Math.max(EDGE, Math.min(box.top, innerHeight - height - EDGE));
  element.style.left = `${Math.max(EDGE, Math.min(innerWidth - width - EDGE, wanted))}px`;
  element.style.top = `${top}px`;
  // what opens inside scrolls
  element.style.maxHeight = `${innerHeight - top - EDGE}px`;
}

/** A button with what it opens. The browser closes it on Escape or a click elsewhere and gives the focus back. */
export function Popover({
  id,
  button,
  buttonClass,
  label,
  title,
  at = 'below',
  panelClass = 'popover',
  children,
}: PopoverProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const onToggle = (event: Event) => {
      open.value = (event as ToggleEvent).newState === 'open';
    };
    element.addEventListener('beforetoggle', onToggle);
    return () => element.removeEventListener('beforetoggle', onToggle);
  }, [open]);
  const isOpen = open.value;
  useEffect(() => {
    const element = panel.current;
    const anchor = trigger.current;
    if (!isOpen || !element || !anchor) return;
    if (at === 'styled') return;
    const settle = () => place(element, anchor, at);
    settle();
    addEventListener('resize', settle);
    // what it holds may arrive, or grow, while it is open
    const observer = new ResizeObserver(() => requestAnimationFrame(settle));
    observer.observe(element);
    return () => {
      removeEventListener('resize', settle);
      observer.disconnect();
    };
  }, [isOpen, at]);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        class={buttonClass}
        popovertarget={id}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={title}
      >
        {button}
      </button>
      <div ref={panel} id={id} popover="auto" class={panelClass} role="dialog" aria-label={label}>
        {isOpen && children()}
      </div>
    </>
  );
}
