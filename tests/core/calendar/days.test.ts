import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, civilOf, dayOf, mondayOf, weekdayOf } from '../../../src/core/calendar/days.ts';
import { dayOfHijri, hijriOf } from '../../../src/core/calendar/hijri.ts';

const anyDay = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe('days', () => {
  it('agrees with the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(civilOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekdayOf(day)).toBe(date.getUTCDay() || 7);
      }),
    );
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: date } = civilOf(day);
        expect(dayOf(year, month, date)).toBe(day);
        expect(weekdayOf(mondayOf(day))).toBe(1);
      }),
    );
  });

  it('ends a month where the other is shorter', () => {
    expect(civilOf(addMonths(dayOf(2023, 1, 31), 1))).toEqual({ year: 2023, month: 2, day: 28 });
    expect(civilOf(addMonths(dayOf(2024, 3, 31), -1))).toEqual({ year: 2024, month: 2, day: 29 });
  });
});

describe('the Hijri calendar', () => {
  const platform = (calendar: string) => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    return (day: number) => {
      const parts = format.formatToParts(new Date(day * 86_400_000));
      const number = (type: string) => Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10);
      return { year: number('year'), month: number('month'), day: number('day') };
    };
  };

  it('is Umm al-Qura from 1300 to 1600 AH', () => {
    const expected = platform('islamic-umalqura');
    fc.assert(
      fc.property(fc.integer({ min: -31_826, max: 74_000 }), (day) => {
        expect(hijriOf(day)).toEqual(expected(day));
      }),
    );
  });

  it('is tabular before', () => {
    const expected = platform('islamic-civil');
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: -32_000 }), (day) => {
        expect(hijriOf(day)).toEqual(expected(day));
      }),
    );
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -490_000, max: 100_000 }), (day) => {
        const { year, month, day: date } = hijriOf(day);
        expect(dayOfHijri(year, month, date)).toBe(day);
      }),
    );
  });
});
