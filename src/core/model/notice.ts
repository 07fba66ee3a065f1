/** What a reader of the result should know: a document's fault, a doubt, a loss. Faults of the program are thrown instead. */
export interface Notice {
  /** Stable kebab-case name of the situation, e.g. `empty-document`. */
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** One English sentence: what is the matter and what to do. */
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}
