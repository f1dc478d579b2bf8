import type { Provider } from '@/api/rows';

/** One setting of a provider, as its form shows it. */
export interface SettingField {
  name: string;
  label: string;
  help: string;
  kind: 'text' | 'password' | 'number' | 'switch' | 'select';
  options: string[];
  required: boolean;
  initial: string | boolean;
  /** `us`: made up here and never typed. `setup`: learned when connecting, typed only by whoever knows better. */
  filledBy: 'us' | 'setup' | null;
}

export type Values = Record<string, string | boolean>;

type Property = Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** A setting that may be empty is written as "this or null". */
const meant = (property: Property): Property => {
  const choices = Array.isArray(property.anyOf) ? (property.anyOf as Property[]) : [];
  const real = choices.find(({ type }) => type !== 'null');
  return real ? { ...real, ...property } : property;
};

function kindOf(property: Property): SettingField['kind'] {
  if (property.writeOnly === true) return 'password';
  if (Array.isArray(property.enum)) return 'select';
  if (property.type === 'boolean') return 'switch';
  return property.type === 'integer' || property.type === 'number' ? 'number' : 'text';
}

/** The fields of a provider's form, in the order of its schema. */
export function fieldsOf({ schema }: Pick<Provider, 'schema'>): SettingField[] {
  const required = (schema.required ?? []) as string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Property>).map(([name, declared]) => {
    const property = meant(declared);
    const kind = kindOf(property);
    const filledBy = property['x-filled-by'];
    const first = property.default;
    return {
      name,
      label: text(property.title) || name,
      help: text(property.description),
      kind,
      options: Array.isArray(property.enum) ? property.enum.map(String) : [],
      required: required.includes(name),
      initial: kind === 'switch' ? first === true : typeof first === 'number' ? String(first) : text(first),
      filledBy: filledBy === 'us' || filledBy === 'setup' ? filledBy : null,
    };
  });
}

/** What the form starts with: what is set already, secrets always empty. */
export function startValues(fields: readonly SettingField[], settings: Record<string, unknown>): Values {
  return Object.fromEntries(
    fields.map(({ name, kind, initial }) => {
      const set = settings[name];
      if (kind === 'switch') return [name, typeof set === 'boolean' ? set : initial];
      return [name, typeof set === 'string' || typeof set === 'number' ? String(set) : initial];
    }),
  );
}

/** What is sent: values that differ from the start; a number as a number. What is left out stays as it is. */
export function changesOf(fields: readonly SettingField[], start: Values, values: Values): Record<string, unknown> {
  const changed = fields.filter(({ name }) => values[name] !== start[name]);
  return Object.fromEntries(changed.map(({ name, kind }) => [name, kind === 'number' && values[name] !== '' ? Number(values[name]) : values[name]]));
}
