import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/core/analyse.ts';
import { MAX_TEXT } from '../../src/core/model/document.ts';
import { EVENT_KINDS, FIGURE_COUNTS } from '../../src/core/model/event.ts';
import { EVIDENCE } from '../../src/core/model/evidence.ts';
import { SENSES } from '../../src/core/model/mention.ts';
import { MAX_PROPOSALS } from '../../src/core/model/proposal.ts';
import type { Span } from '../../src/core/model/span.ts';
import { anyString, anyText } from './arbitrary-text.ts';
import { smallGazetteer } from './small-gazetteer.ts';

const EVIDENCE_CODES = new Set(Object.keys(EVIDENCE));

/** What holds of every analysis, whatever the text. */
function checkAnalysis(text: string, date: string | undefined): void {
  const analysis = analyse({ id: 'x', text, lang: 'ar', ...(date === undefined ? {} : { date }) }, smallGazetteer);
  const inside = ({ start, end }: Span, what: string) => {
    expect(Number.isInteger(start) && Number.isInteger(end), what).toBe(true);
    expect(start, what).toBeGreaterThanOrEqual(0);
    expect(end, what).toBeGreaterThan(start);
    expect(end, what).toBeLessThanOrEqual(text.length);
  };
  const passageOf = (index: number) => {
    const passage = analysis.passages[index];
    expect(passage, `passage ${index}`).toBeDefined();
    return passage as NonNullable<typeof passage>;
  };
  let at = 0;
  for (const passage of analysis.passages) {
    inside(passage, 'passage');
    expect(passage.start).toBeGreaterThanOrEqual(at);
    at = passage.end;
  }
  at = 0;
  for (const mention of analysis.mentions) {
    inside(mention, 'mention');
    expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
    expect(mention.start, 'mentions in order, apart').toBeGreaterThanOrEqual(at);
    at = mention.end;
    expect(SENSES).toContain(mention.sense);
    expect(mention.confidence).toBeGreaterThanOrEqual(0);
    expect(mention.confidence).toBeLessThanOrEqual(1);
    for (const reason of mention.evidence) expect(EVIDENCE_CODES).toContain(reason.split(':')[0]);
    const passage = passageOf(mention.passage);
    expect(passage.start).toBeLessThanOrEqual(mention.start);
    expect(passage.furniture).toBe(false);
    if (mention.placeId !== null) expect(smallGazetteer.indexOf(mention.placeId)).toBeGreaterThanOrEqual(0);
  }
  at = 0;
  for (const date of analysis.dates) {
    inside(date, 'date');
    expect(text.slice(date.start, date.end)).toBe(date.surface);
    expect(date.start, 'dates in order, apart').toBeGreaterThanOrEqual(at);
    at = date.end;
    if (date.type === 'duration') expect(date.edtf).toBeNull();
    passageOf(date.passage);
  }
  for (const claim of analysis.claims) {
    inside(claim, 'claim');
    inside(claim.speaker, 'speaker');
    expect(claim.attributedTo.trim()).not.toBe('');
    expect(claim.speakerId).not.toBe('');
  }
  const ids = new Set<string>();
  for (const event of analysis.events) {
    inside(event, 'event');
    inside(event.trigger, 'trigger');
    expect(ids.has(event.id), `event id ${event.id} twice`).toBe(false);
    ids.add(event.id);
    expect(Object.keys(EVENT_KINDS)).toContain(event.kind);
    expect(event.attributedTo === null).toBe(event.speakerId === null);
    if (event.placeId === null) expect(event.placeRole).toBeNull();
    for (const figure of event.figures) {
      inside(figure, 'figure');
      expect(FIGURE_COUNTS).toContain(figure.what);
      expect(Number.isFinite(figure.value)).toBe(true);
    }
    passageOf(event.passage);
  }
  for (const notice of analysis.notices) {
    expect(notice.code).toMatch(/^[a-z0-9-]+$/);
    if (notice.start !== undefined && notice.end !== undefined)
      inside({ start: notice.start, end: notice.end }, 'notice');
  }
  expect(JSON.parse(JSON.stringify(analysis)), 'survives JSON').toEqual(analysis);
  expect(structuredClone(analysis), 'survives structuredClone').toEqual(analysis);
  expect(
    analyse({ id: 'x', text, lang: 'ar', ...(date === undefined ? {} : { date }) }, smallGazetteer),
    'the same twice',
  ).toEqual(analysis);
}

const date = fc.constantFrom(undefined, '2023-09-19', '2022', '2023-11~/2024-01~', '2023-21', 'nonsense', '');

describe('the analysis of any text', () => {
  it('keeps its promises on text-like strings', () => {
    fc.assert(fc.property(anyText, date, checkAnalysis));
  });

  it('keeps its promises on any UTF-16', () => {
    fc.assert(fc.property(anyString, date, checkAnalysis));
  });

  it.each([
    ['', 'empty-document', 'warning'],
    [' \n\t\u00a0\u2028', 'empty-document', 'warning'],
    ['12 ؟', 'unknown-language', 'warning'],
    ['Русский текст о городе Баку.', 'unknown-language', 'warning'],
  ])('%j gives a notice, not an error thrown', (text, code, severity) => {
    const { notices, mentions } = analyse({ id: 'x', text }, smallGazetteer);
    expect(notices).toMatchObject([{ code, severity }]);
    expect(mentions).toEqual([]);
  });

  it('refuses what is too long to hold', () => {
    expect(analyse({ id: 'x', text: 'ا'.repeat(MAX_TEXT + 1) }, smallGazetteer).notices).toMatchObject([
      { code: 'text-too-long', severity: 'error' },
    ]);
  });

  it('refuses what may name more places than can be held', () => {
    const { mentions, notices } = analyse({ id: 'x', text: 'باكو '.repeat(MAX_PROPOSALS + 1) }, smallGazetteer);
    expect(notices).toMatchObject([{ code: 'too-many-names', severity: 'error' }]);
    expect(mentions).toEqual([]);
  });

  it.each([
    [[undefined, smallGazetteer], /document\.id must be a string, not undefined/],
    [[{ id: 'a' }, smallGazetteer], /document\.text must be a string, not undefined/],
    [[{ id: 'a', text: 'Baku', date: 2023 }, smallGazetteer], /document\.date must be a string/],
    [[{ id: 'a', text: 'Baku' }, undefined], /the gazetteer is missing/],
  ])('says what is wrong with a call that no type has checked: %#', (call, told) => {
    expect(() => (analyse as (...words: unknown[]) => unknown)(...call)).toThrow(told);
  });

  it('takes no date that is none, where nothing can be read either', () => {
    const { date, dateBasis } = analyse({ id: 'a', text: 'Baku', lang: 'xx', date: 'garbage' }, smallGazetteer);
    expect({ date, dateBasis }).toEqual({ date: null, dateBasis: 'unknown' });
  });

  it('does not depend on what was read before', () => {
    const first = { id: 'a', text: 'قالت باكو أمس إن 25 جنديا قتلوا في ناغورنو كاراباخ.', date: '2023-09-19' };
    const second = { id: 'b', text: 'في طرابلس. وقالت ليبيا إنها قلقة.', date: '2020-01-01' };
    const alone = analyse(first, smallGazetteer);
    analyse(second, smallGazetteer);
    expect(analyse(first, smallGazetteer)).toEqual(alone);
  });
});
