import { asserts, type Surroundings } from '../events/assertion.ts';
import { type Cue, findCues } from '../events/cues.ts';
import { dateOf } from '../events/dating.ts';
import { type Draft, innermost } from '../events/draft.ts';
import { isHarm } from '../events/families.ts';
import { findFigures } from '../events/figures.ts';
import { factualityOf, findHits, type Hit, isHard, signOf } from '../events/hits.ts';
import { type Happening, mergeHits, type Told } from '../events/merge.ts';
import { findNames, headAt, type Name, type NameContext, nameContext, nameSurface } from '../events/names.ts';
import { Setting } from '../events/placing.ts';
import { stateOf } from '../events/seats.ts';
import { daysOf } from '../events/spans-of-days.ts';
import { readParts, speakerId } from '../events/speakers.ts';
import { speechActs } from '../events/speech-acts.ts';
import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { DateExpression } from '../model/date-expression.ts';
import { EVENT_KINDS, type Event, type EventKind, type Factuality, type Figure } from '../model/event.ts';
import type { Mention } from '../model/mention.ts';
import type { Notice } from '../model/notice.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** Kinds that are acts of speech: their place is their topic. */
const SPEECH: ReadonlySet<EventKind> = new Set(['statement', 'accusation', 'demand', 'threat']);

/**
 * Finds what the text reports to have happened or been said: one event for one happening in a passage. Pure and linear:
 * one look-up a word, bounded looks around each trigger.
 *
 * @param documentDate EDTF; dates fresh news that the text does not date
 */
export function event(
  text: TokenisedText,
  mentions: readonly Mention[],
  dates: readonly DateExpression[],
  claims: readonly Claim[],
  documentDate: string | null,
  rules: EventRules,
): { value: Event[]; notices: Notice[] } {
  const context = nameContext(text, mentions, rules.speech);
  const names = findNames(context);
  // a place inside the name of a body is its seat: وزارة الدفاع في باكو
  const seats = new Set<number>();
  for (const name of names) {
    if (headAt(context, name.first) === null) continue;
    for (let at = name.first + 1; at < name.last; at++) {
      const mention = context.startsAt.get(at);
      if (mention !== undefined) seats.add(mention.start);
    }
  }
  const setting = new Setting(text, mentions, dates, rules, seats);
  const cuesBy = new Map<number, Cue[]>();
  for (const cue of findCues(context, names)) {
    const list = cuesBy.get(cue.passage);
    if (list === undefined) cuesBy.set(cue.passage, [cue]);
    else list.push(cue);
  }
  const reader = new PassageReader(text, rules, setting, context, names, claims, documentDate);
  const value: Event[] = [];
  const told = new Set<string>();
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    const key = headlineKey(text, passage.index);
    if (passage.heading) {
      if (told.has(key) || (passage.index > 0 && value.length > 0 && hasBodyAfter(text, passage.index))) {
        told.add(key);
        continue;
      }
    } else if (key.length > 20 && key.length < 300 && told.has(key)) continue;
    told.add(key);
    value.push(...reader.read(passage.index, cuesBy.get(passage.index) ?? []));
  }
  const ids = new Map<string, number>();
  const notices: Notice[] = [];
  return {
    value: value
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1))
      .map((one) => {
        const base = `${one.kind}-${one.trigger.start}`;
        const count = ids.get(base) ?? 0;
        ids.set(base, count + 1);
        return { ...one, id: count === 0 ? base : `${base}-${count}` };
      }),
    notices,
  };
}

const headlineKey = (text: TokenisedText, passage: number) => {
  let key = '';
  for (let at = text.firstToken[passage] ?? 0; at < (text.lastToken[passage] ?? 0) && key.length < 300; at++)
    if (text.tokens[at]?.type !== 'sign') key += `${text.tokens[at]?.folded} `;
  return key;
};

/** A heading between sentences repeats what the next sentence tells. */
const hasBodyAfter = (text: TokenisedText, passage: number) =>
  text.passages.slice(passage + 1, passage + 3).some((next) => !next.heading && !next.furniture);

