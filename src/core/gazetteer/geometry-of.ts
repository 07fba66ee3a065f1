import type { PlaceGeometry, PlaceKind } from '../model/place.ts';

/** The geometry that a kind of place is drawn with. */
export function geometryOf(kind: PlaceKind, located: boolean): PlaceGeometry {
  if (!located) return 'none';
  switch (kind) {
    case 'corridor':
    case 'road':
    case 'railway':
    case 'river':
    case 'canal':
    case 'range':
    case 'border':
      return 'line';
    case 'country':
    case 'region':
    case 'state':
    case 'district':
    case 'lake':
    case 'sea':
    case 'gulf':
    case 'strait':
    case 'ocean':
    case 'desert':
    case 'valley':
    case 'island':
    case 'polity-historical':
    case 'organisation-area':
      return 'area';
    case 'other':
      return 'none';
    default:
      return 'point';
  }
}
