import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { messages } from './i18n/locale.ts';

type MapModule = { readonly MapView: ComponentType };

const view = signal<ComponentType | null>(null);
const failed = signal(false);

// A pattern rather than a path, so that the explorer can be built and read without its map.
const modules = import.meta.glob<MapModule>('./map/map-view.tsx');

/** The map, which arrives after the text can be read. */
export function MapSlot() {
  const t = messages.value;
  useEffect(() => {
    const load = modules['./map/map-view.tsx'];
    if (!load) {
      failed.value = true;
      return;
    }
    load().then(
      (module) => {
        view.value = module.MapView;
      },
      () => {
        failed.value = true;
      },
    );
  }, []);
  const View = view.value;
  if (View) return <View />;
  return <div class="map-placeholder">{failed.value ? <p>{t.noMap}</p> : <p class="quiet">{t.loadingMap}</p>}</div>;
}
