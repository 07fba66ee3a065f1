import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PopoverProps {
  readonly id: string;
  readonly button: ComponentChildren;
  readonly buttonClass: string;
  readonly label: string;
  readonly title?: string;
  readonly children: () => ComponentChildren;
}

const GAP = 6;
const EDGE = 8;

/** A button with what it opens. The browser closes it on Escape or a click elsewhere and gives the focus back. */
export function Popover({ id, button, buttonClass, label, title, children }: PopoverProps) {
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
    const place = () => {
      const box = anchor.getBoundingClientRect();
      const width = element.offsetWidth;
      const rtl = getComputedStyle(anchor).direction === 'rtl';
      const wanted = rtl ? box.right - width : box.left;
      element.style.left = `${Math.max(EDGE, Math.min(innerWidth - width - EDGE, wanted))}px`;
      element.style.top = `${box.bottom + GAP}px`;
      element.style.maxHeight = `${innerHeight - box.bottom - GAP - EDGE}px`;
    };
    place();
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  }, [isOpen]);
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
      <div ref={panel} id={id} popover="auto" class="popover" role="dialog" aria-label={label}>
        {isOpen && children()}
      </div>
    </>
  );
}
