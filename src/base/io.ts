/** The world a command runs in: handed down from `bin`, so that nothing below reaches for the process itself. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Paths of the user are relative to here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A stream for text, and for the bytes of formats that are not text, with what a terminal tells of itself. */
export interface TextSink {
  /** Resolves when the content is handed on; rejects when the reader is gone. */
  write(content: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in characters; `undefined` where there is no terminal. */
  readonly columns: number | undefined;
}
