import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { later } from '../parts/later.tsx';
import { hoverPlace, selectPlace } from '../state/actions.ts';
import { atlas, comparison, hoveredPlace, isPhone } from '../state/app-state.ts';
import { picking } from '../state/pick.ts';
import { Controls } from './controls.tsx';
import { Coordinates, markCentre } from './coordinates.tsx';
import { Degrees } from './degrees.tsx';
import { hasWebgl } from './graphics.ts';
import { Legend } from './legend.tsx';
import { Locator } from './locator.tsx';
import { pointedLine } from './map-context.ts';
import { MapController } from './map-controller.ts';
import { mapMessages } from './map-messages.ts';
import { ScaleBar } from './scale-bar.tsx';
import { tool } from './tool.ts';
import type { ToolHand } from './tool-hand.ts';
import { Tools } from './tools.ts';
import { Tooltip } from './tooltip.tsx';
import './map.css';

const CompareKey = later(() => import('./compare-key.tsx').then((module) => module.CompareKey));
const PickHand = later<{ readonly controller: MapController }>(() =>
  import('./pick-hand.tsx').then((module) => module.PickHand),
);

/** The map, or `null` where there is no WebGL 2, which is asked only when it fails: each context that is tried out takes its time. */
function makeMap(element: HTMLElement): MapController | null {
  try {
    return new MapController(element);
  } catch (error) {
    if (hasWebgl()) throw error;
    return null;
  }
}

/** The map with what floats over it. Loaded after the text can be read. */
export function MapView() {
  const canvas = useRef<HTMLDivElement>(null);
  const controller = useSignal<MapController | null>(null);
  const tools = useRef<Tools | null>(null);
  const able = useSignal(true);
  useEffect(() => {
    if (!canvas.current) return;
    const element = canvas.current;
    const made = makeMap(element);
    if (!made) {
      able.value = false;
      return;
    }
    const onKeyDown = (event: KeyboardEvent) => onKey(event, made, tools.current);
    element.addEventListener('keydown', onKeyDown);
    tools.current = new Tools(made);
    controller.value = made;
    return () => {
      controller.value = null;
      tools.current?.destroy();
      element.removeEventListener('keydown', onKeyDown);
      made.destroy();
    };
  }, []);
  if (!able.value) return <p class="map-refusal">{mapMessages.value.noWebgl}</p>;
  const map = controller.value;
  const Bar = tools.current?.bar.value;
  const hand = tools.current?.hand;
  return (
    <div class={`map${isPhone.value ? ' is-phone-map' : ''}`}>
      <div class="map-canvas" ref={canvas} />
      <Degrees />
      {map && tools.current && <Controls controller={map} tools={tools.current} />}
      {comparison.value && !tool.value && <CompareKey />}
      {Bar && hand && <Bar hand={hand} />}
      {map && picking.value && <PickHand controller={map} />}
      {tool.value && <div class="map-cross" aria-hidden="true" />}
      <div class="map-foot">
        <ScaleBar />
        <Legend />
      </div>
      <Locator />
      {map && <Coordinates map={map.map} />}
      <Tooltip />
    </div>
  );
}

/** N and P go through the places in view, the most mentioned first; Enter opens the one that is pointed at; C gives the coordinates of the middle. */
function onKey(event: KeyboardEvent, controller: MapController, tools: Tools | null): void {
  if (tool.peek() && tools?.hand) {
    onToolKey(event, tools.hand);
    return;
  }
  if (!(event.target instanceof HTMLCanvasElement) || event.ctrlKey || event.metaKey || event.altKey || controller.busy)
    return;
  const step = event.key === 'n' || event.key === 'N' ? 1 : event.key === 'p' || event.key === 'P' ? -1 : 0;
  const now = hoveredPlace.peek();
  if (step !== 0) {
    const places = controller.pointer.placesInView();
    if (places.length === 0) return;
    const at = places.indexOf(now);
    controller.pointer.pointAt(
      places[(at < 0 && step < 0 ? places.length - 1 : at + step + places.length) % places.length]!,
    );
    event.preventDefault();
  } else if (event.key === 'Enter' && now >= 0) {
    selectPlace(atlas.peek()!.places[now]!.id, { move: false });
    event.preventDefault();
  } else if (event.key === 'c' || event.key === 'C') {
    markCentre(controller.map);
    event.preventDefault();
  } else if (event.key === 'Escape' && (now >= 0 || pointedLine.peek() !== null)) {
    hoverPlace(-1);
    pointedLine.value = null;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Enter sets a point in the middle of the map, or ends where nothing is to be added; Escape leaves the tool. */
function onToolKey(event: KeyboardEvent, hand: ToolHand): void {
  if (event.key === 'Escape') hand.stop();
  else if (event.key === 'Enter' && event.target instanceof HTMLCanvasElement) hand.enter();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
