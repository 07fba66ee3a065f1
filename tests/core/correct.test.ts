import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../src/cli/gazetteer-index.ts';
import { analyse } from '../../src/core/analyse.ts';
import { applyCorrections } from '../../src/core/correct.ts';
import { anchorOf, locate } from '../../src/core/correction/anchor.ts';
import { ownEntries } from '../../src/core/correction/own-places.ts';
import { combineGazetteers } from '../../src/core/gazetteer/combine.ts';
import { compileGazetteer } from '../../src/core/gazetteer/compile.ts';
import { openGazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import type { Correction, CorrectionAction } from '../../src/core/model/correction.ts';
import { formatCorrections, mergeCorrections, parseCorrections } from '../../src/formats/corrections.ts';

const TEXT =
  'قالت وزارة الدفاع في باكو أمس إن القوات قصفت ستيباناكيرت في 19 سبتمبر 2023. وعاد الوفد إلى باكو من قرية مجهولة.';
const world = loadGazetteer();
const found = analyse({ id: 'a', text: TEXT, date: '2023-09-20' }, world);

function make(quote: string, action: CorrectionAction, more: Partial<Correction> = {}, text = TEXT): Correction {
  const start = text.indexOf(quote);
  return { document: 'a', ...anchorOf(text, { start, end: start + quote.length }), scope: 'here', action, ...more };
}
const placesOf = (analysis: typeof found) => analysis.mentions.map(({ surface, placeId }) => `${surface}=${placeId}`);

describe('corrections', () => {
  it('gives a mention another place, and only it', () => {
    const { analysis, notices, applied } = applyCorrections(
      found,
      TEXT,
      [make('باكو', { type: 'place', placeId: 'yerevan' })],
      world,
    );
    expect([notices, applied]).toEqual([[], [true]]);
    const changed = analysis.mentions.filter(
      (mention, at) => JSON.stringify(mention) !== JSON.stringify(found.mentions[at]),
    );
    expect(
      changed.map(({ surface, placeId, confidence, evidence }) => [surface, placeId, confidence, evidence]),
    ).toEqual([['باكو', 'yerevan', 1, ['correction']]]);
    expect(changed[0]?.candidates[0]?.placeId).toBe('baku');
    expect(analysis.dates).toEqual(found.dates);
  });

  it('applies to every such name of the corpus where that was meant', () => {
    const other = {
      ...make('باكو', { type: 'place', placeId: 'yerevan' }, { scope: 'corpus' }),
      document: 'somewhere else',
    };
    const { analysis, notices } = applyCorrections(found, TEXT, [other], world);
    expect(analysis.mentions.filter(({ placeId }) => placeId === 'yerevan')).toHaveLength(2);
    expect(notices).toEqual([]);
  });

  it('takes a name that is none, and adds one that was missed', () => {
    const own = {
      id: 'own:village',
      kind: 'village',
      names: { ar: ['قرية مجهولة'] },
      geometry: { type: 'Point', coordinates: [46.7, 39.8] },
    } as const;
    const corrections = [make('باكو', { type: 'not-a-place' }), make('قرية مجهولة', { type: 'new-place', place: own })];
    const gazetteer = combineGazetteers([world, openGazetteer(compileGazetteer(ownEntries(corrections)))]);
    const { analysis, applied } = applyCorrections(found, TEXT, corrections, gazetteer);
    expect(applied).toEqual([true, true]);
    expect(placesOf(analysis)).toEqual([...placesOf(found).slice(1), 'قرية مجهولة=own:village']);
    expect(analysis.mentions.at(-1)).toMatchObject({ lat: 39.8, lon: 46.7, name: 'قرية مجهولة' });
    for (const { start, end, surface } of analysis.mentions) expect(TEXT.slice(start, end)).toBe(surface);
  });

  it('mends dates and events', () => {
    const event = found.events[0];
    if (!event) throw new Error('the text reports nothing');
    const quote = TEXT.slice(event.start, event.end);
    const { analysis } = applyCorrections(
      found,
      TEXT,
      [
        make('19 سبتمبر 2023', { type: 'date', edtf: '2023-09-18' }),
        make(quote, { type: 'event', was: event.kind, kind: 'accident', attributedTo: null, date: '2023-09-17' }),
      ],
      world,
    );
    expect(analysis.dates.map(({ edtf }) => edtf)).toContain('2023-09-18');
    expect(analysis.events[0]).toMatchObject({
      kind: 'accident',
      attributedTo: null,
      speakerId: null,
      date: '2023-09-17',
      dateBasis: 'passage',
    });
    const none = applyCorrections(found, TEXT, [make(quote, { type: 'not-an-event', was: event.kind })], world);
    expect(none.analysis.events).toHaveLength(found.events.length - 1);
  });

  it('finds its words after small changes of the text, and says when they are gone', () => {
    const correction = make('باكو من', { type: 'place', placeId: 'yerevan' });
    const changed = `عنوان جديد\n${TEXT.replace('أمس', 'يوم أمس').replace('باكو من', 'باكُو  من')}`;
    const { analysis, notices } = applyCorrections(
      analyse({ id: 'a', text: changed }, world),
      changed,
      [correction],
      world,
    );
    expect(notices).toEqual([]);
    expect(analysis.mentions.find(({ placeId }) => placeId === 'yerevan')?.surface).toBe('باكُو  من');
    const gone = applyCorrections(
      found,
      'نص آخر',
      [correction, make('باكو', { type: 'place', placeId: 'no-such-place' })],
      world,
    );
    expect(gone.applied).toEqual([false, false]);
    expect(gone.notices.map(({ code }) => code)).toEqual(['correction-lost', 'correction-lost']);
    expect(gone.notices[1]?.message).toMatch(/no place "no-such-place"/);
  });

  it('tells places with the same words apart by what stands around them', () => {
    const text = 'من باكو إلى باكو ثم باكو.';
    const second = { start: text.indexOf('باكو', 6), end: text.indexOf('باكو', 6) + 4 };
    const moved = `مقدمة طويلة ${text}`;
    expect(locate(moved, anchorOf(text, second))).toEqual({ start: second.start + 12, end: second.end + 12 });
  });

  it('reads what it writes, merges, and never throws for what a file may hold', () => {
    const list = [
      make('باكو', { type: 'not-a-place' }),
      make('ستيباناكيرت', { type: 'place', placeId: 'stepanakert' }),
    ];
    expect(parseCorrections(formatCorrections(list))).toEqual({ corrections: list, faults: [] });
    const later = make('باكو', { type: 'place', placeId: 'baku' });
    expect(mergeCorrections(list, [later])).toEqual([later, list[1]]);
    expect(parseCorrections('{"format":"mawdi-corrections","version":2}').faults[0]).toMatch(/version 2/);
    const place = {
      id: 'own:x',
      kind: 'city',
      names: { en: ['Evil\u202e city'] },
      geometry: { type: 'Point', coordinates: [1, 2] },
    };
    const turned = [
      { ...make('باكو', { type: 'not-a-place' }), action: { type: 'new-place', place } },
      { ...make('باكو', { type: 'not-a-place' }), action: { type: 'event', attributedTo: '\u2067Somebody' } },
    ];
    const kept = parseCorrections(JSON.stringify({ format: 'mawdi-corrections', version: 1, corrections: turned }));
    expect(kept.faults).toEqual([]);
    expect(JSON.stringify(kept.corrections)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (action, field) => {
        const entry = { ...make('باكو', { type: 'not-a-place' }), action, before: field };
        const { corrections, faults } = parseCorrections(
          JSON.stringify({ format: 'mawdi-corrections', version: 1, corrections: [entry, field] }),
        );
        expect(corrections.length + faults.length).toBe(2);
        const { analysis } = applyCorrections(found, TEXT, corrections, world);
        for (const { start, end, surface } of analysis.mentions) expect(TEXT.slice(start, end)).toBe(surface);
      }),
    );
  });

  it('never throws for odd offsets and quotes', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.nat(200),
        fc.nat(50),
        fc.constantFrom('here', 'corpus'),
        (quote, start, length, scope) => {
          const correction = {
            document: 'a',
            quote: quote || TEXT.slice(start % 90, (start % 90) + 1 + length),
            start,
            end: start + length + 1,
            scope: scope as 'here',
            action: { type: 'place', placeId: 'baku' } as const,
          };
          const { analysis } = applyCorrections(found, TEXT, [correction], world);
          for (const mention of analysis.mentions) expect(TEXT.slice(mention.start, mention.end)).toBe(mention.surface);
        },
      ),
    );
  });
});
