import { Column } from '../core/gazetteer/column.ts';
import { readString, StringWriter } from '../core/gazetteer/packed-strings.ts';

const LANGUAGES = ['ar', 'en', 'hy', 'az', 'ru'];
const PREFERRED = 128;
/** Above any GeoNames id: an id and the number of a name fit into one exact number. */
const MAX_NAMES = 2 ** 26;

export interface TaggedName {
  readonly language: string;
  readonly name: string;
  readonly preferred: boolean;
}

/**
 * The names of a GeoNames alternateNamesV2 file that are of use here, by place: packed, since there are millions of
 * them in no order. Add all lines, then ask.
 */
export class TaggedNames {
  private readonly strings = new StringWriter();
  private readonly owners = new Column(Uint32Array);
  private readonly texts = new Column(Uint32Array);
  private readonly traits = new Column(Uint8Array);
  private sorted: { readonly order: Float64Array; readonly bytes: Uint8Array } | null = null;

  /** Takes a line (geonames.org readme: number, place, language, name, preferred, short, colloquial, historic …); leaves other languages, links, codes and colloquial names. */
  add(line: string): void {
    const [, id, language = '', name = '', preferred, , , colloquial] = line.split('\t');
    const code = LANGUAGES.indexOf(language);
    const place = Number(id);
    if (code < 0 || name === '' || colloquial === '1' || !(place > 0) || this.owners.length === MAX_NAMES) return;
    this.owners.push(place);
    this.texts.push(this.strings.add(name));
    this.traits.push(code | (preferred === '1' ? PREFERRED : 0));
    this.sorted = null;
  }

  /** The names of a place in the order of the file. */
  of(id: number): TaggedName[] {
    const { order, bytes } = this.sort();
    let low = 0;
    for (let high = order.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((order[middle] ?? 0) < id * MAX_NAMES) low = middle + 1;
      else high = middle;
    }
    const found: TaggedName[] = [];
    for (let at = low; (order[at] ?? Number.POSITIVE_INFINITY) < (id + 1) * MAX_NAMES; at++) {
      const row = (order[at] ?? 0) % MAX_NAMES;
      const traits = this.traits.at(row);
      found.push({
        language: LANGUAGES[traits & ~PREFERRED] ?? '',
        name: readString(bytes, this.texts.at(row)),
        preferred: (traits & PREFERRED) !== 0,
      });
    }
    return found;
  }

  private sort() {
    if (this.sorted) return this.sorted;
    const order = new Float64Array(this.owners.length);
    for (let row = 0; row < order.length; row++) order[row] = this.owners.at(row) * MAX_NAMES + row;
    const bytes = new Uint8Array(this.strings.bytes.length);
    this.strings.bytes.copyTo(bytes);
    this.sorted = { order: order.sort(), bytes };
    return this.sorted;
  }
}
