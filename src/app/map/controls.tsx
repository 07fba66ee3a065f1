import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon, type IconName } from '../parts/icon.tsx';
import { isPhone, isShort } from '../state/app-state.ts';
import { flightTime } from './camera.ts';
import { fitResults, savePicture } from './carry-out.ts';
import { LayersMenu } from './layers-menu.tsx';
import { frame } from './map-context.ts';
import type { MapController } from './map-controller.ts';
import { mapMessages } from './map-messages.ts';
import { tool } from './tool.ts';
import type { Tools } from './tools.ts';
import { ToolsMenu } from './tools-menu.tsx';

interface ButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly turn?: number;
}

export function MapButton({ icon, label, onClick, pressed, turn }: ButtonProps) {
  return (
    <button type="button" class="map-button" title={label} aria-label={label} aria-pressed={pressed} onClick={onClick}>
      <span style={turn ? { transform: `rotate(${turn}deg)` } : undefined}>
        <Icon name={icon} />
      </span>
    </button>
  );
}

/** Zoom, north, results, full screen; tools; layers. Where there is little room, all but the layers moves into a sheet. */
export function Controls({ controller, tools }: { readonly controller: MapController; readonly tools: Tools }) {
  const t = mapMessages.value;
  const { map } = controller;
  const full = useSignal(false);
  useEffect(() => {
    const onChange = () => {
      full.value = document.fullscreenElement !== null;
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  const toggleFull = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void map.getContainer().closest('.map-area, .map')?.requestFullscreen();
  };
  const drawing = tool.value !== null && tool.value.name !== 'measure';
  const easing = () => ({ duration: Math.min(300, flightTime()) });
  if (isPhone.value || isShort.value)
    return (
      <div class="map-controls">
        <div class="map-group">
          <LayersMenu />
          <ToolsMenu controller={controller} tools={tools} />
        </div>
      </div>
    );
  return (
    <div class="map-controls">
      <div class="map-group">
        <MapButton icon="plus" label={t.zoomIn} onClick={() => map.zoomIn(easing())} />
        <MapButton icon="minus" label={t.zoomOut} onClick={() => map.zoomOut(easing())} />
        <MapButton
          icon="north"
          label={t.north}
          turn={-(frame.value?.bearing ?? 0)}
          onClick={() => map.easeTo({ bearing: 0, ...easing() })}
        />
        <MapButton icon="fit" label={t.fit} onClick={() => fitResults(map)} />
        {document.fullscreenEnabled && (
          <MapButton
            icon={full.value ? 'leave' : 'full'}
            label={full.value ? t.leaveFullScreen : t.fullScreen}
            onClick={toggleFull}
          />
        )}
      </div>
      <div class="map-group">
        <MapButton
          icon="ruler"
          label={t.measure}
          pressed={tool.value?.name === 'measure'}
          onClick={() => (tool.value?.name === 'measure' ? tools.stop() : tools.start('measure'))}
        />
        <MapButton
          icon="polygon"
          label={t.draw}
          pressed={drawing}
          onClick={() => (drawing ? tools.stop() : tools.start('box'))}
        />
        <LayersMenu />
        <MapButton icon="picture" label={t.picture} onClick={() => void savePicture(map)} />
      </div>
    </div>
  );
}
