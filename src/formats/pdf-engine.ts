import type * as Pdf from 'pdfjs-dist';

/**
 * pdf.js, set up to read text and nothing else: in the thread that calls it (which in a browser is a worker already),
 * without canvas, fonts or the network. It looks for drawing classes as it loads; text needs none, so that empty ones
 * do where the runtime (Node) has none, and its complaints about them are kept from the terminal.
 */
export async function pdfEngine(): Promise<typeof Pdf> {
  loading ??= load();
  return loading;
}

let loading: Promise<typeof Pdf> | null = null;

async function load(): Promise<typeof Pdf> {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= class {};
  const { warn } = console;
  console.warn = () => {};
  try {
    const engine = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // where it finds itself in a worker, the engine's worker would answer that worker's messages: it must not
    const bare = typeof scope.window === 'undefined' && typeof scope.postMessage === 'function';
    if (bare) scope.window = {};
    try {
      // with this the engine calls the worker's code directly instead of starting one
      scope.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    } finally {
      if (bare) delete scope.window;
    }
    return engine as unknown as typeof Pdf;
  } finally {
    console.warn = warn;
  }
}
