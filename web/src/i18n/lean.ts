// As much of i18next as the catalogues need, in a fortieth of its size: <fast-slow> is built with it (build/element.ts), where
// every kilobyte is somebody else's page, and so is the site (vite.config.ts), where a board of thousands of cells has as many
// sentences. A test holds the two together, sentence by sentence.

type Args = Record<string, unknown>;
type Formatter = (value: unknown, language: string | undefined, options: Args) => string;

/** "{{name}}", or "{{name, formatter(option)}}". */
const GAP = /\{\{\s*(\w+)\s*(?:,\s*(\w+)\(([^)]*)\)\s*)?\}\}/g;

class Lean {
  language = "en";
  private readonly bundles = new Map<string, Record<string, string>>();
  private readonly formatters = new Map<string, Formatter>();
  private readonly plurals = new Map<string, Intl.PluralRules>();
  readonly services = { formatter: { add: (name: string, format: Formatter) => this.formatters.set(name, format) } };

  init(): Promise<void> {
    return Promise.resolve();
  }

  hasResourceBundle(language: string): boolean {
    return this.bundles.has(language);
  }

  addResourceBundle(language: string, _: string, words: Record<string, string>): void {
    this.bundles.set(language, { ...this.bundles.get(language), ...words });
  }

  changeLanguage(next: string): Promise<void> {
    this.language = next;
    return Promise.resolve();
  }

  exists(key: string): boolean {
    return this.find(key) !== undefined;
  }

  t(key: string, args: Args = {}): string {
    const sentence =
      (typeof args["count"] === "number" && this.find(key + this.plural(args["count"]))) || this.find(key);
    return (sentence ?? key).replace(GAP, (_, name: string, format?: string, option?: string) =>
      this.filled(Object.hasOwn(args, name) ? args[name] : undefined, format, option),
    );
  }

  private filled(value: unknown, format = "", option = ""): string {
    const formatted = this.formatters.get(format)?.(value, this.language, { [option]: "" }) ?? value;
    return formatted === undefined || formatted === null ? "" : String(formatted as string);
  }

  private plural(count: number): string {
    const { language } = this;
    if (!this.plurals.has(language)) this.plurals.set(language, new Intl.PluralRules(language));
    return `_${this.plurals.get(language)!.select(count)}`;
  }

  private find(key: string): string | undefined {
    const words = this.bundles.get(this.language);
    return words && Object.hasOwn(words, key) ? words[key] : undefined;
  }
}

export const createInstance = (): Lean => new Lean();
