import type { DocumentFile } from '../core/model/atlas.ts';
import { AnalysisStore } from './analysis-store.ts';

/** Begins the address of a document that is kept in the browser: `own:["database","corpus",order,address of the site's]`. */
const OWN = 'own:';

/** Whether what lies at the address can change while the page is open. */
export const isOwn = (address: string) => address.startsWith(OWN);

/** The file of a document, from the site or from what is kept in the browser. */
export async function readDocumentFile(address: string): Promise<DocumentFile> {
  if (!isOwn(address)) return fetchFile(address);
  const [database, corpus, order, site] = JSON.parse(address.slice(OWN.length)) as [
    string,
    string,
    number,
    string | null,
  ];
  const store = await openOnce(database);
  const corrected = await store.corrected(corpus, order);
  if (corrected) return corrected.file;
  if (site !== null) return fetchFile(site);
  const kept = await store.document(corpus, order);
  if (!kept) throw new Error(`document ${order} of "${corpus}" is not kept`);
  return { text: kept.document.text, analysis: kept.found };
}

async function fetchFile(address: string): Promise<DocumentFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return (await response.json()) as DocumentFile;
}

const open = new Map<string, Promise<AnalysisStore>>();

function openOnce(name: string): Promise<AnalysisStore> {
  const known = open.get(name) ?? AnalysisStore.open(name);
  open.set(name, known);
  return known;
}
