// What a student did, as statements shaped like xAPI's (actor, verb, object, result, timestamp), so that other programs read
// them. They stay in the page until the student saves them as a file: nothing is sent anywhere. Nobody is named: the actor is
// "a learner", as the page knows no more. Pure: the time comes from outside.

import type { FastSlowDecision, FastSlowState } from "../element/contract";
import type { AnswerDetail } from "../element/question";

const VERBS = {
  launched: "http://adlnet.gov/expapi/verbs/launched",
  interacted: "http://adlnet.gov/expapi/verbs/interacted",
  answered: "http://adlnet.gov/expapi/verbs/answered",
  completed: "http://adlnet.gov/expapi/verbs/completed",
  satisfied: "https://w3id.org/xapi/adl/verbs/satisfied",
} as const;
export type Verb = keyof typeof VERBS;

export interface Statement {
  actor: { objectType: "Agent"; account: { homePage: string; name: string } };
  verb: { id: string; display: { "en-US": string } };
  object: { objectType: "Activity"; id: string; definition: { type: string; name: Record<string, string> } };
  result?: { success?: boolean; completion?: boolean; response?: string; extensions?: Record<string, unknown> };
  timestamp: string;
}

/** `address`: the lesson's, which is the puzzle's name, too. */
export interface Lesson {
  address: string;
  title: string;
  lang: string;
}

const TERM = "https://w3id.org/xapi/";

export class Journal {
  readonly statements: Statement[] = [];
  private readonly lesson: Lesson;
  private readonly now: () => Date;

  constructor(lesson: Lesson, now: () => Date) {
    this.lesson = lesson;
    this.now = now;
  }

  private add(verb: Verb, result?: Statement["result"]): void {
    const { address, title, lang } = this.lesson;
    const homePage = new URL("./", address).href;
    this.statements.push({
      actor: { objectType: "Agent", account: { homePage, name: "a learner" } },
      verb: { id: VERBS[verb], display: { "en-US": verb } },
      object: {
        ...{ objectType: "Activity", id: address },
        definition: { type: "http://adlnet.gov/expapi/activities/simulation", name: { [lang]: title } },
      },
      ...(result && { result }),
      timestamp: this.now().toISOString(),
    });
  }

  launched(): void {
    this.add("launched");
  }

  /** What the systems decide is told, too: the student let them. */
  decided({ kind, source, variable, value, escalated, said }: FastSlowDecision): void {
    const decision = { kind, source, variable, value, escalated };
    this.add("interacted", { response: said, extensions: { [`${TERM}fastslow/decision`]: decision } });
  }

  answered({ ask, predicted, came, right }: AnswerDetail): void {
    const told = { [`${TERM}fastslow/question`]: { ask, came } };
    this.add("answered", { response: predicted, ...(right !== null && { success: right }), extensions: told });
  }

  reached(): void {
    this.add("satisfied", { success: true });
  }

  solved({ decisions, escalations, takenBack }: FastSlowState): void {
    const tally = { [`${TERM}fastslow/tally`]: { decisions, escalations, takenBack } };
    this.add("completed", { completion: true, success: true, extensions: tally });
  }

  get text(): string {
    return `${JSON.stringify(this.statements, null, 1)}\n`;
  }
}
