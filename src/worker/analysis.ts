import { OwnCorpora } from './analysis-corpora.ts';
import type { FromOwn, ToOwn } from './analysis-messages.ts';

/** The keeper of a person's own documents and corrections, off the main thread. Nothing of them leaves it but to the page. */

const tell = (message: FromOwn) => postMessage(message);
const corpora = new OwnCorpora(
  (progress) => tell({ type: 'progress', progress }),
  (view) => tell({ type: 'partial', view }),
);
let before: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ToOwn>) => {
  const { serial } = data;
  const answer = async () => {
    try {
      tell({ type: 'answer', serial, value: await corpora.answer(data) });
    } catch (error) {
      tell({ type: 'fault', serial, message: error instanceof Error ? error.message : String(error) });
    }
  };
  // what changes something waits for what was asked before; reading does not
  if (corpora.isReading(data)) void answer();
  else before = before.then(answer);
});
