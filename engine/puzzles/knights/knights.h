// Knights and knaves: knights tell the truth, knaves lie; who is what?
//
// Sizes: the number of people, called A to Z, then a to n: 3 to 7 are generated, 40 read.
// Formats:
//   line    "A:knave(B);B:if(knight(A),and(knight(B),knave(C)))=1..": what each person says (some may keep silent,
//           some say several things: "B:knave(A);B:knight(C)" - all true if B is a knight, all false if B is a knave),
//           then, if anything is known, a 1 (knight), 0 (knave) or '.' for each person. Claims are knight(A), knave(A),
//           not(p), and(p,q,...), or(p,q,...), if(p,q), iff(p,q), xor(p,q), exactly(2,ABC), atleast(1,AB),
//           atmost(1,AB) (so many of them are knaves), same(ABC), differ(AB). Last, behind a bar, what they are called:
//           "|Amelia,Penelope,Evelyn"
//   record  a line of JSON as in public data sets: {"statements": "(('lying', 1), ('not', ('telling-truth', 0)))"},
//           a statement for each person; None where one keeps silent. "names" may tell what they are called. Holds no
//           known values, and not what one person says besides.
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::knights {

Family family();

}  // namespace fastslow::puzzles::knights
