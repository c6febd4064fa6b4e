// Which kinds of puzzle a visitor is offered.

import type { FamilyInfo } from "./engine";

/** The pattern that new families are written after, and puzzles that authors bring along, are not to choose from. */
const UNLISTED: ReadonlySet<string> = new Set(["null", "custom"]);

export const isListed = ({ id }: Pick<FamilyInfo, "id">): boolean => !UNLISTED.has(id);
