import { Icon, type IconName } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { fitResults, savePicture } from './carry-out.ts';
import { Legend } from './legend.tsx';
import type { MapController } from './map-controller.ts';
import { mapMessages } from './map-messages.ts';
import type { Tools } from './tools.ts';

const ID = 'map-tools';

/** Where there is little room: what stands beside the map elsewhere, as a sheet of large rows. */
export function ToolsMenu({ controller, tools }: { readonly controller: MapController; readonly tools: Tools }) {
  const t = mapMessages.value;
  const { map } = controller;
  const row = (icon: IconName, label: string, act: () => void) => (
    <button
      type="button"
      class="map-tool-row"
      onClick={() => {
        document.getElementById(ID)?.hidePopover();
        act();
      }}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
  return (
    <Popover
      id={ID}
      label={t.tools}
      title={t.tools}
      at="styled"
      buttonClass="map-button"
      panelClass="map-menu is-sheet"
      button={
        <>
          <Icon name="ruler" />
          <span class="visually-hidden">{t.tools}</span>
        </>
      }
    >
      {() => (
        <>
          {row('ruler', t.toolMeasure, () => tools.start('measure'))}
          {row('polygon', t.toolDraw, () => tools.start('box'))}
          {row('plus', t.zoomIn, () => map.zoomIn())}
          {row('minus', t.zoomOut, () => map.zoomOut())}
          {row('fit', t.fit, () => fitResults(map))}
          {row('north', t.north, () => map.easeTo({ bearing: 0 }))}
          {row('picture', t.toolPicture, () => void savePicture(map))}
          <Legend inSheet />
        </>
      )}
    </Popover>
  );
}
