import type { Claim } from './claim.ts';
import type { DateExpression } from './date-expression.ts';
import type { DateBasis, Passage } from './document.ts';
import type { Event } from './event.ts';
import type { Mention } from './mention.ts';
import type { Notice } from './notice.ts';

/** Everything found in one document. Survives JSON and `structuredClone`. */
export interface Analysis {
  readonly id: string;
  readonly lang: string;
  /** EDTF; null when unknown. */
  readonly date: string | null;
  readonly dateBasis: DateBasis;
  /** What the date was inferred from, in words. */
  readonly dateEvidence: readonly string[];
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateExpression[];
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  readonly notices: readonly Notice[];
}
