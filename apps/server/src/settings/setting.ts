import { BlockList, isIP } from 'node:net';

/** One thing an operator may decide, as an environment variable. */
export interface Setting<T> {
  readonly name: string;
  /** What holds when nothing is set, as one would write it; empty: nothing. */
  readonly default: string;
  /** What it does, for `docs/settings.md`. */
  readonly means: string;
  /** Never shown, never logged. */
  readonly secret: boolean;
  /** Belongs to one machine, so that another one may well have a different value. */
  readonly ofThisMachine: boolean;
  /** What may be written there, for people. */
  readonly takes: string;
  /** Throws a `WrongValue` that says how to mend it. */
  readonly read: (text: string) => T;
}

/** A sentence that follows the name of the setting, such as “has to be a number”. */
export class WrongValue extends Error {}

interface Reader<T> {
  readonly takes: string;
  readonly read: (text: string) => T;
}

interface Meaning {
  default?: string;
  means: string;
  secret?: boolean;
  ofThisMachine?: boolean;
}

export function setting<T>(name: string, reader: Reader<T>, meaning: Meaning): Setting<T> {
  return { name, default: '', secret: false, ofThisMachine: false, ...reader, ...meaning };
}

/** Unset is allowed and read as `undefined`. */
export function optional<T>({ takes, read }: Reader<T>): Reader<T | undefined> {
  return { takes, read: (text) => (text === '' ? undefined : read(text)) };
}

export const text: Reader<string> = { takes: 'text', read: (value) => value };

export function wholeNumber(least: number, most: number): Reader<number> {
  const takes = `a whole number from ${least} to ${most}`;
  return {
    takes,
    read: (value) => {
      const number = Number(value);
      if (!/^\d+$/.test(value) || number < least || number > most) {
        throw new WrongValue(`has to be ${takes}, such as ${least || 1}; it is “${value}”.`);
      }
      return number;
    },
  };
}

export function oneOf<const T extends string>(values: readonly T[]): Reader<T> {
  const takes = values.map((value) => `\`${value}\``).join(' or ');
  return {
    takes,
    read: (value) => {
      const found = values.find((each) => each === value);
      if (found === undefined) {
        throw new WrongValue(`has to be one of ${values.join(', ')}; it is “${value}”.`);
      }
      return found;
    },
  };
}

/** @param secret whether the address holds a password, so that a complaint must not repeat it */
export function address(schemes: readonly string[], example: string, secret = false): Reader<URL> {
  const takes = `an address, such as \`${example}\``;
  return {
    takes,
    read: (value) => {
      const url = URL.parse(value);
      const hasHost = url?.hostname !== '' || url.searchParams.has('host');
      if (!url || !schemes.includes(url.protocol.slice(0, -1)) || !hasHost) {
        const is = secret ? 'what is set is not' : `“${value}” is not`;
        throw new WrongValue(`has to be an address such as ${example}; ${is}.`);
      }
      return url;
    },
  };
}

/** Scheme, host and port only, such as `https://rondo.example.org`. */
export const origin: Reader<string> = {
  takes: 'an address without a path, such as `https://rondo.example.org`',
  read: (value) => {
    const example = 'https://rondo.example.org';
    const url = address(['https', 'http'], example).read(value);
    if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
      throw new WrongValue(
        `has to be scheme, host and port alone: write ${url.origin} instead of “${value}”.`,
      );
    }
    return url.origin;
  },
};

export interface Networks {
  readonly has: (address: string) => boolean;
}

/** Addresses and networks, separated by commas. */
export const networks: Reader<Networks> = {
  takes: 'addresses and networks, such as `10.0.0.0/8, ::1`, or `none`',
  read: (value) => {
    const list = new BlockList();
    for (const part of value === 'none' ? [] : value.split(',')) {
      const [base = '', bits] = part.trim().split('/');
      const family = isIP(base);
      const most = family === 6 ? 128 : 32;
      const prefix = bits === undefined ? most : Number(bits);
      if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
        throw new WrongValue(
          `has to be addresses and networks such as 10.0.0.0/8, ::1; “${part.trim()}” is neither.`,
        );
      }
      list.addSubnet(base, prefix, family === 6 ? 'ipv6' : 'ipv4');
    }
    return {
      has: (one) => {
        const family = isIP(one);
        return family !== 0 && list.check(one, family === 6 ? 'ipv6' : 'ipv4');
      },
    };
  },
};