/** So many sentences at the head of a report tell the news of its day. */
const LEAD = 2;
/** Passages over which a date of the last days is kept for what follows undated. */
const NEAR = 1;
const NEWS_DAYS = 10;

class PassageReader {
  private readonly text: TokenisedText;
  private readonly rules: EventRules;
  private readonly setting: Setting;
  private readonly context: NameContext;
  private readonly names: readonly Name[];
  private readonly claims: readonly Claim[];
  private readonly documentDate: string | null;
  /** Ids of places that the document names: a government's id is its place's. */
  private readonly states: ReadonlySet<string>;
  /** Last passage of the report's lead. */
  private readonly leadEnd: number;
  private claimFrom = 0;
  private nameFrom = 0;
  private lastPlace: string | null = null;
  private lastPlacePassage = -9;
  private lastPlaceKind: EventKind | null = null;
  /** When each speaker last spoke, where the text says so. */
  private readonly spoke = new Map<string, { readonly date: string; readonly passage: number }>();
  private lastDate: string | null = null;
  private lastPassage = -1;

  constructor(
    text: TokenisedText,
    rules: EventRules,
    setting: Setting,
    context: NameContext,
    names: readonly Name[],
    claims: readonly Claim[],
    documentDate: string | null,
  ) {
    this.text = text;
    this.rules = rules;
    this.setting = setting;
    this.context = context;
    this.names = names;
    this.claims = [...claims].sort((a, b) => a.start - b.start || b.end - a.end);
    this.documentDate = documentDate;
    const body = text.passages.filter((passage) => !passage.furniture && !passage.heading);
    this.leadEnd = body[Math.min(LEAD, body.length) - 1]?.index ?? 0;
    this.states = new Set(
      setting.mentions.flat().flatMap((mention) => (mention.placeId === null ? [] : [stateOf(mention.placeId)])),
    );
  }

