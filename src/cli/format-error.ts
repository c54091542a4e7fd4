import type { UserError } from "../base/errors.ts";
import { escapeInvisible } from "../output/escape.ts";

const most = 4096;
const longestLine = 400;

/** `portfolio: FILE:LINE: what is wrong`, the excerpt, `try: …`; control characters written out, at most 4 KB. */
export function formatError({ message, place, details, hint }: UserError): string {
  const where = [place?.file, place?.line].filter((part) => part !== undefined && part !== "").join(":");
  const lines = [
    `portfolio: ${where === "" ? "" : `${where}: `}${message}`,
    ...excerpt(place?.column, place?.value, message),
    ...details.map((detail) => `  ${detail}`),
  ].map(shown);
  const end = hint === undefined ? "" : `${shown(`try: ${hint}`)}\n`;
  let text = "";
  for (const line of lines) {
    if (Buffer.byteLength(text + line + end) > most - 8) {
      text += "  …\n";
      break;
    }
    text += `${line}\n`;
  }
  return text + end;
}

function excerpt(column: string | undefined, value: string | undefined, message: string): string[] {
  if (column === undefined && value === undefined) return [];
  const parts = [
    column !== undefined && !message.includes(column) ? `column ${column}` : "",
    value !== undefined && value !== "" && !message.includes(value.slice(0, 40)) ? `value "${value}"` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? [] : [`  ${parts.join(", ")}`];
}

const shown = (text: string): string => {
  const line = escapeInvisible(text);
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
};
