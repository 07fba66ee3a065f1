import type { PackedColumn, PackedRows } from '../model/atlas-file.ts';

/** Packs objects field by field. A field that is undefined is one that the row lacks. */
export function packRows(rows: readonly object[]): PackedRows {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) names.add(name);
  const columns: Record<string, PackedColumn> = {};
  for (const name of names) columns[name] = packColumn(rows.map((row) => (row as Record<string, unknown>)[name]));
  return { rows: rows.length, columns };
}

export function packColumn(values: readonly unknown[]): PackedColumn {
  const numbers = values.every((value) => Number.isSafeInteger(value)) ? (values as readonly number[]) : null;
  // what is no object is its own key: writing each as JSON would take most of the time
  const plain = new Map<unknown, number>();
  const written = new Map<string, number>();
  const distinct: unknown[] = [];
  const add = <Key>(known: Map<Key, number>, key: Key, value: unknown): number => {
    let at = known.get(key);
    if (at === undefined) {
      at = distinct.push(value) - 1;
      known.set(key, at);
    }
    return at;
  };
  const which = values.map((value) => {
    if (value === undefined) return -1;
    return typeof value === 'object' && value !== null
      ? add(written, JSON.stringify(value), value)
      : add(plain, value, value);
  });
  if (distinct.length === 1 && !which.includes(-1)) return ['=', distinct[0]];
  if (numbers) {
    const steps = numbers.map((value, at) => value - (at === 0 ? 0 : (numbers[at - 1] ?? 0)));
    return digits(steps) < digits(numbers) ? ['+', steps] : [' ', numbers];
  }
  return which.includes(-1) || distinct.length * 4 < values.length * 3 ? ['#', distinct, which] : [' ', values];
}

function digits(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += String(number).length;
  return sum;
}

/** The values of a column, as they were. */
export function unpackColumn<Value>(column: PackedColumn, rows: number): Value[] {
  if (column[0] === '=') return new Array<Value>(rows).fill(column[1] as Value);
  if (column[0] === ' ') return column[1] as Value[];
  if (column[0] === '#') return column[2].map((at) => column[1][at] as Value);
  let sum = 0;
  return column[1].map((step) => {
    sum += step;
    return sum as Value;
  });
}

export function unpackRows<Row>({ rows, columns }: PackedRows): Row[] {
  const out = Array.from({ length: rows }, () => ({}) as Record<string, unknown>);
  for (const [name, column] of Object.entries(columns)) {
    const values = unpackColumn<unknown>(column, rows);
    for (let at = 0; at < rows; at++)
      if (values[at] !== undefined) (out[at] as Record<string, unknown>)[name] = values[at];
  }
  return out as Row[];
}
