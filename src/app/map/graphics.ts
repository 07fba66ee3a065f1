const probeWebgl = () => document.createElement('canvas').getContext('webgl2');

export const hasWebgl = () => probeWebgl() !== null;

/** Names by which drivers say that the processor draws in place of a graphics card: of Chromium, of Mesa (two), of Windows. */
const SOFTWARE = /SwiftShader|llvmpipe|softpipe|Basic Render/i;

/**
 * Whether the processor itself draws the map, as on many remote and virtual machines: a frame then costs a tenth of a
 * second and not a hundredth, and what fades in over ten frames comes a second late.
 */
export function drawsInSoftware(): boolean {
  const probe = probeWebgl();
  if (!probe) return false;
  const named = probe.getExtension('WEBGL_debug_renderer_info');
  const renderer = probe.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : probe.RENDERER);
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(String(renderer));
}
