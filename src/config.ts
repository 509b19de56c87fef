import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { readFileUrl } from './config/file-url'
import { addressAt, isHost, withoutBrackets } from './config/host'
import { isUnread } from './config/parameters'
import { isPlaceholder, keptSecret } from './config/secret'
import { readServerUrl } from './config/server-url'
import type { Level } from './log'

/** Listens on every address of this machine, of both families. */
export const EVERYWHERE = '::'

export type Config = {
  port: number
  host: string
  dataDir: string
  /** `sqlite:<file>` or `mysql://…`. */
  databaseUrl: string
  redisUrl: string | undefined
  /** As browsers see the desk, without a slash at the end. */
  baseUrl: string
  /** False when nobody said it: then a request's own Host stands for it. */
  baseUrlGiven: boolean
  secret: string
  logLevel: Level
  /** Proxies whose X-Forwarded-For is believed, as CIDR blocks. */
  trustProxy: readonly string[]
  /** Multiplies every rate limit; for load tests. */
  rateFactor: number
}

/** Everything that is wrong with the configuration, one sentence each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535)
  .transform(Number)

/** Makes an issue of each sentence about what could not be read. */
const sayAll = (context: { addIssue(says: string): void }, read: object) => {
  if (isUnread(read)) for (const sentence of read.says) context.addIssue(sentence)
}

const schema = {
  PORT: {
    rule: port,
    says: 'PORT must be a number from 1 to 65535',
  },
  HOST: {
    rule: z.string().refine(isHost).transform(withoutBrackets),
    says: 'HOST must be an address of this machine to listen on, like 127.0.0.1 or ::1',
  },
  DATA_DIR: { rule: z.string().min(1), says: 'DATA_DIR must be a folder' },
  DATABASE_URL: {
    rule: z.string().superRefine((url, context) => {
      const isFile = url.startsWith('sqlite:')
      sayAll(context, isFile ? readFileUrl(url) : readServerUrl('mysql', url))
    }),
    says: undefined,
  },
  REDIS_URL: {
    rule: z.string().superRefine((url, context) => sayAll(context, readServerUrl('redis', url))),
    says: undefined,
  },
  BASE_URL: {
    rule: z
      .string()
      .refine((url) => isOrigin(url))
      .transform((url) => new URL(url).origin),
    says: 'BASE_URL must be an http:// or https:// address without a path, like https://chat.example.org',
  },
  SECRET: {
    rule: z.string().refine((secret) => secret.length >= 32 && !isPlaceholder(secret)),
    says: 'SECRET must be at least 32 random characters, and no example from a manual',
  },
  LOG_LEVEL: {
    rule: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    says: 'LOG_LEVEL must be debug, info, warn, error or silent',
  },
  TRUST_PROXY: {
    rule: z
      .string()
      .transform((list) => list.split(',').map((block) => block.trim()))
      .refine((blocks) => blocks.every(isBlock)),
    says: 'TRUST_PROXY must list addresses or CIDR blocks, like 10.0.0.0/8,::1, and not everybody',
  },
  RATE_FACTOR: {
    rule: z
      .string()
      .transform(Number)
      .refine((factor) => factor > 0 && factor <= 1e6),
    says: 'RATE_FACTOR must be a number above 0',
  },
} as const
export type Setting = keyof typeof schema

/**
 * The configuration out of the environment, with flags on top. Needs nothing to be set.
 * Throws `BadConfig` with everything that is wrong at once; secrets are never repeated.
 * Who only `looks` writes nothing: where no secret was made yet, it stays empty. `beforeSecret` may
 * throw while nothing has been made yet.
 */
export const readConfig = (
  environment: Record<string, string | undefined>,
  flags: Partial<Record<Setting, string>> = {},
  how: { looks?: boolean; beforeSecret?: (config: Omit<Config, 'secret'>) => void } = {},
): Config => {
  const problems: string[] = []
  const value = <S extends Setting>(name: S): z.output<(typeof schema)[S]['rule']> | undefined => {
    const given = flags[name] ?? environment[name]
    if (given === undefined || (given === '' && name !== 'PORT')) return undefined
    const result = schema[name].rule.safeParse(given)
    if (result.success) return result.data as z.output<(typeof schema)[S]['rule']>
    const isSecret = SECRETS.has(name) || given.includes('@')
    const shown = isSecret ? '' : ` (got ${JSON.stringify(given)})`
    const { says } = schema[name]
    // A server's URL has much that may be wrong: its sentences come from who read it.
    if (says === undefined) problems.push(...result.error.issues.map(({ message }) => message))
    else problems.push(`${says}${shown}`)
    return undefined
  }
  const chosenPort = value('PORT') ?? 3000
  const dataDir = value('DATA_DIR') ?? './data'
  const host = value('HOST') ?? EVERYWHERE
  const baseUrl = value('BASE_URL')
  const config = {
    port: chosenPort,
    host,
    dataDir,
    databaseUrl: value('DATABASE_URL') ?? `sqlite:${join(dataDir, 'bellhop.db')}`,
    redisUrl: value('REDIS_URL'),
    baseUrl: baseUrl ?? addressAt(host, chosenPort),
    baseUrlGiven: baseUrl !== undefined,
    logLevel: value('LOG_LEVEL') ?? 'info',
    trustProxy: value('TRUST_PROXY') ?? [],
    rateFactor: value('RATE_FACTOR') ?? 1,
  }
  const secret = value('SECRET')
  if (problems.length > 0) throw new ConfigError(problems)
  how.beforeSecret?.(config)
  return { ...config, secret: secret ?? ownSecret(dataDir, how.looks ?? false) }
}

const SECRETS: ReadonlySet<string> = new Set(['SECRET', 'DATABASE_URL', 'REDIS_URL'])

const ownSecret = (dataDir: string, looks: boolean): string => {
  try {
    return keptSecret(dataDir, looks)
  } catch (problem) {
    throw new ConfigError([problem instanceof Error ? problem.message : String(problem)])
  }
}

const isUrl = (text: string, protocols: string[]) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

/** Pages live at the root of their address, and nobody's name or password belongs in it. */
const isOrigin = (url: string) => {
  if (!isUrl(url, ['http:', 'https:'])) return false
  const { pathname, search, hash, username, password } = new URL(url)
  return pathname === '/' && `${search}${hash}${username}${password}` === ''
}

const isBlock = (block: string) => {
  const [address = '', bits, ...more] = block.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  if (bits === undefined) return true
  const most = version === 4 ? 32 : 128
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most
}
