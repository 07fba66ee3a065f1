/* Makes a context of the smallest size, tells when it is there, and gives it back. */
const context = 'OffscreenCanvas' in globalThis ? new OffscreenCanvas(1, 1).getContext('webgl2') : null;
context?.getExtension('WEBGL_lose_context')?.loseContext();
postMessage(context !== null);
