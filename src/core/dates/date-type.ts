import type { DateValue } from '../calendar/date-value.ts';
import type { DateType } from '../model/date-expression.ts';

/** How an expression tells its time: in full, with a part left out, or counted from another. */
export function typeOf(value: DateValue): DateType {
  switch (value.kind) {
    case 'duration':
      return 'duration';
    case 'date':
      if (typeof value.year === 'number') return 'explicit';
      if (value.year !== null || typeof value.month === 'object' || value.turn !== null)
        return value.month === null ? 'underspecified' : 'relative';
      return value.said !== null ? 'relative' : 'underspecified';
    case 'range': {
      const types = [value.from, value.to].filter((end) => end !== null).map(typeOf);
      return types.includes('relative') ? 'relative' : (types.find((type) => type !== 'explicit') ?? 'explicit');
    }
    case 'list': {
      const types = value.items.map(typeOf);
      return types.find((type) => type !== 'explicit') ?? 'explicit';
    }
    case 'part':
      return value.part === 'before' || value.part === 'rest' ? 'relative' : typeOf(value.of);
    case 'nth':
    case 'approximate':
      return typeOf(value.of);
    case 'season':
      return value.year ? typeOf(value.year) : value.turn ? 'relative' : 'underspecified';
    case 'decade':
      return value.century?.kind === 'century' ? 'explicit' : 'underspecified';
    case 'century':
    case 'millennium':
    case 'either':
    case 'converted':
      return 'explicit';
    default:
      return 'relative';
  }
}
