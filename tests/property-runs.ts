import fc from 'fast-check';

/** How many cases a property is tried on: 200, or `PROPERTY_RUNS=20000 npx vitest run` for a long search. */
fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS ?? 200) });
