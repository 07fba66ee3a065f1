import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { DocumentFile } from '../../core/model/atlas.ts';

/** Places in the panels where corrections are made, filled by what knows how: the panels themselves know nothing of it. */
export interface CorrectionSlots {
  /** In "Why here?", under a mention. */
  readonly Mention: ComponentType<{ readonly document: string; readonly file: DocumentFile; readonly start: number }>;
  /** In the reader: for text that is selected. */
  readonly Selection: ComponentType<{ readonly document: number; readonly file: DocumentFile }>;
  /** Under a telling of an event; `row` is that of the atlas. */
  readonly Telling: ComponentType<{ readonly row: number }>;
}

export const correctionSlots = signal<CorrectionSlots | null>(null);
