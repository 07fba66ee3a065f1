/**
 * What `import … from 'mawdi'` gives: the analysis as functions, without files, network or page. It runs in Node, in
 * workers and in bundles. What is exported here is stable within a major version, as are the forms that are described by
 * the JSON Schemas of the package (`mawdi/schemas/analysis.json` and its fellows); everything else is not.
 *
 * ```js
 * import { analyse, loadGazetteer } from 'mawdi';
 * const gazetteer = await loadGazetteer();                      // in Node; elsewhere loadGazetteer(address)
 * const analysis = analyse({ id: 'a', text: 'قالت باكو …', date: '2023-09-20' }, gazetteer);
 * for (const { start, end, placeId, lat, lon } of analysis.mentions) …
 * ```
 */

import { ownEntries } from './core/correction/own-places.ts';
import { combineGazetteers } from './core/gazetteer/combine.ts';
import { compileGazetteer } from './core/gazetteer/compile.ts';
import { type Gazetteer, openGazetteer } from './core/gazetteer/gazetteer.ts';
import type { Correction } from './core/model/correction.ts';
import { gunzipped } from './formats/gunzip.ts';

/** `analyse(document, gazetteer)`: everything that is found in one text. Pure: the same input gives the same result anywhere. */
export { analyse } from './core/analyse.ts';
/** `assembleAtlas(corpus, analysed, joined, gazetteer, bounds)`: a corpus in the form that the explorer loads. */
export { assembleAtlas, type CorpusText } from './core/assemble.ts';
export type { Analysed } from './core/assembly/digest.ts';
/** `applyCorrections(analysis, text, corrections, gazetteer)`: what a person mended, and what of it no longer fits. */
export { applyCorrections, type Corrected, correctionsFor } from './core/correct.ts';
export type { Posting } from './core/gazetteer/gazetteer.ts';
/** `joinEvents(analyses, placesOf(gazetteer))`: the tellings of one event over several documents, with what differs between them. */
export { placesOf } from './core/join-digests.ts';
export type { Places, Told } from './core/joining/told.ts';
export type { Analysis } from './core/model/analysis.ts';
export type { Atlas, DocumentFile } from './core/model/atlas.ts';
export type { Claim } from './core/model/claim.ts';
export type { Correction, CorrectionAction, CorrectionsFile, OwnPlace } from './core/model/correction.ts';
export type { DateExpression } from './core/model/date-expression.ts';
export { type DateBasis, type Document, MAX_TEXT, type Passage } from './core/model/document.ts';
export type { Difference, Event, EventKind, Figure, JoinedEvent } from './core/model/event.ts';
export type { Candidate, Mention, Sense } from './core/model/mention.ts';
export type { Notice } from './core/model/notice.ts';
export type { Place, PlaceKind } from './core/model/place.ts';
export type { Span } from './core/model/span.ts';
/** `score(pairs)`: how well analyses agree with gold. */
export { score } from './core/score.ts';
export type { Gold } from './core/scoring/gold.ts';
export type { Miss, Score } from './core/scoring/score-sheet.ts';
export { join as joinEvents } from './core/stages/join.ts';
/** `parseCorrections(json)`, `formatCorrections(list)`, `mergeCorrections(list, list)`: the file of corrections. */
export { formatCorrections, mergeCorrections, parseCorrections } from './formats/corrections.ts';
/** `toGeoJson(atlas, documents, shapes)`: RFC 7946 layers of places, mentions and events. */
export { type Layers, type Shapes, toGeoJson } from './formats/geojson.ts';
export type { ReadDocument } from './formats/read-document.ts';
/** `readDocuments(name, bytes)`: the texts of a file of any kind that is read. Never throws for what the file holds. */
export { EXTENSIONS, type FileHints, readFile as readDocuments } from './formats/readers.ts';
/** `openGazetteer(buffer)` reads an index in place; `combineGazetteers([…])` asks several, the first ruling. */
export { combineGazetteers, type Gazetteer, openGazetteer };

/**
 * Fetches and opens a gazetteer index, such as the package's own: `mawdi/gazetteer/world.bin`, copied to where your page
 * can reach it (a bundler gives the address: `new URL('mawdi/gazetteer/world.bin', import.meta.url)`), or the smaller
 * `world.bin.gz` beside it. In Node the address may be left out. Throws an Error that says what is wrong when there is no index there.
 */
export async function loadGazetteer(address?: string | URL): Promise<Gazetteer> {
  if (address === undefined)
    throw new Error(
      'loadGazetteer needs the address of an index here: serve the file mawdi/gazetteer/world.bin and give its URL',
    );
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`no gazetteer index at ${String(address)}: ${response.status} ${response.statusText}`);
  return openGazetteer(await gunzipped(new Uint8Array(await response.arrayBuffer())));
}

/** A gazetteer together with the places that corrections add to it. */
export function withOwnPlaces(gazetteer: Gazetteer, corrections: readonly Correction[]): Gazetteer {
  const own = ownEntries(corrections);
  return own.length === 0 ? gazetteer : combineGazetteers([gazetteer, openGazetteer(compileGazetteer(own))]);
}
