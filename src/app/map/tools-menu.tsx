import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Legend } from './legend.tsx';
import type { MapController } from './map-controller.ts';
import { MapIcon } from './map-icon.tsx';
import { mapMessages } from './map-messages.ts';
import { savePicture } from './picture.ts';
import type { ToolHand } from './tool.ts';

/** On a phone: what stands beside the map elsewhere, as a sheet of large rows. */
export function ToolsMenu({ controller, hand }: { readonly controller: MapController; readonly hand: ToolHand }) {
  const t = mapMessages.value;
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
  }, []);
  const row = (icon: Parameters<typeof MapIcon>[0]['name'], label: string, act: () => void) => (
    <button
      type="button"
      class="map-tool-row"
      onClick={() => {
        panel.current?.hidePopover();
        act();
      }}
    >
      <MapIcon name={icon} />
      {label}
    </button>
  );
  return (
    <>
      <button
        type="button"
        class="map-button"
        popovertarget="map-tools"
        title={t.tools}
        aria-label={t.tools}
        aria-expanded={open.value}
      >
        <MapIcon name="ruler" />
      </button>
      <div ref={panel} id="map-tools" popover="auto" class="map-menu is-sheet" role="dialog" aria-label={t.tools}>
        {open.value && (
          <>
            {row('ruler', t.toolMeasure, () => hand.start('measure'))}
            {row('polygon', t.toolDraw, () => hand.start('box'))}
            {row('fit', t.fit, () => controller.fitResults())}
            {row('north', t.north, () => controller.map.easeTo({ bearing: 0 }))}
            {row('picture', t.toolPicture, () => void savePicture(controller.map))}
            <Legend inSheet />
          </>
        )}
      </div>
    </>
  );
}