  read(index: number, cues: readonly Cue[]): Event[] {
    const { text, rules } = this;
    const passage = text.passages[index];
    if (passage === undefined) return [];
    const first = text.firstToken[index] ?? 0;
    const limit = text.lastToken[index] ?? first;
    while (this.claimFrom < this.claims.length && (this.claims[this.claimFrom]?.end ?? 0) < passage.start)
      this.claimFrom++;
    const claims: Claim[] = [];
    for (let at = this.claimFrom; at < this.claims.length && (this.claims[at]?.start ?? 0) < passage.end; at++) {
      const claim = this.claims[at];
      if (claim !== undefined && claim.end > passage.start) claims.push(claim);
    }
    const dates = this.setting.dates[index] ?? [];
    const dateTokens = new Set<number>();
    for (let at = first; at < limit; at++) {
      const token = text.tokens[at];
      if (token !== undefined && dates.some((date) => date.start < token.end && date.end > token.start))
        dateTokens.add(at);
    }
    const offset = (at: number) => text.tokens[at]?.start ?? passage.end;
    const around: Surroundings = {
      text,
      rules,
      first,
      limit,
      heading: passage.heading,
      dated: (from, to) =>
        dates.some(
          (date) =>
            date.type !== 'duration' &&
            date.start >= offset(from) &&
            date.start < (to >= limit ? passage.end : offset(to)),
        ),
      counted: (from, to) => {
        for (let at = from; at < to; at++)
          if (!dateTokens.has(at) && (text.tokens[at]?.type === 'number' || this.isNumber(at))) return true;
        return false;
      },
    };
    const question = signOf(text, limit - 1) === '؟' || signOf(text, limit - 1) === '?';
    const hits = findHits(text, first, limit, rules, (at) => dateTokens.has(at));
    const demands = cues.filter((cue) => cue.verb?.act === 'demand' && cue.content >= 0);
    const told: Told[] = [];
    let toll: Hit | null = null;
    const speech: Hit[] = [];
    for (const hit of hits) {
      if (hit.trigger.weight === 'speech') {
        speech.push(hit);
        continue;
      }
      let factuality = factualityOf(text, hit, first, rules);
      const own = around.dated(hit.last, Math.min(limit, hit.last + 8));
      const demanded = this.underDemand(demands, hit, limit);
      if (factuality === 'demanded' || demanded) {
        if (!own && !this.relativeBetween(demands, hit)) continue;
        factuality = 'reported';
      }
      if (factuality === 'mentioned') {
        if (!own) continue;
        factuality = 'reported';
      }
      if (question && factuality === 'reported') factuality = 'possible';
      if (factuality === 'reported' && !asserts(hit, around, toll)) continue;
      if (factuality !== 'reported' && hit.trigger.weight === 'background') continue;
      if (factuality === 'possible' && (hit.trigger.kind === 'agreement' || hit.trigger.kind === 'negotiation'))
        continue;
      if (isHarm(hit.trigger.kind) && factuality === 'reported') toll = hit;
      told.push({ hit, factuality, claim: innermost(claims, offset(hit.at)) });
    }
    const happenings = mergeHits(text, told, rules);
    const drafts = this.spread(index, first, limit, happenings, claims, cues, dateTokens);
    // "which the ministry denied": the same happening, denied by someone else
    for (const cue of cues) {
      if (cue.verb?.act !== 'deny' || cue.use?.suffixed !== true || cue.name === null) continue;
      const meant = [...drafts].reverse().find((draft) => draft.triggerAt < cue.at && draft.factuality === 'reported');
      if (meant === undefined) continue;
      const { start, end, surface } = nameSurface(this.context, cue.name);
      const same = claims.find((one) => one.speaker.start === start) ?? null;
      const claim = same ?? {
        start,
        end,
        attributedTo: surface,
        speakerId: speakerId(this.context, readParts(this.context, cue.name)),
        direct: false,
        speaker: { start, end },
      };
      drafts.push({
        ...meant,
        first: cue.start,
        last: cue.name.last,
        triggerAt: cue.at,
        triggerEnd: cue.at + 1,
        factuality: 'negated',
        claim,
        hits: [],
        trigger: null,
        more: [],
      });
    }
    const acts = speechActs({
      text,
      rules,
      context: this.context,
      index,
      first,
      limit,
      cues,
      claims,
      drafts,
      nouns: speech,
    });
    // what someone only asks for is told by the demand
    const kept = drafts.filter(
      (draft) =>
        !(
          draft.factuality === 'possible' &&
          acts.some((act) => act.kind === 'demand' && act.first <= draft.first && act.last >= draft.last)
        ),
    );
    // laid mines are no blast
    const happened = kept.filter(
      (draft) => draft.kind !== 'landmine' || draft.hits.some((hit) => hit.trigger.weight !== 'background'),
    );
    const all = [...happened, ...acts];
    const events = all.map((draft) => this.build(draft, dates, dateTokens));
    events.push(...events.flatMap((one) => (SPEECH.has(one.kind) ? [] : this.again(one, dates))));
    for (const one of events) {
      if (!SPEECH.has(one.kind) && one.placeId !== null && one.placeRole === 'location') {
        this.lastPlace = one.placeId;
        this.lastPlacePassage = index;
        this.lastPlaceKind = one.kind;
      }
      if (!SPEECH.has(one.kind) && one.date !== null && one.dateBasis === 'passage') {
        this.lastDate = one.date;
        this.lastPassage = index;
      }
    }
    return events;
  }

  private isNumber(at: number): boolean {
    const folded = this.text.tokens[at]?.folded ?? '';
    const { numbers } = this.rules;
    return (
      numbers.values.has(folded) ||
      numbers.duals.has(folded) ||
      numbers.multipliers.has(folded) ||
      (/^[وب]/u.test(folded) && numbers.values.has(folded.slice(1)))
    );
  }

