import type { ServerUrl } from '../../config/server-url'

/**
 * Why Redis does not carry rings. `away`: it is not reached, and may be at any moment; `closed`: what
 * answers there hangs up without a word; `refused`: it says no, and will until somebody changes
 * something.
 */
export type Reason = {
  kind: 'away' | 'closed' | 'refused'
  /** By the server's own words. */
  says: string
  /** What puts it right. */
  remedy: string | undefined
}

/** What a remedy may name. What has worked before is not set up wrongly. */
export type About = { server: ServerUrl; channel: string; hasWorked?: boolean }
type Rule = { says: RegExp; kind: Reason['kind']; remedy(about: About): string }

const networks = 'Look at the network and its firewalls between here and there.'

/** The first that fits what was said. */
export const rules: readonly Rule[] = [
  {
    ...{ says: /^NOPERM|no permissions/i, kind: 'refused' },
    remedy: ({ server: { user }, channel }) =>
      `Allow it on that Redis: ACL SETUSER ${user || 'default'} +subscribe +publish &${channel}`,
  },
  {
    ...{ says: /^WRONGPASS|invalid password|invalid username-password/i, kind: 'refused' },
    remedy: () => 'Look at user and password in REDIS_URL; signs like @ : / are %40 %3A %2F there.',
  },
  {
    ...{ says: /^NOAUTH|authentication required/i, kind: 'refused' },
    remedy: () => 'Name a password in REDIS_URL: redis://<user>:<password>@<host>',
  },
  {
    ...{ says: /without any password configured|no password is set/i, kind: 'refused' },
    remedy: () => 'Take the password out of REDIS_URL, or give that Redis one.',
  },
  {
    ...{ says: /^DENIED|protected mode/i, kind: 'refused' },
    remedy: () => 'Give that Redis a password, or a network of its own and protected-mode no.',
  },
  {
    ...{ says: /unknown command/i, kind: 'refused' },
    remedy: () => 'The desk needs SUBSCRIBE and PUBLISH: do not rename or forbid them there.',
  },
  {
    ...{ says: /and no Redis|unknown RESP type|protocol error/i, kind: 'refused' },
    remedy: () => 'It is no Redis that answers there: look at host and port in REDIS_URL.',
  },
  {
    ...{ says: /max number of clients/i, kind: 'away' },
    remedy: () => 'Raise maxclients: each node holds two connections.',
  },
  {
    ...{ says: /ECONNREFUSED/, kind: 'away' },
    remedy: () => 'Is it started, and does it listen there (bind, port)?',
  },
  {
    ...{ says: /ENOTFOUND|EAI_AGAIN/, kind: 'away' },
    remedy: () => 'Look at the name in REDIS_URL and in DNS.',
  },
  {
    ...{ says: /ETIMEDOUT|timed out|UNREACH/i, kind: 'away' },
    // A Redis without TLS waits for the end of a line, which never comes.
    remedy: ({ server: { tls }, hasWorked }) =>
      tls && !hasWorked
        ? `${networks} If it speaks no TLS there, begin REDIS_URL with redis://`
        : networks,
  },
  {
    ...{
      says: /closed without a word|ECONNRESET|EPIPE|socket hang up|disconnected/i,
      kind: 'closed',
    },
    remedy: ({ server: { tls }, hasWorked }) => {
      if (hasWorked) return 'Look at that Redis and its log: it has worked before.'
      return tls
        ? 'Does that port speak TLS? If not, begin REDIS_URL with redis://'
        : 'Does that port speak TLS? Then begin REDIS_URL with rediss://'
    },
  },
]
