/** Keeps the site for the time without a network; only built sites carry the worker, and not every address allows one. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => {
    navigator.serviceWorker
      .register(new URL('offline.js', document.baseURI), { scope: './', updateViaCache: 'none' })
      .catch(() => {
        // opened from a file or in a private window: everything works as long as the network does
      });
  };
  // after the first view, which is not to wait for it
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
