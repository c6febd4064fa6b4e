// The road's declarations named for tools and tests, where nobody reads them.

import type { PlanWords } from "../src/exhibits/road/plan";

export const PLAIN: PlanWords = {
  speed: (step) => `speed ${step}`,
  car: "car",
  stop: "stop",
  yield: "yield",
  school: "school",
  passes: (gate) => `passes ${gate.kind} at ${gate.distance}`,
  before: (step) => `before ${step}`,
  behind: (step) => `behind ${step}`,
};
