import type { AtlasDocument, AtlasSpeaker } from '../model/atlas.ts';
import type { Digest } from './digest.ts';

/** What a name of a speaker says in other languages, by the language; null for one that cannot be told. */
export type Glosser = (name: string) => Readonly<Record<string, string>> | null;

/** The speakers of an atlas, numbered as they come, each under all its names. */
export class SpeakerTable {
  private readonly indices = new Map<string, number>();
  private readonly names: Set<string>[] = [];
  private readonly others: Set<string>[] = [];
  /** Ids that are another speaker's under a shorter name. */
  private readonly aliases: ReadonlyMap<string, string>;

  constructor(aliases: ReadonlyMap<string, string>) {
    this.aliases = aliases;
  }

  /** Adds the speakers of a document: where each id stands, and how this document names it. */
  addDocument(named: Digest['speakers']): {
    readonly speakerAt: ReadonlyMap<string, number>;
    readonly voices: AtlasDocument['voices'];
  } {
    const speakerAt = new Map<string, number>();
    const voices = new Map<number, string>();
    for (const [id, name] of named) {
      const own = this.aliases.get(id) ?? id;
      const index = this.add(own, name);
      if (own !== id) this.others[index]?.add(id);
      speakerAt.set(id, index);
      if (name.length > (voices.get(index)?.length ?? 0)) voices.set(index, name);
    }
    return { speakerAt, voices: [...voices] };
  }

  private add(id: string, name: string): number {
    let index = this.indices.get(id);
    if (index === undefined) {
      index = this.indices.size;
      this.indices.set(id, index);
      this.names.push(new Set());
      this.others.push(new Set());
    }
    if (name) this.names[index]?.add(name);
    return index;
  }

  list(gloss: Glosser): AtlasSpeaker[] {
    return [...this.indices.keys()].map((id, index) => {
      const names = [...(this.names[index] ?? [])].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
      const glosses = glossesOf(names, gloss);
      const aliases = [...(this.others[index] ?? [])].sort();
      return glosses ? { id, aliases, names, glosses } : { id, aliases, names };
    });
  }
}

/** What names say in other languages; nothing where none of them can be told. */
function glossesOf(names: readonly string[], gloss: Glosser): AtlasSpeaker['glosses'] {
  const found = names.map((name) => gloss(name));
  const languages = [...new Set(found.flatMap((one) => Object.keys(one ?? {})))];
  if (languages.length === 0) return undefined;
  return Object.fromEntries(languages.map((lang) => [lang, found.map((one) => one?.[lang] ?? null)]));
}
