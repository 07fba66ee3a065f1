import type { Map as MapLibre } from 'maplibre-gl';

/** A map that is not whole yet is not shown in pieces, but for no longer than this. */
const LONGEST_MS = 3000;
const CLASS = 'is-opening';

/**
 * Shows a map when it is whole: while its sources and letters come, its frames make what drawing needs and draw nothing.
 * Each program of the graphics card is asked for its outcome when it is made, and the answer waits for all that was told
 * to draw before; with nothing to draw it comes at once, and the page can be read and used meanwhile.
 * `ready` says that the last source has been told its data.
 */
export function openWhole(map: MapLibre, ready: Promise<void>): void {
  const gl = map.getCanvas().getContext('webgl2');
  const stage = map.getContainer();
  if (!gl) return;
  stage.classList.add(CLASS);
  gl.drawElements = () => {};
  const open = () => {
    clearTimeout(timer);
    map.off('idle', open);
    // the method of the context comes back from its prototype
    Reflect.deleteProperty(gl, 'drawElements');
    map.once('render', () => stage.classList.remove(CLASS));
    map.triggerRepaint();
  };
  const timer = setTimeout(open, LONGEST_MS);
  map.once('remove', () => clearTimeout(timer));
  void ready.then(() => map.once('idle', open));
}
