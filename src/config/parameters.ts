import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ClientCertificate, whyNotTogether } from './client-certificate'

/** What stands after the `?` of a server's URL. Ours, and no other: a driver never sees it. */
export type Parameters = {
  ssl: 'verify' | 'insecure' | 'off' | undefined
  /** Text of the file that was named: certificates (PEM). */
  ca: string | undefined
  client: ClientCertificate | undefined
  connectMs: number
  answerMs: number
}

/** Why something could not be read, in sentences. */
export type Unread = { says: readonly string[] }

export const isUnread = (read: object): read is Unread => 'says' in read

type Times = { connectMs: number; answerMs: number; leastAnswerMs: number }

const LEAST_CONNECT_MS = 100
const LONGEST_MS = 60_000

const list =
  'ssl=verify|insecure|off, ca=<file>, cert=<file> with key=<file>, connect-timeout=<2s> and timeout=<6s>'

const time = (least: number, usual: number) =>
  z
    .string()
    .default(`${usual}ms`)
    .transform(readMs)
    .refine((ms) => ms >= least && ms <= LONGEST_MS, {
      error: `must be a time from ${inOneUnit(least, LONGEST_MS).join(' to ')}, like ${shownMs(usual)}`,
    })

/** Times that are compared are in the same unit. */
const inOneUnit = (...times: number[]): string[] =>
  times.every((ms) => ms % 1000 === 0) ? times.map(shownMs) : times.map((ms) => `${ms}ms`)

const shownMs = (ms: number): string => (ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`)

/** `500ms` or `2s`, in ms; NaN for anything else. */
const readMs = (typed: string): number => {
  const [, figures, unit] = /^(\d{1,6})(ms|s)$/.exec(typed) ?? []
  return Number(figures) * (unit === 's' ? 1000 : 1)
}

const fileWith = (what: string, begin: RegExp) =>
  z.string().transform((path, context) => {
    try {
      const text = readFileSync(path, 'utf8')
      if (begin.test(text)) return text
      context.addIssue(`names ${path}, which holds no ${what} (PEM)`)
    } catch (problem) {
      const why = problem instanceof Error ? problem.message : String(problem)
      context.addIssue(`names a file that cannot be read: ${why}`)
    }
    return z.NEVER
  })

const certificate = fileWith('certificate', /-----BEGIN CERTIFICATE-----/)
const privateKey = fileWith('private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/)

const shape = ({ connectMs, answerMs, leastAnswerMs }: Times) =>
  z.strictObject({
    ssl: z
      .enum(['verify', 'insecure', 'off'], { error: 'must be verify, insecure or off' })
      .optional(),
    ca: certificate.optional(),
    cert: certificate.optional(),
    key: privateKey.optional(),
    'connect-timeout': time(LEAST_CONNECT_MS, connectMs),
    timeout: time(leastAnswerMs, answerMs),
  })

/** Reads the part of a URL that begins with `?`; `setting` is the name of the variable it is in. */
export const readParameters = (
  setting: string,
  search: string,
  times: Times,
): Parameters | Unread => {
  // In a query a plus means a space, to some: here it is the sign in the name of a file.
  const pairs = [...new URLSearchParams(search.replaceAll('+', '%2B'))]
  const given = Object.fromEntries(pairs)
  if (pairs.length !== Object.keys(given).length)
    return { says: [`${setting} says one of its parameters twice`] }
  const read = shape(times).safeParse(given)
  if (!read.success) return { says: read.error.issues.map((issue) => told(setting, issue)) }
  const { ssl, ca, cert, key, timeout, 'connect-timeout': connectMs } = read.data
  if (ca !== undefined && (ssl === 'off' || ssl === 'insecure'))
    return { says: [`${setting} says ca=… and ssl=${ssl}: with a ca it is ssl=verify`] }
  if (ssl === 'off' && (cert !== undefined || key !== undefined))
    return { says: [`${setting} says cert=… and ssl=off: a certificate is shown over TLS alone`] }
  const why = whyNotTogether({ cert, key })
  if (why !== undefined) return { says: [`${setting} ${why}`] }
  const client = cert !== undefined && key !== undefined ? { cert, key } : undefined
  return { ssl, ca, client, connectMs, answerMs: timeout }
}

const told = (setting: string, issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `${setting} knows no parameter ${issue.keys.map(shown).join(', ')}: it takes ${list}`
    : `${setting}: ${issue.path.join('.')} ${issue.message}`

/** A password with a bare `?` in it looks like a parameter. */
const shown = (name: string): string =>
  /^[a-z][\w-]{0,30}$/i.test(name) ? name : '(not shown, for it may be part of a password)'
