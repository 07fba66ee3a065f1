import type { FaultCode, FromOwn, OwnAnswers, OwnRequest, OwnView, ToOwn } from '../../worker/analysis-messages.ts';
import type { ViewHead } from '../../worker/view-messages.ts';
import { progress, showView } from './own-state.ts';
import { ViewInPieces } from './view-in-pieces.ts';

type Settle = { readonly done: (value: never) => void; readonly fail: (error: Error) => void };

let worker: Worker | null = null;
let serial = 0;
let opened: Promise<OwnAnswers['open']> | null = null;
const waiting = new Map<number, Settle>();

/** Why a request could not be answered; the page has words of its own for some reasons. */
export class RequestFault extends Error {
  readonly code: FaultCode | null;

  constructor(message: string, code: FaultCode | null) {
    super(message);
    this.code = code;
  }
}

let onElsewhere: () => void = () => {};
/** Calls this when another tab has changed something. */
export function listenElsewhere(listener: () => void): void {
  onElsewhere = listener;
}

let pieces = new ViewInPieces();

function whole(head: ViewHead): OwnView {
  const view = pieces.finish(head);
  pieces = new ViewInPieces();
  return view;
}

function start(): Worker {
  const started = new Worker(new URL('../../worker/analysis.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<FromOwn>) => {
    if (data.type === 'progress') progress.value = data.progress;
    else if (data.type === 'piece') pieces.add(data.piece);
    else if (data.type === 'partial') void showView(whole(data.head));
    else if (data.type === 'elsewhere') onElsewhere();
    else {
      const settle = waiting.get(data.serial);
      waiting.delete(data.serial);
      if (data.type === 'fault') {
        settle?.fail(new RequestFault(data.message, data.code));
        // a browser without channels learns it from this
        if (data.code === 'gone') onElsewhere();
      } else settle?.done((data.head ? { ...data.value, view: whole(data.head) } : data.value) as never);
    }
  });
  started.addEventListener('error', (event) => {
    for (const { fail } of waiting.values()) fail(new Error(event.message || 'the worker could not be started'));
    waiting.clear();
  });
  return started;
}

function post<Type extends OwnRequest['type']>(
  request: Extract<OwnRequest, { type: Type }>,
): Promise<OwnAnswers[Type]> {
  worker ??= start();
  const message = { ...request, serial: ++serial } as ToOwn;
  return new Promise((done, fail) => {
    waiting.set(message.serial, { done, fail } as Settle);
    worker?.postMessage(message);
  });
}

/** Starts the keeper of own documents, once, and gives what is kept. */
export function openOwn(): Promise<OwnAnswers['open']> {
  opened ??= post({
    type: 'open',
    page: document.baseURI.replace(/[#?].*$/, ''),
    cores: navigator.hardwareConcurrency || 2,
  });
  return opened;
}

/** Asks the keeper for something; rejects with a sentence that says why it could not be done. */
export async function ask<Type extends OwnRequest['type']>(
  request: Extract<OwnRequest, { type: Type }>,
): Promise<OwnAnswers[Type]> {
  await openOwn();
  return post(request);
}
