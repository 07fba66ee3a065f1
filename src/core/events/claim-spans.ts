import { breakBefore, nextBreak, sourceStart, trimmed } from './claim-bounds.ts';
import type { ClaimSpan } from './claim-span.ts';
import type { Cue } from './cue.ts';
import { headAt, type Name, type NameContext } from './names.ts';
import { quoteClaims } from './quote-claims.ts';
import type { Quote } from './quotes.ts';
import type { Speaker, SpeakerTable } from './speakers.ts';

interface Open {
  span: ClaimSpan;
  cue: Cue;
}

/** Whether a cue opens its sentence with a conjunction: ودعا …, وكان قد دعا …. */
function opens(context: NameContext, { use, start, passage }: Cue): boolean {
  const { tokens, firstToken } = context.text;
  const first = firstToken[passage] ?? 0;
  if (use?.conjunction === true) return start - first <= 1;
  return (
    start > first && start - first <= 2 && context.rules.conjoined(tokens[first]?.folded ?? '') && use?.form === 'verb'
  );
}

/** Turns cues and quotations into claims: how far each reaches, who speaks where the sentence does not say. */
export function claimSpans(
  context: NameContext,
  names: readonly Name[],
  cues: readonly Cue[],
  quotes: readonly Quote[],
  table: SpeakerTable,
): ClaimSpan[] {
  const { text } = context;
  const spans: ClaimSpan[] = [];
  let current = null as { speaker: Speaker; name: Name; cue: Cue } | null;
  let heading: { speaker: Speaker; name: Name } | null = null;
  const cueByContent = new Map<number, { speaker: Speaker; name: Name }>();
  const cueAfter: { at: number; speaker: Speaker; name: Name }[] = [];
  const own: { at: number; speaker: Speaker; name: Name; passage: number }[] = [];
  let open: Open[] = [];
  let passage = -1;
  // who each sentence begins with: "the president visited … And she called it …"
  const leads = new Map<number, Name>();
  for (const name of names) {
    const index = text.passageOf[name.first] ?? -1;
    if (!leads.has(index) && name.first - (text.firstToken[index] ?? 0) <= 3) leads.set(index, name);
  }
  const leadOf = (index: number) => {
    const lead = leads.get(index);
    return lead === undefined ? null : { speaker: table.find(lead), name: lead };
  };
  const endOf = (index: number) => text.lastToken[index] ?? 0;
  for (const [index, cue] of cues.entries()) {
    if (cue.passage !== passage) {
      open = [];
      passage = cue.passage;
    }
    const limit = endOf(passage);
    const conjoined =
      cue.use?.conjunction === true || cue.use?.form === 'participle' || breakBefore(context, cue.start);
    // who
    let who: { speaker: Speaker; name: Name } | null = null;
    const same: { speaker: Speaker; name: Name; cue: Cue } | null =
      current !== null && current.cue.passage === passage ? current : null;
    // "… and called on Baku": one name after a verb that takes a hearer, in a sentence that has its speaker
    const told =
      cue.name !== null &&
      cue.verb?.hearer === true &&
      cue.hearer === null &&
      cue.name.first > cue.at &&
      cue.use?.conjunction === true &&
      same !== null &&
      // a union of states asks for itself: وطالبت جامعة الدول العربية بعقد جلسة
      context.covers.get(cue.name.first)?.kind !== 'organisation-area' &&
      // "she warned …, and the spokesman (he) called for": another subject
      !(
        cue.verb.act === 'demand' &&
        headAt(context, cue.name.first)?.type === 'person' &&
        same.cue.use !== null &&
        same.cue.use.form === 'verb' &&
        same.cue.use.feminine !== cue.use.feminine
      );
    if (told && same !== null) who = { speaker: same.speaker, name: same.name };
    else if (cue.name !== null) who = { speaker: table.find(cue.name), name: cue.name };
    else if (cue.use?.first) {
      const around = open[open.length - 1]?.span;
      who = around !== undefined ? { speaker: around.speaker, name: around.name } : null;
    } else if (cue.use?.form === 'participle') {
      const around = open[0]?.span;
      who =
        around !== undefined
          ? { speaker: around.speaker, name: around.name }
          : current?.cue.passage === passage
            ? current
            : leadOf(passage);
    } else if (
      // "the minister arrived …, and he stressed": the subject of the sentence
      cue.use?.conjunction &&
      !(current !== null && current.cue.passage === passage) &&
      (leads.get(passage)?.last ?? Number.POSITIVE_INFINITY) <= cue.start
    ) {
      who = leadOf(passage);
    } else if (
      opens(context, cue) &&
      leads.has(passage - 1) &&
      !(current !== null && passage - current.cue.passage <= 1)
    ) {
      who = leadOf(passage - 1);
    } else if (
      current !== null &&
      text.passages[current.cue.passage] !== undefined &&
      passage - current.cue.passage <= 2
    )
      who = current;
    else who = heading;
    if (who === null) continue;
    if (cue.type === 'heading') {
      heading = who;
      current = { speaker: who.speaker, name: who.name, cue };
      spans.push({ first: cue.content, last: cue.at, speaker: who.speaker, name: who.name, direct: false });
      continue;
    }
    if (cue.type === 'source') {
      const inside = open[open.length - 1];
      if (cue.covers === 'after' && cue.content >= 0) {
        const span: ClaimSpan = {
          first: cue.content,
          last: limit,
          speaker: who.speaker,
          name: who.name,
          direct: false,
        };
        spans.push(span);
        open = [{ span, cue }];
      } else if (inside !== undefined && inside.cue.content > cue.at) {
        // "X said, quoting Y, that …": Y answers for it
        inside.span.speaker = who.speaker;
        spans.push({ ...inside.span, speaker: who.speaker, name: who.name });
      } else {
        const first = sourceStart(context, passage, cue.at, spans);
        spans.push({ first, last: cue.at, speaker: who.speaker, name: who.name, direct: false });
      }
      continue;
    }
    own.push({ at: cue.start, speaker: who.speaker, name: who.name, passage });
    if (cue.type === 'after') {
      cueAfter.push({ at: cue.at, speaker: who.speaker, name: who.name });
      current = { speaker: who.speaker, name: who.name, cue };
      continue;
    }
    if (cue.content < 0) continue;
    // close what this cue ends
    if (conjoined) {
      for (const one of open)
        if (one.span.last > cue.start) one.span.last = trimmed(context, one.span.first, cue.start);
      open = [];
    }
    const parent = open[open.length - 1];
    // what a state's own envoy says that the state does is the envoy's claim
    if (parent !== undefined && table.speaksFor(parent.span.speaker, who.speaker)) continue;
    const end = parent !== undefined ? parent.span.last : limit;
    const span: ClaimSpan = {
      first: cue.type === 'bare' ? cue.start : cue.content,
      last: end,
      speaker: who.speaker,
      name: who.name,
      direct: cue.type === 'quote' || cue.type === 'colon',
    };
    spans.push(span);
    if (cue.type === 'quote' || cue.type === 'colon') cueByContent.set(cue.content, who);
    // a source inside the introduction: "ذكرت وكالة، نقلا عن ممثل، أن"
    const source = cues
      .slice(index + 1, index + 3)
      .find((other) => other.type === 'source' && other.at < cue.content && other.passage === passage);
    if (source?.name != null) {
      const quoted = { speaker: table.find(source.name), name: source.name };
      spans[spans.length - 1] = { ...span, speaker: quoted.speaker, name: quoted.name };
      open.push({ span: spans[spans.length - 1] as ClaimSpan, cue });
      current = { speaker: quoted.speaker, name: quoted.name, cue };
      continue;
    }
    open.push({ span, cue });
    if (!(cue.use?.first ?? false)) {
      current = { speaker: who.speaker, name: who.name, cue };
    }
    const breaks = nextBreak(context, span.first, end);
    if (breaks >= 0) span.last = trimmed(context, span.first, breaks);
  }
  quoteClaims(context, quotes, spans, cueByContent, cueAfter, own, heading, table);
  return spans.filter((span) => span.last > span.first);
}
