import { attribute, type MarkupElement } from './markup-tree.ts';

/** What one element must be. */
interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Attributes that must be there, with the value where one is asked for. */
  readonly attributes: readonly (readonly [name: string, value: string | null])[];
}

/** A selector of elements by tag, class, id and attribute, inside of others or right below them. */
export interface Selector {
  /** The element itself, then what it must stand in, from the inside out. */
  readonly compounds: readonly Compound[];
  /** Whether each of the latter must be the parent of the one before, and not only somewhere above it. */
  readonly direct: readonly boolean[];
  readonly weight: number;
}

const MAX_COMPOUNDS = 8;
const PART =
  /(?:([.#])([\p{L}\p{N}_-]+)|\[\s*([a-z][a-z0-9_-]*)\s*(?:=\s*(?:"([^"\]]*)"|'([^'\]]*)'|([\p{L}\p{N}_-]+))\s*)?\])/uy;

/** Reads a selector in lower case; null for what is not of this kind (states, siblings, parts of elements). */
export function readSelector(selector: string): Selector | null {
  const words = selector
    .trim()
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/);
  const compounds: Compound[] = [];
  const direct: boolean[] = [];
  let isDirect = false;
  for (const word of words) {
    if (word === '>') {
      if (isDirect || compounds.length === 0) return null;
      isDirect = true;
      continue;
    }
    const compound = readCompound(word);
    if (compound === null || compounds.length >= MAX_COMPOUNDS) return null;
    if (compounds.length > 0) direct.unshift(isDirect);
    compounds.unshift(compound);
    isDirect = false;
  }
  if (isDirect || compounds.length === 0) return null;
  const weight = compounds.reduce((sum, one) => sum + weightOf(one), 0);
  return { compounds, direct, weight };
}

function readCompound(word: string): Compound | null {
  const tag = /^(?:\*|[a-z][a-z0-9]*)/.exec(word)?.[0] ?? '';
  const classes: string[] = [];
  const attributes: [string, string | null][] = [];
  let id = '';
  PART.lastIndex = tag.length;
  while (PART.lastIndex < word.length) {
    const found = PART.exec(word);
    if (found === null) return null;
    const [, mark, name = '', key, ...values] = found;
    if (mark === '.') classes.push(name);
    else if (mark === '#') {
      if (id !== '' && id !== name) return null;
      id = name;
    } else attributes.push([key ?? '', values.find((value) => value !== undefined) ?? null]);
  }
  if (word === '') return null;
  return { tag: tag === '*' ? '' : tag, id, classes, attributes };
}

const weightOf = ({ tag, id, classes, attributes }: Compound) =>
  (id ? 10_000 : 0) + (classes.length + attributes.length) * 100 + (tag ? 1 : 0);

/** Matches selectors against the elements of a page, which are read once; after so many steps nothing matches any more. */
export class Matcher {
  private readonly known = new Map<MarkupElement, { readonly id: string; readonly classes: ReadonlySet<string> }>();
  constructor(private steps: number) {}

  get isTired(): boolean {
    return this.steps <= 0;
  }

  /** The id and the classes of an element, in lower case. */
  namesOf(element: MarkupElement): { readonly id: string; readonly classes: ReadonlySet<string> } {
    let names = this.known.get(element);
    if (names === undefined) {
      const id = attribute(element, 'id')?.toLowerCase() ?? '';
      const classes = attribute(element, 'class')?.slice(0, 2000).toLowerCase() ?? '';
      names = { id, classes: new Set(classes.split(/\s+/)) };
      this.known.set(element, names);
    }
    return names;
  }

  matches({ compounds, direct }: Selector, element: MarkupElement): boolean {
    return this.matchesFrom(compounds, direct, 0, element);
  }

  private matchesFrom(
    compounds: readonly Compound[],
    direct: readonly boolean[],
    at: number,
    element: MarkupElement,
  ): boolean {
    if (this.steps-- <= 0 || !this.isOf(compounds[at] as Compound, element)) return false;
    if (at === compounds.length - 1) return true;
    for (let above = parentOf(element); above !== null; above = parentOf(above)) {
      if (this.matchesFrom(compounds, direct, at + 1, above)) return true;
      if (direct[at]) return false;
    }
    return false;
  }

  private isOf({ tag, id, classes, attributes }: Compound, element: MarkupElement): boolean {
    if (tag !== '' && tag !== element.tagName) return false;
    if (id !== '' || classes.length > 0) {
      const names = this.namesOf(element);
      if (id !== '' && id !== names.id) return false;
      if (!classes.every((name) => names.classes.has(name))) return false;
    }
    return attributes.every(([name, value]) => {
      const own = attribute(element, name);
      return own !== undefined && (value === null || own.toLowerCase() === value);
    });
  }
}

function parentOf({ parentNode }: MarkupElement): MarkupElement | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}