  private underDemand(demands: readonly Cue[], hit: Hit, limit: number): boolean {
    for (const demand of demands) {
      if (hit.at < demand.content || hit.at >= limit) continue;
      let open = true;
      for (let at = demand.content; at < hit.at && open; at++) {
        if (isHard(this.text, at)) open = false;
        const token = this.text.tokens[at];
        if (signOf(this.text, at) === '،' && at + 1 < hit.at) {
          const next = this.text.tokens[at + 1]?.folded ?? '';
          if (this.rules.speech.breaks.has(next) || this.rules.clauseOpeners.has(next)) open = false;
        }
        if (
          token !== undefined &&
          at > demand.content &&
          this.rules.speech.verbs.find(token.folded).some((found) => found.use.form === 'verb' && found.use.conjunction)
        )
          open = false;
      }
      if (open) return true;
    }
    return false;
  }

  /** "a halt to the operations that broke out": what a relative clause tells did happen. */
  private relativeBetween(demands: readonly Cue[], hit: Hit): boolean {
    if (hit.use.form !== 'verb') return false;
    for (let at = hit.at - 1; at >= hit.at - 3; at--)
      if (this.rules.speech.relatives.has(this.text.tokens[at]?.folded ?? ''))
        return demands.some((demand) => demand.content <= at);
    return false;
  }

  /** How far each happening reaches in its passage: up to the one before and after it, and its claim. */
  private spread(
    index: number,
    first: number,
    limit: number,
    happenings: readonly Happening[],
    claims: readonly Claim[],
    cues: readonly Cue[],
    dateTokens: ReadonlySet<number>,
  ): Draft[] {
    const { text } = this;
    const drafts: Draft[] = [];
    // a happening told in two places of the sentence ("this war …") has two stretches; the first one is its span
    const ordered: { happening: Happening; hits: Hit[]; main: number }[] = [];
    const tagged = happenings
      .flatMap((happening) => happening.hits.map((hit) => ({ happening, hit })))
      .sort((a, b) => a.hit.at - b.hit.at);
    for (const { happening, hit } of tagged) {
      const last = ordered[ordered.length - 1];
      if (last?.happening === happening) last.hits.push(hit);
      else ordered.push({ happening, hits: [hit], main: ordered.findIndex((one) => one.happening === happening) });
    }
    for (const [place, { happening, hits, main }] of ordered.entries()) {
      const head = hits[0] as Hit;
      const tail = hits[hits.length - 1] as Hit;
      const before = ordered[place - 1];
      const after = ordered[place + 1];
      let from = before === undefined ? first : (before.hits[before.hits.length - 1]?.last ?? first);
      let to = after === undefined ? limit : (after.hits[0]?.at ?? limit);
      const claim = happening.claim >= 0 ? (claims[happening.claim] ?? null) : null;
      if (claim !== null) {
        while (from < head.at && (text.tokens[from]?.start ?? 0) < claim.start) from++;
        while (to > tail.last && (text.tokens[to - 1]?.end ?? 0) > claim.end) to--;
      }
      for (const cue of cues) {
        if (cue.start > tail.last && cue.start < to && cue.type !== 'source') to = cue.start;
        if (cue.content > from && cue.content <= head.at && cue.type !== 'bare' && cue.type !== 'source')
          from = cue.content;
      }
      if (before !== undefined) from = this.boundary(from, head.at, true, dateTokens);
      if (after !== undefined || to < limit) to = this.boundary(tail.last, to, false, dateTokens);
      for (let at = head.at - 1; at >= from; at--) if (isHard(text, at)) from = at + 1;
      for (let at = tail.last; at < to; at++) if (isHard(text, at)) to = at;
      while (from < head.at && text.tokens[from]?.type === 'sign') from++;
      while (to > tail.last && text.tokens[to - 1]?.type === 'sign' && !'"”»)'.includes(signOf(text, to - 1))) to--;
      const last = Math.max(to, tail.last);
      if (main >= 0) {
        const known = drafts.find((draft) => draft.trigger === ordered[main]?.hits[0]);
        if (known !== undefined)
          drafts[drafts.indexOf(known)] = { ...known, more: [...(known.more ?? []), [from, last]] };
        continue;
      }
      drafts.push({
        passage: index,
        first: from,
        last,
        trigger: head,
        triggerAt: head.at,
        triggerEnd: head.last,
        kind: happening.kind,
        plover: happening.plover,
        factuality: happening.factuality,
        claim,
        actors: [],
        hits: happening.hits,
      });
    }
    return drafts;
  }

