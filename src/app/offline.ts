/** The worker reads all that it keeps, which the opening of the page would feel. */
const AFTER_OPENING_MS = 4000;

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
  const registerLater = () => setTimeout(register, AFTER_OPENING_MS);
  if (document.readyState === 'complete') registerLater();
  else window.addEventListener('load', registerLater, { once: true });
}
