declare module 'geojson-validation' {
  /** With `trace` the list of faults, else whether the object is valid. */
  export function valid(value: unknown, trace: true): string[];
  export function valid(value: unknown): boolean;
  const validation: { valid: typeof valid };
  export default validation;
}
