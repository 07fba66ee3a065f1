import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A view whose code is fetched when it is first shown, so that the first view loads little. */
export function later(load: () => Promise<ComponentType>): ComponentType {
  const loaded = signal<ComponentType | null>(null);
  return function Later() {
    useEffect(() => {
      // without its code (the page has been replaced, or the host is gone) the view stays empty until it is shown again
      if (!loaded.peek())
        load().then(
          (view) => {
            loaded.value = view;
          },
          () => {},
        );
    }, []);
    const View = loaded.value;
    return View && <View />;
  };
}
