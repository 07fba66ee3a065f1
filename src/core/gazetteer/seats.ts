import type { Gazetteer } from './gazetteer.ts';

/** The state or union that speaks when a place speaks: Baku is Azerbaijan's. A place without a state stands for itself. */
export type StateOf = (placeId: string) => string;

/** The country that a place lies in, itself for a country; null where it lies in none. */
export type HomeOf = (placeId: string) => string | null;

/**
 * Seats that the gazetteer does not tell: of unions, of states whose capital is disputed, and houses of government. Place
 * ids, as generally known; the tests check that each is in the gazetteer.
 */
export const OTHER_SEATS: ReadonlyMap<string, string> = new Map([
  ['brussels', 'eu'],
  ['tel-aviv', 'israel'],
  ['ramallah', 'palestine'],
  ['stepanakert', 'nagorno-karabakh'],
  ['white-house', 'united-states'],
  ['kremlin', 'russia'],
  ['pentagon', 'united-states'],
  ['elysee', 'france'],
  ['downing-street', 'united-kingdom'],
]);

/** Reads off the gazetteer whose seat a place is: that of the country it lies in. Answers are kept. */
export function seatsOf(gazetteer: Gazetteer): StateOf {
  const known = new Map<string, string>(OTHER_SEATS);
  return (placeId) => {
    const before = known.get(placeId);
    if (before !== undefined) return before;
    const at = gazetteer.indexOf(placeId);
    let state = placeId;
    if (at >= 0 && gazetteer.seat(at)) {
      const country = gazetteer.ancestors(at).find((ancestor) => gazetteer.kind(ancestor) === 'country');
      if (country !== undefined) state = gazetteer.place(country).id;
    }
    known.set(placeId, state);
    return state;
  };
}

/** Reads off the gazetteer in which country each place lies. Answers are kept. */
export function homesOf(gazetteer: Gazetteer): HomeOf {
  const known = new Map<string, string | null>();
  return (placeId) => {
    const before = known.get(placeId);
    if (before !== undefined) return before;
    const at = gazetteer.indexOf(placeId);
    const country =
      at < 0 ? undefined : [at, ...gazetteer.ancestors(at)].find((one) => gazetteer.kind(one) === 'country');
    const home = country === undefined ? null : gazetteer.place(country).id;
    known.set(placeId, home);
    return home;
  };
}

/** Without a gazetteer: only what the table tells. */
export const tableSeats: StateOf = (placeId) => OTHER_SEATS.get(placeId) ?? placeId;
