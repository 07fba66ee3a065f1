import { messages } from '../i18n/locale.ts';
import { announce } from '../panels/live-region.tsx';
import { takeOver } from './open-atlas.ts';
import { ask, listenElsewhere } from './own-client.ts';
import { justDone, own } from './own-state.ts';

let stale = false;
let catching = false;

/** Takes over what another tab has changed, once this one is looked at; returns a function that stops it. */
export function followOtherTabs(): () => void {
  const onVisible = () => void catchUp();
  listenElsewhere(() => {
    stale = true;
    void catchUp();
  });
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    listenElsewhere(() => {});
    document.removeEventListener('visibilitychange', onVisible);
  };
}

async function catchUp(): Promise<void> {
  if (catching) return;
  catching = true;
  while (stale && !document.hidden) {
    stale = false;
    // where even this fails, the next request tells why
    await refresh().catch(() => {});
  }
  catching = false;
}

/** Shows what is kept now, and says what was on the map and is not there any more. */
export async function refresh(): Promise<void> {
  const answer = await ask({ type: 'refresh' });
  const { corpora, shown } = own.peek();
  const left = new Set(answer.state.corpora.map(({ id }) => id));
  const gone = corpora.find(({ id }) => shown.includes(id) && !left.has(id));
  await takeOver(answer);
  if (!gone) return;
  const o = messages.peek().own;
  const text = o.removedElsewhere(gone.title || o.unnamed);
  justDone.value = { text, way: null };
  announce(text);
}
