/** One column of a terminal table before it is fitted. Widths in characters of the terminal. */
export interface Measured {
  readonly name: string;
  /** The widest cell, the header apart. */
  readonly content: number;
  /** Whether its cells may be cut (text); a cut number would be a wrong number. */
  readonly cuttable: boolean;
  /** Whether the name is a heading of words, to be broken at blanks and hyphens too. */
  readonly isWorded?: boolean;
}

export interface Fitted {
  /** The header in one or more lines. */
  readonly header: readonly string[];
  readonly width: number;
}

/** Between columns. */
export const gap = 2;

/** Text is not cut shorter than this; a column that has no room for it is left out instead. */
const shortest = 12;

/**
 * Fits columns into a width, from the left: as they are if they fit; else headers break at underscores, text gives way,
 * the widest first; columns on the right that still have no room are left out (the result is shorter than `columns`). The
 * first column always stays.
 */
export function fitColumns(columns: readonly Measured[], available = Number.POSITIVE_INFINITY): Fitted[] {
  const whole = columns.map(({ name, content }) => ({ header: [name], width: Math.max(name.length, content) }));
  if (total(whole.map(({ width }) => width)) <= available) return whole;

  const broken = columns.map((column) => {
    const header = breakHeader(column);
    const headerWidth = Math.max(...header.map((part) => part.length));
    const width = Math.min(Math.max(headerWidth, column.content), available);
    const least = column.cuttable ? Math.min(width, Math.max(headerWidth, shortest)) : width;
    return { header, width, least };
  });
  let count = broken.length;
  while (count > 1 && total(broken.slice(0, count).map(({ least }) => least)) > available) count--;
  return shrink(broken.slice(0, count), available);
}

function shrink(columns: readonly (Fitted & { least: number })[], available: number): Fitted[] {
  const widths = columns.map(({ width }) => width);
  for (let excess = total(widths) - available; excess > 0; excess--) {
    let widest = -1;
    columns.forEach(({ least }, i) => {
      const width = widths[i] as number;
      if (width > least && (widest < 0 || width > (widths[widest] as number))) widest = i;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] as number) - 1;
  }
  return columns.map(({ header }, i) => ({ header, width: widths[i] as number }));
}

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width + gap, -gap);

/** `potential_increment` over narrow figures: `potential_`, `increment`; as few lines as the content's width allows. */
function breakHeader({ name, content, isWorded }: Measured): string[] {
  const parts = name.split(isWorded === true ? /(?<=[ -])/ : /(?<=_)/);
  const room = Math.max(content, ...parts.map((part) => part.trimEnd().length));
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.trimEnd().length <= room) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}
