/** Of points with a cost and a worth: those that none beats in both, by cost. Of equals, the first. Pure. */
export function paretoFront<One extends { cost: number; worth: number }>(points: readonly One[]): One[] {
  const front: One[] = [];
  for (const point of [...points].sort((one, other) => one.cost - other.cost || other.worth - one.worth)) {
    const best = front.at(-1);
    if (!best || point.worth > best.worth) front.push(point);
  }
  return front;
}
