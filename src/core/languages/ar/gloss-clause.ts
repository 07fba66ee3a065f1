import { fold } from '../../text/fold.ts';
import type { GlossPlaces } from '../gloss-rules.ts';
import { wordList } from '../word-list.ts';
import { HEADS, type Head, LINKED, MOST_WORDS, qualityOf, withoutArticle } from './gloss-lexicon.ts';
import { SENT } from './gloss-words.ts';
import { isKnownName } from './romanise.ts';
import { FUNCTION_WORDS, NAME_ENDS, RELATIVES } from './speech-words.ts';

/** A head with what belongs to it. */
export interface Part extends Head {
  /** What ties it to the part before it. */
  readonly link: string;
  readonly definite: boolean;
  /** Adjective of a place. */
  nation: string;
  readonly adjectives: string[];
}

/** What a clause of a name is made of: offices, bodies and places in a chain, and a person's or a thing's own name. */
export interface Clause {
  readonly parts: readonly Part[];
  readonly name: readonly string[];
  /** Index of the part that bears the name; -1 for a name alone. */
  readonly bearer: number;
  /** Ties the name to the parts: "representative of". */
  readonly nameLink: string;
  /** Whether some word of the name is known to be one. */
  readonly sure: boolean;
}

/** A word as written, and whether it stood in quotation marks. */
export interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/** English names of places that take "the". */
const ARTICLED =
  /^(?:United |Soviet |Netherlands|Philippines|Middle East|West$|.* (?:Republic|Union|Strip|Bank|States|Emirates|Kingdom|Islands)$)/;
/** Words that are no part of a name. */
const NEVER_NAMES = wordList(`و ${FUNCTION_WORDS} ${NAME_ENDS} ${RELATIVES}`);
const startsDefinite = (text: string) => /^[\u064b-\u0652]*ا[\u064b-\u0652]*ل/u.test(text);

/** Reads one clause of a name, between commas; `goesOn` when others stand before it. Null where a word of it is not known. */
export function readClause(words: readonly Word[], places: GlossPlaces, goesOn: boolean): Clause | null {
  return new ClauseReader(words, places, goesOn).read();
}

class ClauseReader {
  private readonly parts: Part[] = [];
  private readonly person: string[] = [];
  private bearer = -1;
  private link = '';
  private nameLink = '';
  /** Whether some word of the name is known to be one. */
  private sure = false;
  private readonly folded: readonly string[];

  constructor(
    private readonly words: readonly Word[],
    private readonly places: GlossPlaces,
    private readonly goesOn: boolean,
  ) {
    this.folded = words.map(({ text }) => fold(text));
  }

  read(): Clause | null {
    for (let at = 0; at < this.words.length; ) {
      const taken = this.step(at);
      if (taken === 0) return null;
      at += taken;
    }
    if (this.link !== '') return null;
    const { parts, person, bearer, nameLink } = this;
    return { parts, name: person, bearer, nameLink, sure: this.sure };
  }

  /** Takes what begins at a word; how many words that were, 0 where it is not known. */
  private step(at: number): number {
    const { text, quoted } = this.words[at]!;
    const folded = this.folded.slice(at, at + MOST_WORDS);
    const first = folded[0] ?? '';
    const latest = this.parts.at(-1);
    if (quoted) return this.named(this.words[at]!);
    if ((latest || this.goesOn) && this.link === '' && this.person.length === 0) {
      const linked = longest(folded, (words) => LINKED.get(withoutArticle(latest ? words : words.replace(/^و/u, ''))));
      const next = linked ? this.folded[at + linked[0]] : undefined;
      if (linked && (!linked[1].attached || next?.startsWith('ل'))) {
        if (!linked[1].attached) {
          this.link = linked[1].english;
          return linked[0];
        }
        const taken = this.noun(
          unlinked(this.folded.slice(at + linked[0], at + linked[0] + MOST_WORDS)),
          linked[1].english,
          true,
        );
        return taken === 0 ? 0 : linked[0] + taken;
      }
    }
    const isName = isKnownName(first) && !startsDefinite(text);
    if (latest && this.isOpen()) {
      const quality = longest(folded, qualityOf);
      // "Foreign Affairs" is longer than "foreign"
      if (quality && this.measure(folded) <= quality[0]) {
        this.agreeing(quality[1].feminine).adjectives.push(quality[1].english);
        return quality[0];
      }
      const nation = this.places.name(first) === null ? this.places.adjective(first) : null;
      if (nation !== null && !isName) {
        this.agreeing(/ه$/u.test(first)).nation = nation;
        return 1;
      }
    }
    if (!(isName && (latest !== undefined || this.person.length > 0 || this.words.length > 1))) {
      const joined = latest && this.link === '' && first.startsWith('و') ? [first.slice(1), ...folded.slice(1)] : null;
      const taken = this.noun(folded, this.link, startsDefinite(text)) || (joined ? this.noun(joined, 'and', true) : 0);
      if (taken > 0) return taken;
      // an attached preposition: للرئيس, بمجلس, لأرمينيا
      const attached = /^(?:لل|[بل])(?=...)/u.exec(first)?.[0];
      if (attached && latest && this.link === '' && !isName) {
        const role = this.parts.findLast(({ type }) => type === 'role');
        const sent = role !== undefined && SENT.test(role.english);
        const where = sent ? 'to' : latest.type === 'role' ? 'at' : 'of';
        const link = attached === 'ب' ? where : sent || !latest.definite ? 'to' : 'of';
        const found = this.noun(attached === 'ب' ? [first.slice(1), ...folded.slice(1)] : unlinked(folded), link, true);
        if (found > 0) return found;
      }
    }
    return this.named(this.words[at]!);
  }

