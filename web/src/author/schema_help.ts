// What may be written at a place of a declaration, read off the schema. Pure.

type Schema = Record<string, unknown>;

export interface Offer {
  /** A member's name, or a value as JSON. */
  text: string;
  /** Where its words are found: `author.form.KIND.NAME`, else `author.form.NAME`. */
  kind: string;
  /** What a member's value starts with: "[", "{", '"' or nothing. */
  opens: string;
}

const isSchema = (data: unknown): data is Schema => typeof data === "object" && data !== null && !Array.isArray(data);

export class SchemaHelp {
  private readonly definitions: Record<string, Schema>;

  constructor(definitions: Record<string, Schema>) {
    this.definitions = definitions;
  }

  /** Members that the object at `path` may have and does not have yet. */
  members(path: (string | number)[], root: unknown): Offer[] {
    const here = this.at(path, root);
    const present = valueAt(root, path);
    const taken = new Set(isSchema(present) ? Object.keys(present) : []);
    const kind = isSchema(present) && typeof present.kind === "string" ? present.kind : "";
    const members = here ? this.propertiesOf(here, present) : {};
    return Object.entries(members)
      .filter(([name]) => !taken.has(name) && !name.startsWith("$"))
      .map(([name, member]) => ({ text: name, kind, opens: this.opens(member) }));
  }

  /** Values to choose from at `path`. */
  values(path: (string | number)[], root: unknown): Offer[] {
    const here = this.at(path, root);
    const choice = here && isSchema(here.then) && here.enum === undefined ? { ...here, enum: here.then.enum } : here;
    const values = here ? [...((choice?.enum as unknown[]) ?? []), ...("const" in here ? [here.const] : [])] : [];
    return values.map((value) => ({ text: JSON.stringify(value), kind: "", opens: "" }));
  }

  /** The schema of what stands at `path`; of a constraint the one of its kind. */
  private at(path: (string | number)[], root: unknown): Schema | null {
    let schema: Schema | null = this.definitions.declaration ?? null;
    let value = root;
    for (const part of path) {
      if (!schema) return null;
      schema = this.below(schema, part, value);
      value = isSchema(value) || Array.isArray(value) ? (value as Record<string | number, unknown>)[part] : undefined;
    }
    return schema;
  }

  private below(schema: Schema, part: string | number, value: unknown): Schema | null {
    const list = isSchema(schema.then) && isSchema(schema.then.items) ? schema.then : schema;
    const next = typeof part === "number" ? list.items : this.propertiesOf(schema, value)[part];
    return isSchema(next) ? this.resolved(next) : null;
  }

  private propertiesOf(schema: Schema, value: unknown): Record<string, unknown> {
    const other = isSchema(schema.else) && isSchema(value) ? this.resolved(schema.else) : schema;
    const own = ((schema.properties ?? other.properties) as Record<string, unknown> | undefined) ?? {};
    const kind = isSchema(value) ? value.kind : undefined;
    const branches = (schema.allOf as { if: Schema; then: Schema }[] | undefined) ?? [];
    const chosen = branches.find((branch) => {
      const asked = (branch.if.properties as Record<string, Schema> | undefined)?.kind;
      return kind !== undefined && asked?.const === kind;
    });
    // Of the kind's own members, except that "kind" itself keeps all its choices.
    return chosen ? { ...this.resolved(chosen.then).properties!, ...own } : own;
  }

  private resolved(schema: Schema): Schema {
    const name = /^#\/\$defs\/(\w+)$/.exec(typeof schema.$ref === "string" ? schema.$ref : "")?.[1];
    return name ? { ...this.resolved(this.definitions[name] ?? {}), ...schema } : schema;
  }

  private opens(member: unknown): string {
    const { type, enum: choices, const: only } = isSchema(member) ? this.resolved(member) : {};
    if (type === "array") return "[";
    if (type === "object") return "{";
    return type === "string" && choices === undefined && only === undefined ? '"' : "";
  }
}

function valueAt(root: unknown, path: (string | number)[]): unknown {
  let value = root;
  for (const part of path) value = (value as Record<string | number, unknown> | undefined)?.[part];
  return value;
}
