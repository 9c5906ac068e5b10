// Numbers of the wire that a double may not hold exactly (decimals, and more than fifteen digits) are read as texts; counts stay numbers.
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const digitsExact = 15;

function quoted(text: string): string {
  if (text.startsWith('"')) return text;
  return /^-?\d+$/.test(text) && text.length <= digitsExact ? text : `"${text}"`;
}

/** Reads JSON without passing an amount through floating point. */
export function readJson<T>(text: string): T {
  return JSON.parse(text.replace(token, quoted)) as T;
}
