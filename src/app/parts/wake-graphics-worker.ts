/*
 * Makes a context of the smallest size, tells when it is there, gives it back and ends. Ended from outside while it was
 * still being loaded, it would leave a request open for good.
 */
const context = 'OffscreenCanvas' in globalThis ? new OffscreenCanvas(1, 1).getContext('webgl2') : null;
context?.getExtension('WEBGL_lose_context')?.loseContext();
postMessage(context !== null);
close();
