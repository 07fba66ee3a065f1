/**
 * Changes whenever a document could be read otherwise than before: with the analysis, the readers of files and the index
 * of names. Written in when the page is built (`vite.config.ts`); what was kept under another one is read again.
 */
export const ANALYSIS_VERSION: string = import.meta.env.MAWDI_ANALYSIS ?? 'source';
