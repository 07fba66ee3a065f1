/** A command of `mawdi`. */
export interface Command {
  /** The whole help. */
  readonly help: string;
  /** Runs with the words after the command's name; gives the exit code. */
  readonly run: (words: string[]) => number | Promise<number>;
}