  /** The last (or first) comma or conjunction between two happenings; the whole stretch goes to the first one if there is none. */
  private boundary(from: number, to: number, start: boolean, dateTokens: ReadonlySet<number>): number {
    const { text, rules } = this;
    let found = -1;
    for (let at = from; at < to; at++) {
      const token = text.tokens[at];
      const sign = signOf(text, at);
      const cut =
        sign === '،' ||
        sign === ',' ||
        isHard(text, at) ||
        (token?.type === 'word' && rules.clauseOpeners.has(token.folded) && at > from);
      if (cut) {
        found = at;
        if (!start && (sign === '' || !this.continues(at + 1, to, dateTokens))) break;
      }
    }
    if (start) return found >= 0 ? found + (text.tokens[found]?.type === 'sign' ? 1 : 0) : from;
    return found >= 0 ? found : to;
  }

  /** Whether what follows a comma still belongs to the happening: "among them two children". */
  private continues(at: number, to: number, dateTokens: ReadonlySet<number>): boolean {
    if (dateTokens.has(at)) return true;
    const folded = this.text.tokens[at]?.folded ?? '';
    return at < to && /^(?:بينهم|بينهما|بينها|منهم|من|و?اكثر|و?نحو|معظمهم|اغلبهم|في|ب)/u.test(folded);
  }

  private build(draft: Draft, dates: readonly DateExpression[], dateTokens: ReadonlySet<number>): Event {
    const { text, rules } = this;
    const start = text.tokens[draft.first]?.start ?? 0;
    const end = text.tokens[draft.last - 1]?.end ?? start;
    const triggerStart = text.tokens[draft.triggerAt]?.start ?? start;
    const triggerEnd = text.tokens[draft.triggerEnd - 1]?.end ?? triggerStart;
    const happens = !SPEECH.has(draft.kind);
    // who declares independence does it: it is no claim
    const performed =
      draft.kind === 'political-status' &&
      draft.claim !== null &&
      draft.claim.direct === false &&
      draft.claim.end >= end &&
      draft.trigger?.use.form === 'verb' &&
      Math.abs(draft.claim.start - triggerStart) < 40;
    const claim = performed ? null : draft.claim;
    const place =
      (happens ? null : this.setting.venue(draft.passage, triggerStart)) ??
      this.setting.locate(
        draft.passage,
        triggerStart,
        start,
        end,
        happens,
        draft.kind,
        draft.passage - this.lastPlacePassage <= 2 && this.lastPlaceKind === draft.kind ? this.lastPlace : null,
      );
    const ground = happens ? this.ownGround(draft, start, end) : null;
    const definite =
      draft.trigger !== null &&
      draft.trigger.use.form === 'noun' &&
      draft.trigger.use.article &&
      draft.hits.length === 1;
    const pluperfect = this.isPluperfect(draft);
    const recent = draft.passage - this.lastPassage <= 1 && this.lastPassage >= 0;
    const pointing = happens && recent && this.pointsBack(draft);
    const spoken = !happens && draft.claim !== null ? this.spoke.get(draft.claim.speakerId) : undefined;
    let contentAt = text.tokens[draft.content ?? draft.last]?.start ?? end;
    if (!happens)
      for (const date of dates) if (date.start >= contentAt - 1 && date.start - contentAt <= 2) contentAt = date.end;
    const fresh =
      happens &&
      !definite &&
      !pluperfect &&
      draft.factuality !== 'possible' &&
      !draft.hits.some((hit) => hit.trigger.weight === 'background' && hit.use.form === 'noun');
    const told =
      fresh && this.lastPassage >= 0 && draft.passage - this.lastPassage <= NEAR && this.isNews(this.lastDate)
        ? this.lastDate
        : null;
    const dated = dateOf(
      happens ? dates.filter((date) => !this.since(date)) : dates.filter((date) => date.end <= contentAt),
      triggerStart,
      start,
      end,
      {
        context: pointing
          ? this.lastDate
          : happens
            ? told
            : spoken !== undefined && draft.passage - spoken.passage <= 4
              ? spoken.date
              : null,
        document: this.documentDate,
        fresh: fresh && draft.passage <= this.leadEnd,
        taken: new Set(),
      },
    );
    if (draft.claim !== null && dated.date !== null && dated.dateBasis !== 'document' && !happens)
      this.spoke.set(draft.claim.speakerId, { date: dated.date, passage: draft.passage });
    const figures: Figure[] = [];
    if (happens)
      for (const [from, to] of [[draft.first, draft.last] as const, ...(draft.more ?? [])])
        for (const figure of findFigures(
          text,
          from,
          to,
          rules,
          (at) => dateTokens.has(at),
          (a, b) => this.fate({ ...draft, first: from, last: to }, a, b),
        ))
          if (!figures.some((other) => other.what === figure.what && other.value === figure.value))
            figures.push(figure);
    const actors = [...draft.actors];
    for (const surface of this.actorsIn(draft))
      if (!actors.includes(surface) && actors.length < 5) actors.push(surface);
    const range = happens ? this.sinceRange(dates, dated.date, start, end) : null;
    return {
      id: '',
      start,
      end,
      passage: draft.passage,
      kind: draft.kind,
      plover: draft.plover !== undefined ? draft.plover : EVENT_KINDS[draft.kind],
      trigger: { start: triggerStart, end: triggerEnd },
      placeId: ground ?? place.placeId,
      placeRole: ground !== null ? 'location' : place.placeRole,
      date: range ?? dated.date,
      dateBasis: range !== null ? 'passage' : dated.dateBasis,
      actors,
      attributedTo: claim?.attributedTo ?? null,
      speakerId: claim?.speakerId ?? null,
      figures,
      factuality: draft.factuality,
      framing: this.framings(draft),
    };
  }

