import { batch, effect } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import { type OwnState, type OwnView, SITE } from '../../worker/analysis-messages.ts';
import { dataUrl, fetchAtlas, fetchJson, loadAtlas, takeDocumentsFrom } from '../data/load.ts';
import { atlas, embed, shapes } from '../state/app-state.ts';
import { prepareCounts } from '../state/counts.ts';
import { ask, openOwn } from './own-client.ts';
import { leaveCorpus, own, ownView, readViewsBy, showView } from './own-state.ts';

/** Says that something is kept, so that nobody else waits for the keeper when the page is opened. */
const FLAG = `mawdi-own ${location.pathname}`;

readViewsBy((view) => {
  const originOf = new Map(view.atlas.documents.map(({ file }, index) => [file, view.origins[index]]));
  const database = `mawdi ${new URL('./', document.baseURI).pathname}`;
  return {
    read: (file) => {
      const origin = originOf.get(file);
      return origin
        ? ask({ type: 'document', corpus: origin.corpus, order: origin.order })
        : Promise.reject(new Error(`no document ${file}`));
    },
    address: (file) => {
      const origin = originOf.get(file);
      if (!origin) return dataUrl(file);
      const site = origin.file === undefined ? null : dataUrl(origin.file);
      return `own:${JSON.stringify([database, origin.corpus, origin.order, site])}`;
    },
  };
});

/** Loads what was shown last: the site's atlas, or a person's own documents. */
export async function openAtlas(): Promise<void> {
  followState();
  if (embed.peek() || !isFlagged()) return loadAtlas();
  try {
    const { state, view } = await openOwn();
    own.value = state;
    if (view) await showView(view);
    else await loadAtlas();
  } catch {
    // what is kept cannot be read: the site is still there
    await loadAtlas();
  }
}

/** Takes over what the keeper answered: the state, and the view that is shown with it. */
export async function takeOver({
  state,
  view,
}: {
  readonly state: OwnState;
  readonly view: OwnView | null;
}): Promise<void> {
  own.value = state;
  if (view) await showView(view);
  else if (ownView.peek() && state.shown.every((id) => id === SITE) && state.siteCorrections.length === 0)
    await showSite();
}

/** Back to the site as it was made. */
async function showSite(): Promise<void> {
  const other = ownView.peek()?.ids.some((id) => id !== SITE) === true;
  const [site, drawn] = await Promise.all([fetchAtlas(), fetchJson<FeatureCollection>('shapes.geojson')]);
  await prepareCounts(site);
  batch(() => {
    ownView.value = null;
    takeDocumentsFrom(null, { refresh: !other });
    atlas.value = site;
    shapes.value = drawn;
    if (other) leaveCorpus();
  });
}

function isFlagged(): boolean {
  try {
    return localStorage.getItem(FLAG) !== null;
  } catch {
    return true;
  }
}

function followState(): void {
  effect(() => {
    const { corpora, siteCorrections } = own.value;
    try {
      if (corpora.length > 0 || siteCorrections.length > 0) localStorage.setItem(FLAG, '1');
    } catch {
      // then the keeper is asked every time
    }
  });
}
