import type { SpeakerHead } from '../languages/speech-rules.ts';
import { skeleton } from '../text/skeleton.ts';
import { ministryAt } from './cue-names.ts';
import { headAt, type Name, type NameContext, nameSurface, signAt } from './names.ts';
import { isGovernment, roleOf, speakerId } from './speaker-id.ts';
import { subjectFirstParts } from './subject-first-names.ts';

/** What a name says: the personal name in it, the office or body, the places. */
export interface NameParts {
  readonly head: SpeakerHead | null;
  /** Folded words of the personal name. */
  readonly person: readonly string[];
  /** Glosses and leftover words of the office or body, sorted. */
  readonly office: readonly string[];
  /** The same as one key. */
  readonly role: string;
  readonly places: readonly string[];
  readonly words: number;
  /** A definite head alone (الوزارة, البيان): stands for someone named before. */
  readonly anaphor: boolean;
}

/** Someone who speaks in a document, under all names. */
export interface Speaker {
  parts: NameParts;
  name: Name;
  surface: string;
  readonly others: Set<Speaker>;
}

/** The parts of a name; each is read once. */
export function readParts(context: NameContext, name: Name): NameParts {
  const key = name.first * (context.text.tokens.length + 1) + name.last;
  const known = context.parts.get(key);
  if (known !== undefined) return known;
  const parts = partsOf(context, name);
  context.parts.set(key, parts);
  return parts;
}

function partsOf(context: NameContext, name: Name): NameParts {
  const { text, rules } = context;
  if (rules.order === 'subject-first') return subjectFirstParts(context, name);
  const ministry = ministryAt(context, name.first);
  const head: SpeakerHead | null = ministry ? { gloss: 'ministry', type: 'body' } : headAt(context, name.first);
  const person: string[] = [];
  const office: string[] = ministry ? ['ministry'] : [];
  const places: string[] = [];
  let words = 0;
  let definite = false;
  let bracket = false;
  let afterComma = false;
  let named = false;
  for (let at = name.first; at < name.last; at++) {
    const token = text.tokens[at];
    if (token?.type !== 'word') {
      const sign = signAt(context, at);
      if (sign === '(') bracket = true;
      if (sign === ')') bracket = false;
      if (sign === '،' || sign === ',') {
        afterComma = true;
        if (person.length > 0) named = true;
      }
      continue;
    }
    if (bracket) continue;
    words++;
    // "the Observatory, based in Britain": where a body sits is no part of its identity
    if (afterComma && head !== null && head.type !== 'person') continue;
    const mention = context.covers.get(at);
    if (mention !== undefined) {
      if (mention.placeId !== null && !named) {
        const id = mention.sense === 'demonym' ? mention.placeId : context.stateOf(mention.placeId);
        if (!places.includes(id)) places.push(id);
      }
      definite = true;
      continue;
    }
    const folded = token.folded;
    const bare = rules.bare(folded);
    const known = headAt(context, at);
    const gloss = rules.glosses.get(bare) ?? rules.glosses.get(folded);
    const article = rules.shapes.articleUnderAnd(folded);
    if (known !== null || gloss !== undefined) {
      if (!named && !(person.length > 0)) office.push(known !== null ? known.gloss : (gloss ?? ''));
      if (article) definite = true;
      continue;
    }
    if (rules.nameLinks.has(folded) || rules.functionWords.has(folded)) continue;
    if (article || named) {
      definite = true;
      if (!named && head !== null && head.type !== 'person') office.push(bare);
      continue;
    }
    const embedded = context.covers.get(at - 1)?.sense === 'embedded';
    const personal =
      !embedded &&
      (head === null ||
        (head.type === 'person' && (definite || afterComma || person.length > 0 || rules.givenNames.has(folded))));
    if (personal && rules.compoundNames?.has(folded) && at + 1 < name.last) {
      // عبد المنعم is another man than عبد الحميد
      person.push(`${folded}${rules.bare(text.tokens[++at]?.folded ?? '')}`);
      words++;
    } else if (personal) person.push(folded);
    else if (head?.type !== 'person') office.push(bare);
    else if (person.length === 0) {
      definite = true;
      if (!rules.adjective(folded)) office.push(bare);
    }
  }
  const first = text.tokens[name.first];
  const anaphor = words === 1 && head !== null && first !== undefined && rules.shapes.pointing(first.folded);
  const told = office.filter((part) => part !== '');
  return { head, person, office: told, role: roleOf(told), places, words, anaphor };
}

