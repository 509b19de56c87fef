import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { levels } from '../log'
import { readFileUrl } from './file-url'
import { isHost, withoutBrackets } from './host'
import { isUnread } from './parameters'
import { isPlaceholder } from './secret'
import { readServerUrl } from './server-url'

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535)
  .transform(Number)

const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Makes an issue of each sentence about what could not be read. */
const sayAll = (context: { addIssue(says: string): void }, read: object) => {
  if (isUnread(read)) for (const sentence of read.says) context.addIssue(sentence)
}

/** What each setting may be, and the sentence for what it may not. */
export const rules = {
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
    rule: z.enum(levels),
    says: 'LOG_LEVEL must be debug, info, warn, error or silent',
  },
  TRUST_PROXY: {
    rule: z
      .string()
      .transform((list) => list.split(',').map((block) => block.trim()))
      .refine((blocks) => blocks.every(isBlock)),
    says: 'TRUST_PROXY must list addresses or CIDR blocks, like 10.0.0.0/8,::1, and not everybody',
  },
  FILES: {
    rule: z.enum(['disk', 'database']),
    says: 'FILES must be disk or database',
  },
  SMTP_URL: {
    rule: z
      .string()
      .refine((url) => isUrl(url, ['smtp:', 'smtps:']) && new URL(url).hostname !== ''),
    says: 'SMTP_URL must be smtp://<user>:<password>@<host>:<port> or smtps:// (TLS); in user and password signs like @ : / are written as %40 %3A %2F',
  },
  MAIL_FROM: {
    rule: z
      .string()
      .refine((from) => /^([^<>"\r\n]{1,100} <)?[^\s@<>"]{1,64}@[^\s@<>"]{1,190}>?$/.test(from)),
    says: 'MAIL_FROM must be the address that mail comes from, like help@example.org or Example <help@example.org>',
  },
  PROVIDERS_INSIDE: {
    rule: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
    says: 'PROVIDERS_INSIDE must be yes or no',
  },
  PLACES_FILE: {
    rule: z.string().refine((file) => existsSync(file)),
    says: 'PLACES_FILE must be a file that is there, of the kind GeoLite2 City (.mmdb)',
  },
  BACKUP_DIR: { rule: z.string().min(1), says: 'BACKUP_DIR must be a folder' },
  BACKUP_EVERY: {
    rule: z
      .string()
      .refine((text) => /^[1-9]\d{0,3}[mhd]$/.test(text))
      .transform((text) => Number.parseInt(text, 10) * UNITS_MS[text.slice(-1) as 'm' | 'h' | 'd']),
    says: 'BACKUP_EVERY must be a time, like 30m, 6h or 1d',
  },
  BACKUP_KEEP: {
    rule: z
      .string()
      .refine((text) => /^[1-9]\d{0,3}$/.test(text))
      .transform(Number),
    says: 'BACKUP_KEEP must be how many backups stay, 1 or more',
  },
  METRICS_TOKEN: {
    rule: z
      .string()
      .refine((token) => /^[\x21-\x7e]{16,200}$/.test(token) && !isPlaceholder(token)),
    says: 'METRICS_TOKEN must be at least 16 random characters, without spaces',
  },
  RATE_FACTOR: {
    rule: z
      .string()
      .transform(Number)
      .refine((factor) => factor > 0 && factor <= 1e6),
    says: 'RATE_FACTOR must be a number above 0',
  },
} as const
export type Setting = keyof typeof rules

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