  /** Whether adjectives may still come: not after a person's own name. */
  private isOpen(): boolean {
    return this.person.length === 0 || this.parts[this.bearer]?.type === 'body';
  }

  /** How many words the noun has that begins here. */
  private measure(folded: readonly string[]): number {
    return longest(folded, (words) => HEADS.get(withoutArticle(words)))?.[0] ?? 0;
  }

  private noun(folded: readonly string[], link: string, definite: boolean): number {
    if (this.person.length > 0 && link === '') return 0;
    const latest = this.parts.at(-1);
    const head = longest(folded, (words) => HEADS.get(withoutArticle(words)));
    const place = longest(folded, (words) => this.places.name(words));
    if (head && head[0] >= (place?.[0] ?? 0)) {
      // "the spokesman, the general": two definite persons are one
      const same = link === '' && definite && latest?.type === 'role' && latest.definite && head[1].type === 'role';
      this.push(head[1], same ? ',' : link, definite || head[0] > 1);
      return head[0];
    }
    if (!place || (link === '' && latest?.type === 'place')) return 0;
    const english = place[1];
    this.push({ english, type: 'place', feminine: false, plural: false, bare: !ARTICLED.test(english) }, link, true);
    return place[0];
  }

  private push(head: Head, link: string, definite: boolean): void {
    this.parts.push({ ...head, link: link || 'of', definite, nation: '', adjectives: [] });
    this.link = '';
  }

  /** The latest part that an adjective agrees with. */
  private agreeing(feminine: boolean): Part {
    return this.parts.findLast((part) => part.feminine === feminine && part.type !== 'place') ?? this.parts.at(-1)!;
  }

  /** A word that is no known noun: part of a name, if one can stand here. */
  private named({ text, quoted }: Word): number {
    const folded = fold(text);
    const known = quoted || isKnownName(folded);
    if (!known && (NEVER_NAMES.has(folded) || folded.startsWith('لل'))) return 0;
    if (this.person.length === 0 && !this.takesName(text, known)) return 0;
    this.link = '';
    this.person.push(text);
    this.sure ||= known;
    return 1;
  }

  /** Finds who bears the name that begins here; false where none can stand. */
  private takesName(text: string, known: boolean): boolean {
    const latest = this.parts.at(-1);
    if (!known && startsDefinite(text)) return false;
    if (!latest) return true;
    const roles = this.parts.map(({ type }) => type);
    const last = this.parts.length - 1;
    const owner = roles.lastIndexOf('role');
    this.bearer = roles[last] === 'role' || (roles[last] === 'body' && (owner < 0 || !latest.definite)) ? last : owner;
    const bearer = this.parts[this.bearer];
    // only who is definite has a name that no list knows: "a Palestinian official who…"
    if (!bearer || bearer.plural || (!known && (bearer.type === 'body' || !this.isDefinite(bearer)))) return false;
    const bareHolder = !bearer.definite && last === 0 && bearer.nation === '' && bearer.adjectives.length === 0;
    this.nameLink = this.link || (bearer.type === 'role' && bareHolder ? 'of' : '');
    return true;
  }

  /** Definite by its article, or by what it is of. */
  private isDefinite(part: Part): boolean {
    return part.definite || (this.parts.length > 1 && this.parts.at(-1)!.definite);
  }
}

/** A word without the preposition ل that is written onto it; للأمم gives back its article. */
function unlinked(folded: readonly string[]): string[] {
  const [first = '', ...rest] = folded;
  return [first.startsWith('لل') ? `ا${first.slice(1)}` : first.slice(1), ...rest];
}

/** The longest run of words from the first for which something is found. */
function longest<Found>(
  words: readonly string[],
  find: (words: string) => Found | null | undefined,
): readonly [number, Found] | null {
  for (let count = words.length; count > 0; count--) {
    const found = find(words.slice(0, count).join(' '));
    if (found !== null && found !== undefined) return [count, found];
  }
  return null;
}
