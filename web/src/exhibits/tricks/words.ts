// Words that problems are made with. The lists of the two languages go together, one by one. A reader may write any others.

const lists = {
  person: {
    en: ["Mina", "Tom", "Sara", "Ben", "Lily", "Noah", "Ella", "Max"],
    ko: ["민아", "도현", "서연", "지호", "하늘", "준서", "유진", "태민"],
  },
  /** Costs some tens of dollars, or of 만 원. */
  goods: {
    en: ["tent", "lamp", "bicycle", "helmet", "camera", "tripod", "desk", "chair", "guitar", "stand"],
    ko: ["텐트", "등불", "자전거", "헬멧", "카메라", "삼각대", "책상", "의자", "기타", "받침대"],
  },
  /** Weighs some kilos. */
  load: {
    en: ["suitcase", "bag", "pumpkin", "melon", "crate", "bucket", "stone", "loaf"],
    ko: ["여행 가방", "배낭", "호박", "멜론", "나무 상자", "양동이", "돌", "빵"],
  },
  plant: {
    en: ["duckweed", "moss", "pondweed", "weed", "water fern", "foam"],
    ko: ["개구리밥", "이끼", "물풀", "잡초", "생이가래", "거품"],
  },
  maker: {
    en: ["machines", "robots", "printers", "looms", "presses", "ovens"],
    ko: ["기계", "로봇", "프린터", "베틀", "압축기", "오븐"],
  },
  product: {
    en: ["parts", "toys", "cards", "cups", "hats", "loaves"],
    ko: ["부품", "장난감", "카드", "컵", "모자", "빵"],
  },
  thing: {
    en: ["beads", "stickers", "pencils", "shells", "coins", "cards", "marbles", "stamps"],
    ko: ["구슬", "스티커", "연필", "조개껍데기", "동전", "카드", "공깃돌", "우표"],
  },
  animal: {
    en: ["sheep", "goats", "ducks", "hens", "rabbits", "geese"],
    ko: ["양", "염소", "오리", "닭", "토끼", "거위"],
  },
  post: {
    en: ["lamps", "stakes", "flags", "benches", "poles", "signs"],
    ko: ["가로등", "말뚝", "깃발", "긴 의자", "기둥", "표지판"],
  },
  length: {
    en: ["log", "pipe", "board", "rod", "plank", "beam"],
    ko: ["통나무", "파이프", "널빤지", "막대", "각목", "쇠막대"],
  },
  climber: {
    en: ["snail", "beetle", "caterpillar", "spider", "frog", "toad"],
    ko: ["달팽이", "딱정벌레", "애벌레", "거미", "개구리", "두꺼비"],
  },
} as const;

export type Kind = keyof typeof lists;
export const WORDS: Record<Kind, { en: readonly string[]; ko: readonly string[] }> = lists;
