import type { DocumentFile } from '../core/model/atlas.ts';
import { AnalysisStore } from './analysis-store.ts';

/** Begins the address of a document that is kept in the browser: `own:["database","corpus",order]`. */
const OWN = 'own:';

/** The file of a document, from the site or from what is kept in the browser. */
export async function readDocumentFile(address: string): Promise<DocumentFile> {
  if (!address.startsWith(OWN)) return (await (await fetch(address)).json()) as DocumentFile;
  const [database, corpus, order] = JSON.parse(address.slice(OWN.length)) as [string, string, number];
  const store = await openOnce(database);
  const corrected = await store.corrected(corpus, order);
  if (corrected) return corrected.file;
  const kept = await store.document(corpus, order);
  if (!kept) throw new Error(`document ${order} of "${corpus}" is not kept`);
  return { text: kept.document.text, analysis: kept.found };
}

const open = new Map<string, Promise<AnalysisStore>>();

function openOnce(name: string): Promise<AnalysisStore> {
  const known = open.get(name) ?? AnalysisStore.open(name);
  open.set(name, known);
  return known;
}
