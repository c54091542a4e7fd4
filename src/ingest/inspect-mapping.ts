import { type Place, UserError } from "../base/errors.ts";
import { columnsOf, type Role, roles } from "./columns.ts";
import { type IgnoredColumn, mapHeaders } from "./mapping.ts";
import { type ColumnChoice, chosenColumns } from "./read-options.ts";

/** Which header is which canonical column, as far as it goes: what `mapHeaders` refuses is told here. */
export interface MappingFound {
  readonly mapping: ReadonlyMap<string, number>;
  readonly ignored: readonly IgnoredColumn[];
  readonly missing: readonly { readonly column: string; readonly advice: string }[];
  readonly problems: readonly { readonly problem: string; readonly advice: string }[];
}

const none = { mapping: new Map<string, number>(), ignored: [], missing: [] };

/**
 * Maps headers to a role's columns without refusing any file. Where a column is missing or two headers claim it, a stand-in
 * is put beside the headers, so that the others still find theirs, and what was refused is told.
 */
export function mapLeniently(
  role: Role,
  headers: readonly string[],
  maps: readonly ColumnChoice[],
  place: Pick<Place, "file" | "line">,
): MappingFound {
  const standIns: string[] = [];
  const chosen = new Map(chosenColumns(role, maps));
  const [missing, problems]: [{ column: string; advice: string }[], { problem: string; advice: string }[]] = [[], []];
  for (;;) {
    try {
      const { mapping, ignored } = mapHeaders(role, [...headers, ...standIns], chosen, place);
      return {
        mapping: new Map([...mapping].filter(([, index]) => index < headers.length)),
        ignored: ignored.filter(
          ({ column, index }) =>
            index < headers.length && !problems.some(({ problem }) => problem.includes(`\`${column}\``)),
        ),
        missing,
        problems,
      };
    } catch (error) {
      if (!(error instanceof UserError) || error.exit === 2) throw error;
      const column = error.place?.column;
      const named = requiredOf(role).filter((name) => error.message.includes(`\`${name}\``));
      if (column !== undefined) {
        problems.push({ problem: error.message, advice: error.hint ?? "" });
        // What the user named wrongly is looked for by name; what two headers claim is nobody's.
        if (!chosen.delete(column)) chosen.set(column, `#${headers.length + standIns.push("")}`);
      } else if (error.message.startsWith("there is no column for") && named.length > 0 && missing.length === 0) {
        for (const name of named) {
          const perhaps = error.details.find(
            (detail) => detail.startsWith("perhaps") && detail.includes(`is \`${name}\``),
          );
          const hint = error.hint?.split(" --map ").find((part) => part.includes(`${role}.${name}=`));
          missing.push({
            column: name,
            advice: [perhaps, hint === undefined ? "" : `--map ${hint.replace("--map ", "")}`]
              .filter(Boolean)
              .join(" "),
          });
          standIns.push(name);
        }
      } else return { ...none, problems: [...problems, { problem: error.message, advice: error.hint ?? "" }] };
    }
  }
}

const requiredOf = (role: Role): string[] => columnsOf[role].filter(({ required }) => required).map(({ name }) => name);

/** The first role whose required columns are all there, and the others; customers, who need an id only, come last. */
export function recogniseRole(
  headers: readonly string[],
  maps: readonly ColumnChoice[],
  place: Pick<Place, "file" | "line">,
): { readonly role: Role; readonly others: readonly Role[] } | null {
  const fitting = [...roles.filter((role) => role !== "customers"), "customers" as const].filter((role) => {
    const { mapping, missing, problems } = mapLeniently(role, headers, maps, place);
    const least = Math.max(2, requiredOf(role).length);
    return missing.length === 0 && mapping.size + problems.length >= least;
  });
  const [role, ...others] = fitting;
  return role === undefined ? null : { role, others: others.filter((other) => other !== "customers") };
}
