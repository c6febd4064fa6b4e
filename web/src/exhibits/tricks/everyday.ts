// Everyday structures: stories in which the first operation that comes to mind is right. System 1 learned from them.

import type { Structure } from "./grammar";

const ANSWER = { en: "the answer", ko: "답" };

/** Everyday sums need no proof worth telling: what is asked is one term. */
const answer = (equals: string, says: { en: string; ko: string }) => ({
  unknowns: { answer: ANSWER },
  sums: [{ of: { answer: "1" }, equals, says }],
  asked: "answer",
});

/** What is asked, so many times, is a number. */
const share = (times: string, equals: string, says: { en: string; ko: string }) => ({
  unknowns: { answer: ANSWER },
  sums: [{ of: { answer: times }, equals, says }],
  asked: "answer",
});

export const EVERYDAY: readonly Structure[] = [
  {
    id: "rest_of_price",
    words: { a: "goods", b: "goods" },
    numbers: { t: [6, 35], d: [3, 33] },
    story: {
      en: [
        ["The {a} and the {b} together cost {t} dollars.", "Together, the {a} and the {b} cost {t} dollars."],
        ["The {a} costs {d} dollars.", "The {a} alone costs {d} dollars."],
        ["How many dollars does the {b} cost?", "How much does the {b} cost?"],
      ],
      ko: [
        ["{a:와/과} {b}의 값은 합쳐서 {t}만 원입니다.", "{a:와/과} {b:을/를} 함께 사면 {t}만 원입니다."],
        ["{a:은/는} {d}만 원입니다.", "그 가운데 {a}의 값은 {d}만 원입니다."],
        ["{b:은/는} 몇만 원일까요?", "{b}의 값은 몇만 원일까요?"],
      ],
    },
    ...answer("t - d", { en: "{t} together, {d} of it known", ko: "합쳐서 {t}, 그중 {d}" }),
  },
  {
    id: "rest_of_weight",
    words: { a: "load", b: "load" },
    numbers: { t: [6, 35], d: [3, 33] },
    story: {
      en: [
        ["The {a} and the {b} together weigh {t} kilos.", "Together, the {a} and the {b} weigh {t} kilos."],
        ["The {a} weighs {d} kilos.", "The {a} alone weighs {d} kilos."],
        ["How many kilos does the {b} weigh?"],
      ],
      ko: [
        ["{a:와/과} {b}의 무게는 합쳐서 {t}킬로그램입니다.", "{a:와/과} {b:을/를} 함께 달면 {t}킬로그램입니다."],
        ["{a:은/는} {d}킬로그램입니다.", "그 가운데 {a}의 무게는 {d}킬로그램입니다."],
        ["{b:은/는} 몇 킬로그램일까요?", "{b}의 무게는 몇 킬로그램일까요?"],
      ],
    },
    ...answer("t - d", { en: "{t} together, {d} of it known", ko: "합쳐서 {t}, 그중 {d}" }),
  },
  {
    id: "missing",
    words: { who: "person", a: "goods" },
    numbers: { t: [6, 35], d: [3, 33] },
    story: {
      en: [
        ["{who} wants a {a} that costs {t} dollars.", "A {a} costs {t} dollars, and {who} wants it."],
        ["{who} has {d} dollars.", "So far, {who} has {d} dollars."],
        ["How many dollars more does {who} need?"],
      ],
      ko: [
        [
          "{who:은/는} {t}만 원짜리 {a:을/를} 사고 싶습니다.",
          "{a:은/는} {t}만 원이고 {who:은/는} 그것을 사고 싶습니다.",
        ],
        ["지금 {d}만 원이 있습니다.", "지금까지 {d}만 원을 모았습니다."],
        ["몇만 원이 더 있어야 할까요?", "몇만 원을 더 모아야 할까요?"],
      ],
    },
    ...answer("t - d", { en: "{t} wanted, {d} there", ko: "필요한 {t}에서 있는 {d:을/를} 뺀다" }),
  },
  {
    id: "even_pace",
    words: { who: "person" },
    numbers: { k: [2, 6], n: [6, 34] },
    story: {
      en: [
        ["{who} paints a wall for {k} hours every day."],
        ["On day {n} the whole wall is painted.", "The whole wall is painted on day {n}."],
        ["On which day was half of the wall painted?"],
      ],
      ko: [
        ["{who:은/는} 담을 날마다 {k}시간씩 칠합니다."],
        ["{n}일째에는 담을 모두 칠합니다.", "담을 모두 칠한 것은 {n}일째입니다."],
        ["담의 절반을 칠한 것은 며칠째일까요?"],
      ],
    },
    ...share("2", "n", { en: "every day as much, {n} days in all", ko: "날마다 같은 만큼, 모두 {n}일" }),
  },
  {
    id: "output",
    words: { a: "maker", b: "product" },
    numbers: { m: [2, 9], p: [2, 20], t: [2, 9], k: [3, 30] },
    story: {
      en: [
        ["{m} {a} make {p} {b} in {t} minutes."],
        ["How many {b} do {k} {a} make in as many minutes?", "In that time, how many {b} do {k} {a} make?"],
      ],
      ko: [
        ["{a} {m}대가 {b} {p}개를 만드는 데 {t}분이 걸립니다."],
        ["같은 시간에 {a} {k}대는 {b} 몇 개를 만들까요?", "그동안 {a} {k}대는 {b} 몇 개를 만들까요?"],
      ],
    },
    unknowns: { each: { en: "what each of them makes", ko: "한 대가 만드는 수" }, answer: ANSWER },
    sums: [
      { of: { each: "m" }, equals: "p", says: { en: "{m} {a} make {p}", ko: "{m}대가 {p}개" } },
      { of: { answer: "1", each: "-1 * k" }, equals: "0", says: { en: "{k} {a} work", ko: "{k}대가 일한다" } },
    ],
    asked: "answer",
  },
  {
    id: "two_groups",
    words: {},
    numbers: { a: [2, 17], b: [2, 17] },
    story: {
      en: [
        ["In a queue stand {a} children in front and {b} grown-ups at the back."],
        ["How many people are in the queue?", "How many people stand in the queue?"],
      ],
      ko: [
        ["줄의 앞에는 아이 {a}명이, 뒤에는 어른 {b}명이 있습니다."],
        ["줄에는 모두 몇 명이 있을까요?", "줄을 선 사람은 모두 몇 명일까요?"],
      ],
    },
    ...answer("a + b", { en: "{a} in front and {b} at the back", ko: "앞에 {a}명, 뒤에 {b}명" }),
  },
  {
    id: "ribbon",
    words: { a: "length" },
    numbers: { l: [8, 35], d: [2, 8] },
    story: {
      en: [
        [
          "A {a} of {l} metres is cut into pieces, one every {d} metres.",
          "A {a} of {l} metres is cut every {d} metres.",
        ],
        ["How many pieces are there?"],
      ],
      ko: [
        ["길이가 {l}미터인 {a:을/를} {d}미터마다 자릅니다.", "길이가 {l}미터인 {a:을/를} {d}미터씩 나눕니다."],
        ["토막은 모두 몇 개일까요?"],
      ],
    },
    ...share("d", "l", { en: "pieces of {d} make {l}", ko: "{d}미터씩 모여 {l}미터" }),
  },
  {
    id: "each_takes",
    words: { who: "person", a: "post" },
    numbers: { n: [2, 9], t: [2, 9] },
    story: {
      en: [
        ["{who} paints {n} {a}."],
        ["Each takes {t} minutes.", "Each of them takes {t} minutes."],
        ["How many minutes does that take?", "How many minutes does all of it take?"],
      ],
      ko: [
        ["{who:은/는} {a} {n}개를 칠합니다."],
        ["하나를 칠하는 데 {t}분이 걸립니다.", "한 개를 칠하는 데 {t}분이 걸립니다."],
        ["모두 몇 분이 걸릴까요?", "다 하는 데 몇 분이 걸릴까요?"],
      ],
    },
    ...answer("n * t", { en: "{n} times {t} minutes", ko: "{t}분씩 {n}번" }),
  },
  {
    id: "rounds",
    words: { a: "person" },
    numbers: { n: [2, 8], t: [4, 24], b: [3, 12] },
    story: {
      en: [["When {a} skips {n} times, {t} seconds pass."], ["How many seconds pass when {a} skips {b} times?"]],
      ko: [["{a:이/가} 줄넘기를 {n}번 넘으면 {t}초가 걸립니다."], ["줄넘기를 {b}번 넘으면 몇 초가 걸릴까요?"]],
    },
    unknowns: { each: { en: "the time of each", ko: "한 번의 시간" }, answer: ANSWER },
    sums: [
      { of: { each: "n" }, equals: "t", says: { en: "{n} times make {t} seconds", ko: "{n}번에 {t}초" } },
      { of: { answer: "1", each: "-1 * b" }, equals: "0", says: { en: "{b} times", ko: "{b}번" } },
    ],
    asked: "answer",
  },
  {
    id: "run_away",
    words: { who: "person", a: "animal" },
    numbers: { n: [8, 35], m: [3, 30] },
    story: {
      en: [["{who} keeps {n} {a}."], ["{m} of them run away.", "One night, {m} run away."], ["How many {a} are left?"]],
      ko: [
        ["{who:은/는} {a} {n}마리를 기릅니다."],
        ["그 가운데 {m}마리가 달아났습니다.", "{m}마리가 달아났습니다."],
        ["{a:은/는} 몇 마리 남았을까요?"],
      ],
    },
    ...answer("n - m", { en: "{n} without {m}", ko: "{n}에서 {m:을/를} 뺀다" }),
  },
  {
    id: "saving",
    words: { who: "person", a: "goods" },
    numbers: { h: [6, 35], u: [3, 9], d: [1, 6] },
    story: {
      en: [
        ["{who} saves for a {a} of {h} dollars."],
        ["Every week {who} earns {u} dollars, and then spends {d} dollars."],
        ["After how many weeks is it enough?"],
      ],
      ko: [
        ["{who:은/는} {h}만 원짜리 {a:을/를} 사려고 돈을 모읍니다."],
        ["달마다 {u}만 원을 벌고 {d}만 원을 씁니다."],
        ["몇 달 뒤에 다 모을까요?"],
      ],
    },
    ...share("u - d", "h", { en: "{u} less {d} each time", ko: "번 {u}에서 쓴 {d:을/를} 뺀다" }),
  },
  {
    id: "half_as_many",
    words: { a: "person", b: "person", c: "thing", d: "thing" },
    numbers: { n: [3, 30], m: [4, 34] },
    story: {
      en: [
        ["{a} has {n} {c} and {m} {d}."],
        ["{b} has half as many {d}."],
        ["How many {d} does {b} have?", "How many {d} has {b} now?"],
      ],
      ko: [
        ["{a:은/는} {c} {n}개와 {d} {m}개가 있습니다."],
        ["{b:은/는} {d:이/가} 그 절반만큼 있습니다."],
        ["{b:은/는} {d:이/가} 몇 개일까요?"],
      ],
    },
    ...share("2", "m", { en: "half of {m}", ko: "{m}의 절반" }),
  },
  {
    id: "half_as_heavy",
    words: { a: "load", b: "load" },
    numbers: { n: [2, 23] },
    story: {
      en: [
        ["A {a} weighs {n} kilos, and a {b} half as much.", "The {a} weighs {n} kilos and the {b} half of it."],
        ["How many kilos do they weigh together?", "How many kilos is that together?"],
      ],
      ko: [["{a}의 무게는 {n}킬로그램이고 {b}의 무게는 그 절반입니다."], ["둘의 무게를 더하면 몇 킬로그램일까요?"]],
    },
    unknowns: { half: { en: "the half", ko: "절반" }, answer: ANSWER },
    sums: [
      { of: { half: "2" }, equals: "n", says: { en: "half of {n}", ko: "{n}의 절반" } },
      { of: { answer: "1", half: "-1" }, equals: "n", says: { en: "both together", ko: "둘을 더한다" } },
    ],
    asked: "answer",
  },
  {
    id: "present",
    words: { a: "person", b: "person", c: "thing" },
    numbers: { n: [2, 34] },
    story: {
      en: [
        ["{a} and {b} have equally many {c}."],
        ["An aunt gives {b} {n} of them.", "Then an aunt gives {b} {n} {c}."],
        ["How many more {c} than {a} does {b} have now?"],
      ],
      ko: [
        ["{a:와/과} {b:은/는} {c:을/를} 똑같이 나눠 가졌습니다."],
        ["이모가 {b}에게 {n}개를 줍니다."],
        ["이제 {b:은/는} {a:보다} 몇 개 더 많을까요?"],
      ],
    },
    ...answer("n", { en: "{n} more than before", ko: "전보다 {n} 더" }),
  },
  {
    id: "altogether",
    words: { a: "person", b: "person", c: "thing" },
    numbers: { n: [2, 17], m: [2, 17] },
    story: {
      en: [
        ["{a} has {n} {c} and {b} has {m}."],
        ["How many {c} do they have together?", "How many {c} is that together?"],
      ],
      ko: [["{a:은/는} {c} {n}개, {b:은/는} {m}개가 있습니다."], ["둘이 가진 {c:은/는} 모두 몇 개일까요?"]],
    },
    ...answer("n + m", { en: "{n} and {m}", ko: "{n}에 {m:을/를} 더한다" }),
  },
  {
    id: "shared_out",
    words: { who: "person", c: "thing" },
    numbers: { n: [6, 35], m: [2, 9] },
    story: {
      en: [
        ["{who} shares out {n} {c} to {m} children.", "{who} gives {n} {c} to {m} children, to each as many."],
        ["How many {c} does each child get?"],
      ],
      ko: [["{who:은/는} {c} {n}개를 아이 {m}명에게 똑같이 나눠 줍니다."], ["아이 한 명은 {c:을/를} 몇 개 받을까요?"]],
    },
    ...share("m", "n", { en: "{m} shares make {n}", ko: "{m}명의 몫이 모여 {n}" }),
  },
  {
    id: "boxes",
    words: { who: "person", c: "thing" },
    numbers: { n: [2, 9], m: [2, 9] },
    story: {
      en: [["{who} has {n} boxes with {m} {c} in each."], ["How many {c} is that?", "How many {c} does {who} have?"]],
      ko: [["{who:은/는} {c:이/가} {m}개씩 든 상자 {n}개가 있습니다."], ["{c:은/는} 모두 몇 개일까요?"]],
    },
    ...answer("n * m", { en: "{n} boxes of {m}", ko: "{m}개씩 {n}상자" }),
  },
];
