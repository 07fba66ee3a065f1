import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A view whose code is fetched when it is first shown, so that the first view loads little. `focus` selects what takes the
 * focus when the code has come and nothing else holds it.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, focus?: string): ComponentType<P> {
  const loaded = signal<ComponentType<P> | null>(null);
  return function Later(props: P) {
    useEffect(() => {
      // without its code (the page has been replaced, or the host is gone) the view stays empty until it is shown again
      if (!loaded.peek())
        load().then(
          (view) => {
            loaded.value = view;
            if (focus) setTimeout(() => focusOn(focus), 0);
          },
          () => {},
        );
    }, []);
    const View = loaded.value;
    return View && <View {...(props as P & JSX.IntrinsicAttributes)} />;
  };
}

function focusOn(selector: string): void {
  const active = document.activeElement;
  if (!active || active === document.body)
    document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