function samePerson(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const last = (words: readonly string[]) => skeleton(words[words.length - 1] ?? '');
  if (last(a) !== last(b))
    return a.length === 1 || b.length === 1 ? false : a.map(skeleton).join(' ') === b.map(skeleton).join(' ');
  if (a.length === 1 || b.length === 1) return true;
  return skeleton(a[0] ?? '') === skeleton(b[0] ?? '');
}

/** Whether two names are of the same speaker, by what they say alone. */
export function sameSpeaker(a: NameParts, b: NameParts): boolean {
  if (a.person.length > 0 && b.person.length > 0) return samePerson(a.person, b.person);
  if (a.person.length > 0 || b.person.length > 0) return false;
  if (isGovernment(a) && isGovernment(b)) return a.places[0] === b.places[0];
  if (isGovernment(a) || isGovernment(b)) return false;
  if (a.role === '' || a.role !== b.role) return false;
  return a.places.join() === b.places.join();
}

/** How far back a definite word reaches. */
const RECENT = 12;

/** Keeps the speakers of one document apart and together. */
export class SpeakerTable {
  /** Latest last. */
  private recent: Speaker[] = [];
  private last: Speaker | null = null;
  /** By family name or office, so that a look-up stays short. */
  private readonly byKey = new Map<string, Speaker[]>();
  private readonly ids = new Map<NameParts, string>();
  private readonly context: NameContext;

  constructor(context: NameContext) {
    this.context = context;
  }

  private keyOf(parts: NameParts): string {
    if (parts.person.length > 0) return `p ${skeleton(parts.person[parts.person.length - 1] ?? '')}`;
    if (isGovernment(parts)) return `g ${parts.places[0]}`;
    return `o ${parts.role}`;
  }

  /** The speaker that a name means, new or known; a definite head alone means the last one with such a head. */
  find(name: Name): Speaker {
    const parts = readParts(this.context, name);
    const known = parts.anaphor ? this.antecedent(parts) : this.match(parts);
    if (known !== null) {
      if (!parts.anaphor && this.weight(name, parts) > this.weight(known.name, known.parts))
        this.rename(known, name, parts);
      this.last = known;
      this.recent = [...this.recent.filter((one) => one !== known), known].slice(-RECENT);
      return known;
    }
    const speaker: Speaker = { parts, name, surface: nameSurface(this.context, name).surface, others: new Set() };
    this.recent = [...this.recent, speaker].slice(-RECENT);
    this.index(speaker, parts);
    this.last = speaker;
    return speaker;
  }

  /** A fuller name met elsewhere in the document is the name of a speaker known by less. */
  enrich(name: Name): void {
    const parts = readParts(this.context, name);
    if (parts.person.length === 0 && parts.office.length === 0) return;
    if (isGovernment(parts)) return;
    const known = this.match(parts);
    if (known !== null && this.weight(name, parts) > this.weight(known.name, known.parts))
      this.rename(known, name, parts);
  }

  /** Words of a name; "the ministry in the capital" counts for less than the ministry with its state's adjective. */
  private weight(name: Name, parts: NameParts): number {
    let weight = parts.words;
    if (weight > 14) return 0;
    if (isGovernment(parts)) {
      // الحكومة الأذربيجانية rather than حكومة أذربيجان; the state rather than its capital
      if (
        parts.head !== null &&
        this.context.rules.bare(this.context.text.tokens[name.first]?.folded ?? '').length <
          (this.context.text.tokens[name.first]?.folded.length ?? 0)
      )
        weight += 0.5;
      const mention = this.context.covers.get(name.first);
      if (mention?.placeId != null && this.context.stateOf(mention.placeId) !== mention.placeId) weight -= 0.5;
    }
    for (let at = name.first; at < name.last; at++)
      if (this.context.rules.seatLinks.has(this.context.text.tokens[at]?.folded ?? '')) weight -= 1.5;
    return weight;
  }

