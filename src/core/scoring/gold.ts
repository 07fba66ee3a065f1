import type { Span } from '../model/span.ts';

/** Gold for one document: the form of an analysis, with as much or as little of it as was annotated. */
export interface Gold {
  readonly id: string;
  readonly text?: string;
  readonly lang?: string;
  readonly date?: string;
  readonly mentions?: readonly GoldMention[];
  readonly dates?: readonly (Span & {
    readonly surface?: string;
    readonly edtf?: string | null;
    readonly type?: string;
  })[];
  readonly events?: readonly (Span & {
    readonly kind: string;
    readonly placeId?: string | null;
    readonly date?: string | null;
    readonly attributedTo?: string | null;
    readonly speakerId?: string | null;
    readonly factuality?: string;
    /** Equal for tellings of one happening, over documents too; null or absent for one told once. */
    readonly join?: string | null;
  })[];
}

export interface GoldMention extends Span {
  readonly surface?: string;
  readonly sense?: string;
  readonly placeId?: string | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
}
