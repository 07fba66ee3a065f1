import type { Atlas, AtlasDocument, AtlasEvent, AtlasPlace } from '../../core/model/atlas.ts';
import type { EventKind, JoinedEvent } from '../../core/model/event.ts';
import { atlas, language, placeIndex, speakerIndex } from '../state/app-state.ts';
import { ARTICLE } from '../state/filters.ts';
import { messages } from './locale.ts';

/** A piece of text with the language that it is in, for `lang` and the direction. */
export interface Named {
  readonly text: string;
  readonly lang: string;
  /** What the words say in the language of the interface, where rules can tell it and they are in another. */
  readonly gloss?: string;
}

/** The language of a short text by its script; what it is shown in is not what it is about. */
export function languageOf(text: string): string {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Armenian}/u.test(text)) return 'hy';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return 'en';
}

export function placeName(place: AtlasPlace | undefined): string {
  return place?.names[language.value]?.[0] ?? place?.names.en?.[0] ?? place?.id ?? '';
}

/** The name in the other script, shown beside the title. */
export function otherName(place: AtlasPlace): Named | null {
  const lang = language.value === 'ar' ? 'en' : 'ar';
  const text = place.names[lang]?.[0];
  return text && text !== placeName(place) ? { text, lang } : null;
}

export function documentTitle(document: AtlasDocument): Named {
  const own = document.titles[language.value];
  return own ? { text: own, lang: language.value } : { text: document.title || document.id, lang: document.lang };
}

/** The speaker at an index of the atlas, under the fullest name of the corpus; -1 is the article's own voice. */
export function speakerName(speaker: number): Named {
  return (
    named(atlas.value?.speakers[speaker]?.names[0], speaker) ?? {
      text: messages.value.who.article,
      lang: language.value,
    }
  );
}

/** The speaker as a document calls it, in the fullest form that it gives. */
export function voiceName(document: number, speaker: number): Named {
  return (
    named(atlas.value?.documents[document]?.voices.find(([index]) => index === speaker)?.[1], speaker) ??
    speakerName(speaker)
  );
}

/** The speaker of one telling (a row of the events), in the words of its document. */
export function tellingVoice(row: number): Named {
  const event = atlas.value?.events[row];
  return named(event?.attributedTo, event?.speaker ?? -1) ?? speakerName(event?.speaker ?? -1);
}

/**
 * A speaker as written. One who is called by nothing but the name of a place ("أذربيجان") has that name in the language of
 * the interface; whoever has words of his own ("السلطات في قره باغ") keeps them, since the place alone would say something else.
 */
function named(text: string | null | undefined, speaker: number): Named | null {
  if (!text) return null;
  const lang = languageOf(text);
  const corpus = atlas.value;
  const place = corpus?.places[placeIndex.value.get(corpus.speakers[speaker]?.id ?? '') ?? -1];
  const local = place?.names[language.value]?.[0];
  if (lang !== language.value && local && place.names[lang]?.includes(text))
    return { text: local, lang: language.value };
  const gloss = lang === language.value ? null : glossOf(text, speaker);
  return gloss ? { text, lang, gloss } : { text, lang };
}

function glossOf(text: string, speaker: number): string | null {
  const record = atlas.value?.speakers[speaker];
  const glosses = record?.glosses?.[language.value];
  return glosses?.[record?.names.indexOf(text) ?? -1] ?? null;
}

/** A speaker of whom the atlas knows nothing (by an old link) is called as the link does, and is not the article. */
export function speakerNameById(id: string): Named {
  const speaker = speakerIndex.value.get(id);
  if (speaker === undefined && id !== ARTICLE) return { text: id, lang: languageOf(id) };
  return speakerName(speaker ?? -1);
}

export function kindName(kind: EventKind): string {
  return messages.value.kinds[kind] ?? kind;
}

const tellings = new WeakMap<Atlas, Map<string, AtlasEvent>>();

/** The tellings of a corpus by the ids of event and document: a list of events asks for each. */
function tellingsOf(corpus: Atlas): ReadonlyMap<string, AtlasEvent> {
  const known =
    tellings.get(corpus) ??
    new Map(corpus.events.map((event) => [`${event.id} ${corpus.documents[event.document]?.id}`, event]));
  tellings.set(corpus, known);
  return known;
}

/** `Offensive in Nagorno-Karabakh`; the kind alone when the place is not known. */
export function eventTitle(joined: JoinedEvent): string {
  const kind = kindName(joined.kind);
  const corpus = atlas.value;
  const place = joined.placeId ? corpus?.places[placeIndex.value.get(joined.placeId) ?? -1] : undefined;
  if (!place) return kind;
  const first = joined.tellings[0];
  const telling = corpus && first ? tellingsOf(corpus).get(`${first.eventId} ${first.documentId}`) : undefined;
  const about = telling?.placeRole === 'topic' || telling?.placeRole === 'seat';
  return about ? messages.value.eventAbout(kind, placeName(place)) : messages.value.eventIn(kind, placeName(place));
}

/** Names of a place in the languages other than the one on the screen and the other one of the pair, for its card. */
export function localNames(place: AtlasPlace): { readonly lang: string; readonly names: readonly string[] }[] {
  return ['az', 'hy', 'ru'].flatMap((lang) => {
    const names = place.names[lang];
    return names && names.length > 0 && names[0] ? [{ lang, names }] : [];
  });
}
