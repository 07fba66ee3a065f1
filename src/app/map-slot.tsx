import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { messages } from './i18n/locale.ts';
import { wakeGraphics } from './parts/wake-graphics.ts';

const view = signal<ComponentType | null>(null);
const failed = signal(false);

/** The map, which arrives after the text can be read. */
export function MapSlot() {
  const t = messages.value;
  useEffect(() => {
    Promise.all([import('./map/map-view.tsx'), wakeGraphics()]).then(
      ([module]) => {
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