  private rename(speaker: Speaker, name: Name, parts: NameParts): void {
    speaker.name = name;
    speaker.parts = {
      ...parts,
      person: parts.person.length >= speaker.parts.person.length ? parts.person : speaker.parts.person,
    };
    speaker.surface = nameSurface(this.context, name).surface;
    this.index(speaker, parts);
  }

  private index(speaker: Speaker, parts: NameParts): void {
    const key = this.keyOf(parts);
    const list = this.byKey.get(key);
    if (list === undefined) this.byKey.set(key, [speaker]);
    else if (!list.includes(speaker)) list.push(speaker);
    if (parts.person.length > 0 && parts.office.length > 0) {
      const role = this.keyOf({ ...parts, person: [] });
      const others = this.byKey.get(role);
      if (others === undefined) this.byKey.set(role, [speaker]);
      else if (!others.includes(speaker)) others.push(speaker);
    }
  }

  private match(parts: NameParts): Speaker | null {
    const list = this.byKey.get(this.keyOf(parts)) ?? [];
    for (let at = list.length - 1; at >= 0; at--) {
      const speaker = list[at] as Speaker;
      if (sameSpeaker(speaker.parts, parts)) return speaker;
      // an office without a name: the person who was named with it
      if (
        parts.person.length === 0 &&
        speaker.parts.person.length > 0 &&
        parts.head?.type === 'person' &&
        speaker.parts.places.join() === parts.places.join()
      )
        return speaker;
      // a body without its state is the one that was named with it
      if (
        parts.person.length === 0 &&
        parts.places.length === 0 &&
        parts.head !== null &&
        parts.head.type !== 'text' &&
        speaker.parts.person.length === 0 &&
        parts.office.length > 1
      )
        return speaker;
    }
    return null;
  }

  private antecedent(parts: NameParts): Speaker | null {
    const gloss = parts.head?.gloss ?? '';
    const latest = [...this.recent].reverse();
    if (parts.head?.type === 'text')
      return gloss === 'statement' ? this.last : (latest.find((one) => one.parts.head?.gloss === gloss) ?? null);
    for (const speaker of latest) {
      if (speaker.parts.head?.gloss === gloss) return speaker;
      if (parts.head?.type === 'government' && isGovernment(speaker.parts)) return speaker;
    }
    if (parts.head?.type === 'person')
      for (const speaker of latest)
        if (speaker.parts.office.includes(gloss) && speaker.parts.person.length > 0) return speaker;
    return null;
  }

  /** Whether the first is an office or envoy of the state that the second is. */
  speaksFor(envoy: Speaker, state: Speaker): boolean {
    if (!isGovernment(state.parts) || isGovernment(envoy.parts)) return false;
    const place = state.parts.places[0] ?? '';
    return [envoy, ...envoy.others].some(
      (one) => one.parts.places.includes(place) && one.parts.head?.type !== 'text' && one.parts.head !== null,
    );
  }

  merge(a: Speaker, b: Speaker): void {
    a.others.add(b);
    b.others.add(a);
  }

  /** The name and id that stand for a speaker in the whole document. */
  identity(speaker: Speaker): { readonly attributedTo: string; readonly speakerId: string } {
    let best = speaker;
    for (const other of speaker.others) if (other.parts.words > best.parts.words) best = other;
    const id = this.ids.get(best.parts) ?? speakerId(this.context, best.parts);
    this.ids.set(best.parts, id);
    return { attributedTo: best.surface, speakerId: id };
  }
}
