/** A fault of the call, told without a stack and with exit code 2. */
export class UsageError extends Error {}
