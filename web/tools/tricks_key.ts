// The answers to the exhibit's problems by plain arithmetic, written apart from the grammar's sums: what both systems are
// measured against. In: a structure's id and its numbers; out: the answer, NaN or a fraction where there is no whole one.

type Numbers = Readonly<Record<string, number>>;

const KEY: Readonly<Record<string, (n: Numbers) => number>> = {
  more_than: ({ t, d }) => (t! - d!) / 2,
  heavier: ({ t, d }) => (t! - d!) / 2,
  doubling: ({ n, k }) => n! - k!,
  machines: ({ m, p, t, k, q }) => (((m! * t!) / p!) * q!) / k!,
  queue: ({ a, b }) => a! + b! - 1,
  posts: ({ l, d }) => l! / d! + 1,
  cuts: ({ n, t }) => (n! - 1) * t!,
  strikes: ({ a, t, b }) => (t! / (a! - 1)) * (b! - 1),
  all_but: ({ m }) => m!,
  climb: ({ h, u, d }) => (h! - u!) / (u! - d!) + 1,
  ages: ({ n, m }) => m! - n! / 2,
  half_itself: ({ n }) => 2 * n!,
  give: ({ n }) => 2 * n!,
  rest_of_price: ({ t, d }) => t! - d!,
  rest_of_weight: ({ t, d }) => t! - d!,
  missing: ({ t, d }) => t! - d!,
  even_pace: ({ n }) => n! / 2,
  output: ({ m, p, k }) => (p! / m!) * k!,
  two_groups: ({ a, b }) => a! + b!,
  ribbon: ({ l, d }) => l! / d!,
  each_takes: ({ n, t }) => n! * t!,
  rounds: ({ n, t, b }) => (t! / n!) * b!,
  run_away: ({ n, m }) => n! - m!,
  saving: ({ h, u, d }) => h! / (u! - d!),
  half_as_many: ({ m }) => m! / 2,
  half_as_heavy: ({ n }) => n! + n! / 2,
  present: ({ n }) => n!,
  altogether: ({ n, m }) => n! + m!,
  shared_out: ({ n, m }) => n! / m!,
  boxes: ({ n, m }) => n! * m!,
};

export function keyOf(id: string, numbers: Numbers): number {
  const answer = KEY[id];
  if (!answer) throw new Error(`no key for ${id}`);
  return answer(numbers);
}
