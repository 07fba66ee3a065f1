import { OwnCorpora } from './analysis-corpora.ts';
import { codeOf, sentenceOf } from './analysis-fault.ts';
import type { FromOwn, OwnView, ToOwn } from './analysis-messages.ts';
import type { ViewHead } from './view-messages.ts';
import { takeApart } from './view-pieces.ts';

/** The keeper of a person's own documents and corrections, off the main thread. Nothing of them leaves it but to the page. */

const tell = (message: FromOwn, transfer: ArrayBuffer[] = []) => postMessage(message, { transfer });
const corpora = new OwnCorpora(
  (progress) => tell({ type: 'progress', progress }),
  (view) => sendView(view, (head) => ({ type: 'partial', head })),
  () => tell({ type: 'elsewhere' }),
);
let before: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ToOwn>) => {
  const { serial } = data;
  const answer = async () => {
    try {
      const value = await corpora.answer(data);
      if (value !== null && 'view' in value && value.view)
        sendView(value.view, (head) => ({ type: 'answer', serial, value: { ...value, view: null }, head }));
      else tell({ type: 'answer', serial, value, head: null });
    } catch (error) {
      tell({ type: 'fault', serial, message: sentenceOf(error), code: codeOf(error) });
    }
  };
  // what changes something waits for what was asked before; reading does not
  if (corpora.isReading(data)) void answer();
  else before = before.then(answer);
});

/** The pieces of a view and what it comes with, one after the other and nothing between them. */
function sendView(view: OwnView, withHead: (head: ViewHead) => FromOwn): void {
  const { pieces, head, transfer } = takeApart(view);
  for (const piece of pieces) tell({ type: 'piece', piece });
  tell(withHead(head), transfer);
}
