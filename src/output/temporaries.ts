import fs from "node:fs";
import path from "node:path";

const temporaries = new Set<string>();

/**
 * Makes a file or folder to be renamed when it is whole; `make` fails with EEXIST where there is one of that name. The name is
 * short and starts with a dot, so that no search for exports finds it; `token` sets it apart from those of other runs.
 */
export function makeTemporary<Made>(
  folder: string,
  token: string,
  make: (name: string) => Made,
): { readonly made: Made; readonly temporary: string } {
  for (let attempt = 1; ; attempt++) {
    const temporary = path.join(folder, `.portfolio-${token}-${attempt}.tmp`);
    try {
      const made = make(temporary);
      temporaries.add(temporary);
      return { made, temporary };
    } catch (error) {
      // A killed run with the same process id may have left one; it is not ours to remove.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST") || attempt === 100) throw error;
    }
  }
}

/** Whatever of it is left; never throws. */
export function removeTemporary(name: string): void {
  try {
    // A file may still come into being in a folder while it is emptied.
    fs.rmSync(name, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 });
  } catch {
    // Nothing more can be done about it, and the failure that led here is the one to tell.
  }
  temporaries.delete(name);
}

/** Removes what an interrupted run would leave beside its output. For `main` on a signal; never throws. */
export function removeTemporaries(): void {
  for (const name of temporaries) removeTemporary(name);
}