  /** What became of people counted near a trigger: the trigger before them, else the one right after. */
  private fate(draft: Draft, first: number, last: number): Figure['what'] | null {
    const { text, rules } = this;
    const of = (at: number): Figure['what'] | null => {
      const folded = text.tokens[at]?.folded ?? '';
      if (folded === '') return null;
      for (const found of rules.triggers.find(folded)) {
        const what = rules.tolls.get(found.entry.lemma);
        if (what !== undefined) return what;
      }
      for (const found of rules.causes.find(folded)) {
        const what = rules.tolls.get(found.entry);
        if (what !== undefined) return what;
      }
      return null;
    };
    if (last >= 0)
      for (let at = last; at < last + 2 && at < draft.last; at++) {
        if (text.tokens[at]?.type !== 'word') break;
        const verb = rules.triggers
          .find(text.tokens[at]?.folded ?? '')
          .some((found) => found.use.form === 'verb' && !found.use.conjunction);
        if (verb) {
          const what = of(at);
          if (what !== null) return what;
        }
      }
    for (let at = first - 1; at >= draft.first && at >= first - (last < 0 ? 3 : 14); at--) {
      const what = of(at);
      if (what !== null) return what;
    }
    return null;
  }

  private isPluperfect(draft: Draft): boolean {
    for (let at = draft.triggerAt - 1; at >= draft.first && at >= draft.triggerAt - 8; at--)
      if (this.rules.pluperfect.has(this.text.tokens[at]?.folded ?? '')) return true;
    return false;
  }

  /** "since the fall of … in 1991": not the date of what happened since. */
  private since(date: DateExpression): boolean {
    return (
      /(?:^|\s)(?:و?منذ)\s+(?:\S+\s+){0,4}$/u.test(this.text.text.slice(Math.max(0, date.start - 40), date.start)) &&
      date.type !== 'relative'
    );
  }

