const widest = 640;
const edges = 64;

/** How wide a chart is drawn: on a telephone as wide as that is, so that its letters keep their size. */
export function chartWidth(): number {
  return Math.min(widest, Math.max(240, innerWidth - edges));
}
