import type { Feature } from 'geojson';
import { assembleDigests, type CorpusText } from '../core/assemble.ts';
import { type Digest, digestOf } from '../core/assembly/digest.ts';
import { applyCorrections, correctionsFor } from '../core/correct.ts';
import { ownLines } from '../core/correction/own-places.ts';
import type { Gazetteer } from '../core/gazetteer/gazetteer.ts';
import { joinDigests } from '../core/join-digests.ts';
import type { Analysis } from '../core/model/analysis.ts';
import type { Correction } from '../core/model/correction.ts';
import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import { boundsOf, shapeBounds } from '../formats/shape-bounds.ts';
import { uniqueIds } from '../formats/unique-ids.ts';
import type { DocumentOrigin, OwnView } from './analysis-messages.ts';

/** A corpus that takes part in a view. */
export interface Part {
  readonly id: string;
  readonly corpus: CorpusText;
  readonly digests: readonly Digest[];
  /** The files of the site's documents. */
  readonly files?: readonly string[];
}

/** The order of a document in its corpus, with what was found in it. */
export interface Found {
  readonly document: Document;
  readonly analysis: Analysis;
}

/** The digest of a document after correction, its corrected analysis, and what no longer fits. */
export interface Mended {
  readonly digest: Digest;
  readonly analysis: Analysis;
  readonly notices: readonly Notice[];
  /** Numbers of the corrections that applied. */
  readonly applied: readonly number[];
}

/** Applies to a document the corrections of its corpus; null when none concerns it. The same as the command line does. */
export function mend(found: Found, corrections: readonly Correction[], gazetteer: Gazetteer): Mended | null {
  const mine = correctionsFor(found.document.id, corrections);
  if (mine.length === 0) return null;
  const { document } = found;
  const {
    analysis: corrected,
    notices,
    applied,
  } = applyCorrections(
    found.analysis,
    document.text,
    mine.map(({ correction }) => correction),
    gazetteer,
  );
  if (notices.length === 0 && !applied.includes(true)) return null;
  const analysis = { ...corrected, notices: [...corrected.notices, ...notices] };
  return {
    digest: digestOf({ document, analysis }),
    analysis,
    notices,
    applied: mine.flatMap(({ index }, at) => (applied[at] ? [index] : [])),
  };
}

/** Puts corpora together into one atlas, as the command line does with one. */
export function assembleView(
  parts: readonly Part[],
  gazetteer: Gazetteer,
  corrections: readonly Correction[],
  features: readonly Feature[],
  notices: OwnView['notices'],
): OwnView {
  const unique = uniqueIds();
  const digests: Digest[] = [];
  const origins: DocumentOrigin[] = [];
  for (const { id: corpus, digests: own, files } of parts)
    own.forEach((digest, order) => {
      const { id } = digest.document;
      const given = unique(id);
      digests.push(given.id === id ? digest : { ...digest, document: { ...digest.document, id: given.id } });
      const file = files?.[order];
      origins.push(file === undefined ? { corpus, order, id } : { corpus, order, id, file });
    });
  const joined = joinDigests(digests, gazetteer);
  const lines = ownLines(corrections);
  const bounds = shapeBounds(features);
  for (const [id, { coordinates }] of lines) bounds.set(id, boundsOf([coordinates]));
  const atlas = assembleDigests(titleOf(parts), digests, joined, gazetteer, (id) => bounds.get(id) ?? null);
  const named = new Map(atlas.places.map(({ id, kind }) => [id, kind]));
  const shapes = features.filter(({ id }) => named.has(String(id)));
  for (const [id, { coordinates }] of lines) {
    const kind = named.get(id);
    if (!kind) continue;
    const properties = { id, kind, precision: 'drawn', source: 'A correction of this corpus' };
    const geometry = { type: 'LineString' as const, coordinates: coordinates.map((position) => [...position]) };
    shapes.push({ type: 'Feature', id, properties, geometry });
  }
  return {
    ids: parts.map(({ id }) => id),
    atlas,
    shapes: { type: 'FeatureCollection', features: shapes },
    origins,
    notices,
  };
}

function titleOf(parts: readonly Part[]): CorpusText {
  const [only] = parts;
  if (only && parts.length === 1) return only.corpus;
  const languages = new Set(parts.flatMap(({ corpus }) => Object.keys(corpus.titles)));
  const join = (language: string | null) =>
    parts.map(({ corpus }) => (language === null ? undefined : corpus.titles[language]) ?? corpus.title).join(' + ');
  return {
    title: join(null),
    titles: Object.fromEntries([...languages].map((language) => [language, join(language)])),
    description: '',
    descriptions: {},
  };
}
