import { join } from 'node:path'
import type { z } from 'zod'
import { addressAt } from './config/host'
import { rules, type Setting } from './config/rules'
import { keptSecret, type Secret } from './config/secret'
import type { Level } from './log'

/** Listens on every address of this machine, of both families. */
export const EVERYWHERE = '::'

const DAY_MS = 86_400_000
const KEPT_BACKUPS = 7

export type Config = Secret & {
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
  logLevel: Level
  /** Proxies whose X-Forwarded-For is believed, as CIDR blocks. */
  trustProxy: readonly string[]
  /** Where files are kept; undefined where it goes by the database. */
  files: 'disk' | 'database' | undefined
  /** The server that mail goes out by, and as whom; undefined where none is sent. */
  mail: { url: string; from: string } | undefined
  /** Whether services that people sign in by may be inside: at this machine, in networks of its own, on plain http. */
  providersInside: boolean
  /** Where the desk puts backups by itself, how often, and how many stay; none where no folder is said. */
  backups: { folder: string | undefined; everyMs: number; keep: number }
  /** Where addresses are: a file of the kind GeoLite2 City (mmdb); no place is shown without one. */
  placesFile: string | undefined
  /** Opens the metrics to a program; nobody reads them without one. */
  metricsToken: string | undefined
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

/**
 * The configuration out of the environment, with flags on top. Needs nothing to be set.
 * Throws `ConfigError` with everything that is wrong at once; secrets are never repeated.
 * Who only `looks` writes nothing: where no secret was made yet, it stays empty. `beforeSecret` may
 * throw while nothing has been made yet.
 */
export const readConfig = (
  environment: Record<string, string | undefined>,
  flags: Partial<Record<Setting, string>> = {},
  how: { looks?: boolean; beforeSecret?: (config: Omit<Config, keyof Secret>) => void } = {},
): Config => {
  const { value, problems } = reader((name) => flags[name] ?? environment[name])
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
    files: value('FILES'),
    mail: mailOf(value('SMTP_URL'), value('MAIL_FROM'), problems),
    providersInside: value('PROVIDERS_INSIDE') ?? false,
    backups: {
      folder: value('BACKUP_DIR'),
      everyMs: value('BACKUP_EVERY') ?? DAY_MS,
      keep: value('BACKUP_KEEP') ?? KEPT_BACKUPS,
    },
    placesFile: value('PLACES_FILE'),
    metricsToken: value('METRICS_TOKEN'),
    rateFactor: value('RATE_FACTOR') ?? 1,
  }
  const secret = value('SECRET')
  if (problems.length > 0) throw new ConfigError(problems)
  how.beforeSecret?.(config)
  const kept = secret === undefined ? ownSecret(dataDir, how.looks ?? false) : { secret }
  return { ...config, ...kept }
}

/** Mail needs both: a server, and somebody it comes from. */
const mailOf = (url: string | undefined, from: string | undefined, problems: string[]) => {
  if (url !== undefined && from !== undefined) return { url, from }
  if (url !== undefined) problems.push('SMTP_URL needs MAIL_FROM, like help@example.org')
  return undefined
}

type Value<S extends Setting> = z.output<(typeof rules)[S]['rule']>

/** Reads one setting after the other, and gathers what is wrong with any. */
const reader = (givenFor: (name: Setting) => string | undefined) => {
  const problems: string[] = []
  const value = <S extends Setting>(name: S): Value<S> | undefined => {
    const given = givenFor(name)
    if (given === undefined || (given === '' && name !== 'PORT')) return undefined
    const { rule, says } = rules[name]
    const result = rule.safeParse(given)
    if (result.success) return result.data as Value<S>
    const isSecret = SECRETS.has(name) || given.includes('@')
    const shown = isSecret ? '' : ` (got ${JSON.stringify(given)})`
    // A server's URL has much that may be wrong: its sentences come from who read it.
    if (says === undefined) problems.push(...result.error.issues.map(({ message }) => message))
    else problems.push(`${says}${shown}`)
    return undefined
  }
  return { value, problems }
}

const SECRETS: ReadonlySet<string> = new Set([
  'SECRET',
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'METRICS_TOKEN',
])

const ownSecret = (dataDir: string, looks: boolean): Secret => {
  try {
    return keptSecret(dataDir, looks)
  } catch (problem) {
    throw new ConfigError([problem instanceof Error ? problem.message : String(problem)])
  }
}
