import type { FaultCode } from './analysis-messages.ts';

/** What could not be done for a reason that the page has words of its own for. */
export class OwnFault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Null where an error is none that the page knows. */
export function codeOf(error: unknown): FaultCode | null {
  if (error instanceof OwnFault) return error.code;
  // some browsers say it with a name and no message
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : null;
}

/** Never empty: the message of a `DOMException` may be, its name is not. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

/** For what is kept only to be quicker the next time: where there is no room for it, it is done without. */
export async function unlessFull(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (codeOf(error) !== 'full') throw error;
  }
}
