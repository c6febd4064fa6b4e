// Korean particles after anything a sentence can end a noun with: Hangul, a number, a letter.

import { josa, numberToHangul, type josa as JosaNamespace } from "es-hangul";

type Particle = Parameters<typeof JosaNamespace>[1];

/** How the letters that stand for values above 9 are read aloud. */
const LETTERS = [
  "에이",
  "비",
  "시",
  "디",
  "이",
  "에프",
  "지",
  "에이치",
  "아이",
  "제이",
  "케이",
  "엘",
  "엠",
  "엔",
  "오",
  "피",
  "큐",
  "아르",
  "에스",
  "티",
  "유",
  "브이",
  "더블유",
  "엑스",
  "와이",
  "제트",
] as const;

/** The end of a word as it is spoken, in Hangul; what is not spoken (marks, brackets) is passed over. */
export function spokenEnd(word: string): string {
  if (/%[^\p{L}\p{N}]*$/u.test(word)) return "퍼센트";
  const end = /([\p{Script=Hangul}]|[0-9]+|[A-Za-z])[^\p{L}\p{N}]*$/u.exec(word)?.[1];
  if (!end) return "";
  if (/[0-9]/.test(end)) return numberToHangul(Number(end.slice(-15))) || "영";
  if (/[A-Za-z]/.test(end)) return LETTERS[end.toLowerCase().charCodeAt(0) - 97] ?? "";
  return end;
}

/** The word with the particle that fits it, e.g. ("7", "이/가") -> "7이". */
export function withParticle(word: string, particle: string): string {
  const spoken = spokenEnd(word);
  if (!spoken) return word + particle.replace(/^(.*)\/(.*)$/, "$1($2)");
  return word + josa(spoken, particle as Particle).slice(spoken.length);
}
