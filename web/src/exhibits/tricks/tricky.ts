// Trick structures: stories in which the first operation that comes to mind is not what the sums say. After the "bat and ball"
// kind of problem; wording and numbers are our own.

import type { Structure } from "./grammar";
import { TOGETHER } from "./together";

export const TRICKY: readonly Structure[] = [
  ...TOGETHER,
  {
    id: "doubling",
    words: { a: "plant" },
    numbers: { k: [2, 6], n: [6, 34] },
    story: {
      en: [
        ["The {a} on a pond doubles every {k} days."],
        ["On day {n} it covers the whole pond.", "It covers the whole pond on day {n}."],
        ["On which day did it cover half of the pond?"],
      ],
      ko: [
        ["연못의 {a:은/는} {k}일마다 두 배로 늘어납니다."],
        ["{n}일째에는 연못을 모두 덮습니다.", "연못을 모두 덮은 것은 {n}일째입니다."],
        ["연못의 절반을 덮은 것은 며칠째일까요?"],
      ],
    },
    unknowns: {
      whole: { en: "the day of the whole pond", ko: "연못을 모두 덮은 날" },
      half: { en: "the day of half the pond", ko: "절반을 덮은 날" },
    },
    sums: [
      { of: { whole: "1" }, equals: "n", says: { en: "the whole pond on day {n}", ko: "{n}일째에 모두 덮는다" } },
      {
        of: { whole: "1", half: "-1" },
        equals: "k",
        says: { en: "from half to whole is one doubling, {k} days", ko: "절반이 두 배가 되는 데 {k}일" },
      },
    ],
    asked: "half",
  },
  {
    id: "machines",
    words: { a: "maker", b: "product" },
    numbers: { m: [3, 9], p: "m", t: [2, 9], k: [10, 60], q: "k" },
    story: {
      en: [
        ["{m} {a} make {p} {b} in {t} minutes."],
        ["How many minutes do {k} {a} need to make {q} {b}?", "In how many minutes do {k} {a} make {q} {b}?"],
      ],
      ko: [
        ["{a} {m}대가 {b} {p}개를 만드는 데 {t}분이 걸립니다."],
        ["{a} {k}대가 {b} {q}개를 만드는 데는 몇 분이 걸릴까요?"],
      ],
    },
    unknowns: {
      one: { en: "the minutes one needs for one", ko: "한 대가 한 개를 만드는 시간" },
      time: { en: "the time in minutes", ko: "걸리는 시간" },
    },
    sums: [
      {
        of: { one: "p" },
        equals: "m * t",
        says: { en: "{m} {a} make {p} {b} in {t} minutes", ko: "{m}대가 {p}개를 {t}분에 만든다" },
      },
      {
        of: { time: "k", one: "-1 * q" },
        equals: "0",
        says: { en: "{k} {a} share the work on {q} {b}", ko: "{q}개를 {k}대가 나누어 만든다" },
      },
    ],
    asked: "time",
  },
  {
    id: "queue",
    words: { who: "person" },
    numbers: { a: [2, 16], b: [2, 16] },
    story: {
      en: [
        ["{who} is {a:th} from the front of a queue and {b:th} from the back."],
        ["How many people are in the queue?", "How many people stand in the queue?"],
      ],
      ko: [
        ["{who:은/는} 줄의 앞에서 {a}번째이고 뒤에서 {b}번째입니다."],
        ["줄에는 모두 몇 명이 있을까요?", "줄을 선 사람은 모두 몇 명일까요?"],
      ],
    },
    unknowns: {
      before: { en: "the number before {who}", ko: "{who} 앞의 사람 수" },
      behind: { en: "the number behind {who}", ko: "{who} 뒤의 사람 수" },
      all: { en: "the number in the queue", ko: "줄을 선 사람 수" },
    },
    sums: [
      {
        of: { before: "1" },
        equals: "a - 1",
        says: { en: "{who} is {a:th} from the front", ko: "{who:은/는} 앞에서 {a}번째" },
      },
      {
        of: { behind: "1" },
        equals: "b - 1",
        says: { en: "{who} is {b:th} from the back", ko: "{who:은/는} 뒤에서 {b}번째" },
      },
      {
        of: { all: "1", before: "-1", behind: "-1" },
        equals: "1",
        says: { en: "{who} counts once", ko: "{who:은/는} 한 번만 센다" },
      },
    ],
    asked: "all",
  },
  {
    id: "posts",
    words: { a: "post" },
    numbers: { l: [8, 35], d: [2, 8] },
    story: {
      en: [
        ["Along a path of {l} metres stand {a}, one every {d} metres and one at each end."],
        ["How many {a} are there?"],
      ],
      ko: [
        ["길이가 {l}미터인 길을 따라 {d}미터마다, 그리고 양 끝에도 {a:이/가} 서 있습니다."],
        ["{a:은/는} 모두 몇 개일까요?"],
      ],
    },
    unknowns: {
      gaps: { en: "the number of gaps", ko: "사이의 수" },
      posts: { en: "the number of {a}", ko: "{a}의 수" },
    },
    sums: [
      {
        of: { gaps: "d" },
        equals: "l",
        says: { en: "gaps of {d} metres make {l} metres", ko: "{d}미터씩 모여 {l}미터" },
      },
      {
        of: { posts: "1", gaps: "-1" },
        equals: "1",
        says: { en: "one at each end: one more than gaps", ko: "양 끝에도 있으니 사이보다 하나 많다" },
      },
    ],
    asked: "posts",
  },
  {
    id: "cuts",
    words: { who: "person", a: "length" },
    numbers: { n: [3, 9], t: [2, 9] },
    story: {
      en: [
        ["{who} saws a {a} into {n} pieces."],
        ["Each cut takes {t} minutes."],
        ["How many minutes does that take?", "How many minutes does all of it take?"],
      ],
      ko: [
        ["{who:은/는} {a:을/를} {n}토막으로 자릅니다."],
        ["한 번 자르는 데 {t}분이 걸립니다."],
        ["모두 몇 분이 걸릴까요?", "다 하는 데 몇 분이 걸릴까요?"],
      ],
    },
    unknowns: {
      cuts: { en: "the number of cuts", ko: "자르는 횟수" },
      time: { en: "the time in minutes", ko: "걸리는 시간" },
    },
    sums: [
      {
        of: { cuts: "1" },
        equals: "n - 1",
        says: { en: "{n} pieces: one more than cuts", ko: "{n}토막이면 자르는 횟수는 하나 적다" },
      },
      {
        of: { time: "1", cuts: "-1 * t" },
        equals: "0",
        says: { en: "each cut takes {t} minutes", ko: "한 번에 {t}분" },
      },
    ],
    asked: "time",
  },
  {
    id: "strikes",
    words: {},
    numbers: { a: [3, 8], t: [4, 24], b: [4, 12] },
    story: {
      en: [
        ["When a clock strikes {a} times, {t} seconds pass from the first stroke to the last."],
        ["How many seconds pass when it strikes {b} times?"],
      ],
      ko: [
        ["시계가 종을 {a}번 치면 첫 번째 종에서 마지막 종까지 {t}초가 걸립니다."],
        ["종을 {b}번 치면 몇 초가 걸릴까요?"],
      ],
    },
    unknowns: {
      pause: { en: "the seconds from stroke to stroke", ko: "종과 종 사이의 시간" },
      time: { en: "the time in seconds", ko: "걸리는 시간" },
    },
    sums: [
      {
        of: { pause: "a - 1" },
        equals: "t",
        says: { en: "the pauses between {a} strokes take {t} seconds", ko: "종 {a}번의 사이사이가 모두 {t}초" },
      },
      {
        of: { time: "1", pause: "1 - b" },
        equals: "0",
        says: { en: "{b} strokes have one pause less", ko: "종 {b}번의 사이는 하나 적다" },
      },
    ],
    asked: "time",
  },
  {
    id: "all_but",
    words: { who: "person", a: "animal" },
    numbers: { n: [8, 35], m: [3, 20] },
    story: {
      en: [
        ["{who} keeps {n} {a}."],
        ["All but {m} of them run away.", "All but {m} run away."],
        ["How many {a} are left?"],
      ],
      ko: [
        ["{who:은/는} {a} {n}마리를 기릅니다."],
        ["{m}마리만 빼고 모두 달아났습니다."],
        ["{a:은/는} 몇 마리 남았을까요?"],
      ],
    },
    unknowns: {
      gone: { en: "the number of {a} gone", ko: "달아난 {a}의 수" },
      left: { en: "the number of {a} left", ko: "남은 {a}의 수" },
    },
    sums: [
      { of: { gone: "1", left: "1" }, equals: "n", says: { en: "there were {n} {a}", ko: "모두 {n}마리였다" } },
      { of: { left: "1" }, equals: "m", says: { en: "all but {m} run away", ko: "{m}마리만 빼고 달아났다" } },
    ],
    asked: "left",
  },
  {
    id: "climb",
    words: { a: "climber" },
    numbers: { h: [6, 30], u: [3, 9], d: [1, 6] },
    story: {
      en: [
        ["A {a} climbs a wall of {h} metres."],
        ["By day it climbs {u} metres, and by night it slides down {d} metres."],
        ["On which day does it reach the top?"],
      ],
      ko: [
        ["{a:이/가} 높이 {h}미터인 벽을 오릅니다."],
        ["낮에는 {u}미터를 오르고 밤에는 {d}미터를 미끄러집니다."],
        ["꼭대기에 닿는 것은 며칠째일까요?"],
      ],
    },
    unknowns: {
      days: { en: "the number of days", ko: "낮의 수" },
      nights: { en: "the number of nights", ko: "밤의 수" },
    },
    sums: [
      {
        of: { days: "u", nights: "-1 * d" },
        equals: "h",
        says: {
          en: "{u} metres up by day, {d} down by night, make {h}",
          ko: "낮에 {u}미터 오르고 밤에 {d}미터 내려 {h}미터",
        },
      },
      {
        of: { days: "1", nights: "-1" },
        equals: "1",
        says: { en: "no night after the last day", ko: "마지막 날은 밤이 오기 전에 닿는다" },
      },
    ],
    asked: "days",
  },
  {
    id: "ages",
    words: { a: "person", b: "person" },
    numbers: { n: [4, 16], m: [12, 35] },
    story: {
      en: [
        ["When {a} was {n} years old, {b} was half as old."],
        ["Now {a} is {m} years old."],
        ["How old is {b} now?", "How many years old is {b} now?"],
      ],
      ko: [
        ["{a:이/가} {n}살일 때 {b:은/는} 그 절반의 나이였습니다."],
        ["지금 {a:은/는} {m}살입니다."],
        ["지금 {b:은/는} 몇 살일까요?"],
      ],
    },
    unknowns: {
      then: { en: "{b}’s age then", ko: "{b}의 그때 나이" },
      now: { en: "{b}’s age now", ko: "{b}의 지금 나이" },
    },
    sums: [
      {
        of: { then: "2" },
        equals: "n",
        says: { en: "half as old as {n} then", ko: "그때 {n}살의 절반" },
      },
      {
        of: { now: "1", then: "-1" },
        equals: "m - n",
        says: { en: "as many years pass for both: from {n} to {m}", ko: "{n}살에서 {m}살까지, 흐른 시간은 둘이 같다" },
      },
    ],
    asked: "now",
  },
  {
    id: "half_itself",
    words: { a: "load" },
    numbers: { n: [2, 17] },
    story: {
      en: [
        ["A {a} weighs {n} kilos and half a {a}.", "The {a} weighs {n} kilos and half a {a}."],
        ["How many kilos does the {a} weigh?"],
      ],
      ko: [["{a}의 무게는 {n}킬로그램에 {a} 반 개의 무게를 더한 것과 같습니다."], ["{a}의 무게는 몇 킬로그램일까요?"]],
    },
    unknowns: {
      half: { en: "the weight of half the {a}", ko: "{a} 반 개의 무게" },
      whole: { en: "the weight of the {a}", ko: "{a}의 무게" },
    },
    sums: [
      {
        of: { whole: "1", half: "-1" },
        equals: "n",
        says: { en: "{n} kilos and half a {a} make a {a}", ko: "{n}킬로그램과 반 개가 한 개" },
      },
      { of: { half: "2", whole: "-1" }, equals: "0", says: { en: "two halves make one", ko: "반 개 둘이 한 개" } },
    ],
    asked: "whole",
  },
  {
    id: "give",
    words: { a: "person", b: "person", c: "thing" },
    numbers: { n: [2, 17] },
    story: {
      en: [
        ["{a} and {b} have equally many {c}."],
        ["{a} gives {b} {n} of them.", "Then {a} gives {b} {n} {c}."],
        ["How many more {c} than {a} does {b} have now?"],
      ],
      ko: [
        ["{a:와/과} {b:은/는} {c:을/를} 똑같이 나눠 가졌습니다."],
        ["{a:이/가} {b}에게 {n}개를 줍니다."],
        ["이제 {b:은/는} {a:보다} 몇 개 더 많을까요?"],
      ],
    },
    unknowns: {
      loss: { en: "what {a} lost", ko: "{a:이/가} 잃은 수" },
      gain: { en: "what {b} gained", ko: "{b:이/가} 얻은 수" },
      apart: { en: "the difference", ko: "둘의 차이" },
    },
    sums: [
      { of: { loss: "1" }, equals: "n", says: { en: "{a} has {n} fewer", ko: "{a:은/는} {n}개 줄었다" } },
      { of: { gain: "1" }, equals: "n", says: { en: "{b} has {n} more", ko: "{b:은/는} {n}개 늘었다" } },
      {
        of: { apart: "1", loss: "-1", gain: "-1" },
        equals: "0",
        says: { en: "both changes count, from equal", ko: "처음에는 같았으니 두 변화를 더한다" },
      },
    ],
    asked: "apart",
  },
];