  /** "since 6 May": from then to the document's day. */
  private sinceRange(dates: readonly DateExpression[], chosen: string | null, start: number, end: number): string | null {
    const now = this.documentDate;
    if (now === null || !/^[\dX-]+$/u.test(now)) return null;
    for (const date of dates) {
      if (date.start < start || date.end > end || date.edtf === null || !/^[\d-]+$/u.test(date.edtf)) continue;
      if (!/(?:^|\s)منذ\s+(?:يوم\s+)?$/u.test(this.text.text.slice(Math.max(0, date.start - 12), date.start))) continue;
      if (chosen === null || chosen === date.edtf) return date.edtf < now ? `${date.edtf}/${now}` : null;
    }
    return null;
  }

  /** Whether a date lies in the days before the document: what goes on undated is of those days. */
  private isNews(date: string | null): boolean {
    const days = date === null ? null : daysOf(date);
    const now = this.documentDate === null ? null : daysOf(this.documentDate);
    return (
      days !== null &&
      now !== null &&
      days[1] - days[0] <= NEWS_DAYS &&
      now[0] - days[0] <= NEWS_DAYS &&
      days[0] <= now[1]
    );
  }

  /** "in areas under its control": the ground of the government that says so. */
  private ownGround(draft: Draft, start: number, end: number): string | null {
    if (draft.claim === null || !this.states.has(draft.claim.speakerId)) return null;
    return /(?:لسيطرتها|لسيطرته|أراضيها|أراضيه)/u.test(this.text.text.slice(start, end)) ? draft.claim.speakerId : null;
  }

  /** هذه الهجمات, خلالها: what was told just before. */
  private pointsBack(draft: Draft): boolean {
    for (let at = draft.first; at < draft.last; at++)
      if (/^(?:هذه|هذا|تلك|ذلك|خلالها|خلاله|بهذه|لهذه)$/u.test(this.text.tokens[at]?.folded ?? '')) return true;
    return false;
  }

  /** "… on the 13th and once more on the 28th": the same again on another day. */
  private again(told: Event, dates: readonly DateExpression[]): Event[] {
    const found = /(?:مرة|مرات) أخرى/u.exec(this.text.text.slice(told.start, told.end));
    if (found === null) return [];
    const start = told.start + found.index;
    const date = dates.find(
      (one) => one.start >= start && one.start - start < 24 && one.end <= told.end && one.edtf !== null,
    );
    if (date === undefined || date.edtf === told.date || start < told.trigger.end) return [];
    return [
      {
        ...told,
        start,
        end: date.end,
        trigger: { start, end: start + found[0].length },
        date: date.edtf,
        dateBasis: 'passage',
        figures: [],
      },
    ];
  }

  private actorsIn(draft: Draft): string[] {
    const { text } = this;
    const out: string[] = [];
    while (
      this.nameFrom < this.names.length &&
      (this.names[this.nameFrom]?.last ?? 0) <= (text.firstToken[draft.passage] ?? 0)
    )
      this.nameFrom++;
    for (let index = this.nameFrom; index < this.names.length; index++) {
      const name = this.names[index];
      if (name === undefined || name.first >= draft.last) break;
      if (name.first < draft.first) continue;
      out.push(nameSurface(this.context, name).surface);
    }
    return out;
  }

  private framings(draft: Draft): string[] {
    const { text, rules } = this;
    const out: string[] = [];
    for (let at = draft.first; at < draft.last; at++) {
      const token = text.tokens[at];
      if (token?.type !== 'word') continue;
      for (const spellings of rules.framings)
        for (const spelling of spellings) {
          if (spelling[0] !== token.folded) continue;
          let look = at + 1;
          let fits = true;
          for (const word of spelling.slice(1)) {
            if (text.tokens[look]?.folded !== word) {
              fits = false;
              break;
            }
            look++;
          }
          if (!fits || look > draft.last) continue;
          const surface = text.text.slice(token.start, text.tokens[look - 1]?.end ?? token.end);
          if (!out.includes(surface)) out.push(surface);
        }
    }
    return out;
  }
}
