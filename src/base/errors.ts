/** Where in a file a problem is. Lines count from 1, the header included. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
}

/** What the program exits with: 2 usage · 3 input data or config · 4 file system or engine. */
export type ErrorExit = 2 | 3 | 4;

export interface UserErrorDetail {
  /** Where, for `FILE:LINE:` and the excerpt. */
  readonly place?: Place | undefined;
  /** Further lines of evidence, printed indented below the message. */
  readonly details?: readonly string[] | undefined;
  /** What to do, printed after `try:`. */
  readonly hint?: string | undefined;
  readonly exit?: ErrorExit | undefined;
}

/**
 * A problem that the user can mend: bad input, a wrong option, a file that cannot be written. `main` prints it and sets the
 * exit code; every other exception is a bug of ours. Each has a fixture and a transcript in docs/errors.md.
 */
export class UserError extends Error {
  readonly place: Place | undefined;
  readonly details: readonly string[];
  readonly hint: string | undefined;
  readonly exit: ErrorExit;

  constructor(message: string, { place, details = [], hint, exit = 3 }: UserErrorDetail = {}) {
    super(message);
    this.name = "UserError";
    this.place = place;
    this.details = details;
    this.hint = hint;
    this.exit = exit;
  }
}
