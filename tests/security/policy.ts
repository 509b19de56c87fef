import { type App, PASSWORD } from './app'
import type { Answer } from './ask'

/** Nonces that were seen: none may come twice. */
const nonces = new Set<string>()

/** What an answer breaks of the rules that hold for every one of them; empty when it keeps them. */
export const breaches = (answer: Answer, app: App, secrets: readonly string[] = []) => [
  ...headerBreaches(answer),
  ...pageBreaches(answer),
  ...tellTales(answer, [app.config.secret, app.config.dataDir, PASSWORD, ...secrets]),
]

const headerBreaches = ({ headers }: Answer): string[] => {
  const policy = headers.get('Content-Security-Policy') ?? ''
  const nonce = nonceOf(policy)
  const wrong = [
    [!/^[A-Za-z0-9+/]{22}==$/.test(nonce), `no nonce of 128 bits: ${policy}`],
    [nonces.has(nonce), 'a nonce twice'],
    [/unsafe-|strict-dynamic|\*|https?:/.test(policy), `a hole in the policy: ${policy}`],
    [!policy.startsWith("default-src 'none'; "), `more than nothing by default: ${policy}`],
    [!policy.includes("; base-uri 'none'; "), 'a base address'],
    [!policy.includes("; form-action 'self'; "), 'forms that lead elsewhere'],
    [!/; frame-ancestors '(none|self)'$/.test(policy), `framed: ${policy}`],
    [headers.get('X-Content-Type-Options') !== 'nosniff', 'a type to be guessed'],
    [headers.get('Referrer-Policy') !== 'same-origin', 'a referrer for others'],
    [!headers.has('Cache-Control'), 'no word on caching'],
    [headers.has('Server') || headers.has('X-Powered-By'), 'what it runs on'],
    [headers.has('Access-Control-Allow-Origin'), 'open to other origins'],
  ] as const
  nonces.add(nonce)
  const stream = headers.get('Content-Type')?.startsWith('text/event-stream') ?? false
  const held = stream && headers.get('X-Accel-Buffering') !== 'no'
  return [...wrong.flatMap(([is, what]) => (is ? [what] : [])), ...(held ? ['a held stream'] : [])]
}

const nonceOf = (policy: string) =>
  /script-src 'nonce-([^']*)'; style-src 'nonce-\1'/.exec(policy)?.[1] ?? ''

/** A page may only run and style what carries the nonce of its own header. */
const pageBreaches = ({ headers, text }: Answer): string[] => {
  if (!headers.get('Content-Type')?.startsWith('text/html')) return []
  const nonce = nonceOf(headers.get('Content-Security-Policy') ?? '')
  const active = text.match(/<(?:script|link rel="stylesheet")[^>]*>/g) ?? []
  const wrong = active.filter((tag) => !tag.includes(` nonce="${nonce}"`))
  const inline =
    text.match(/<[^>]*\s(?:on[a-z]+|style)="[^>]*>|<style|<script(?![^>]*\ssrc=)/g) ?? []
  return [...wrong, ...inline].map((tag) => `in the page: ${tag}`)
}

/** A stack, a file, a query or a secret in what a stranger reads. */
const tellTales = ({ headers, text }: Answer, secrets: readonly string[]): string[] => {
  const shown = `${[...headers].filter(([name]) => name !== 'set-cookie').join('\n')}\n${text}`
  const told = shown.match(
    /\bat .{1,80}\.tsx?:\d+|node_modules|\/src\/[a-z]|select "|insert into|sqlite|drizzle|\$argon2/i,
  )
  const leaked = secrets
    .filter((secret) => shown.includes(secret))
    .map((s) => `a secret: ${s.slice(0, 6)}…`)
  return [...(told ? [`a tale: ${told[0]}`] : []), ...leaked]
}
