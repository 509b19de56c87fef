/** What differs between the two kinds of server. */
export const kinds = {
  mysql: {
    setting: 'DATABASE_URL',
    form: 'be sqlite:<file> or mysql://<user>:<password>@<host>/<database>',
    schemes: { 'mysql:': false } as Readonly<Record<string, boolean>>,
    port: 3306,
    path: /^\/[^/@]+$/,
    times: {
      connectMs: 2_000,
      answerMs: 6_000,
      // Longer than the server itself waits for a lock.
      leastAnswerMs: 5_000,
    },
  },
  redis: {
    setting: 'REDIS_URL',
    form: 'begin with redis:// or rediss:// (TLS), like redis://<user>:<password>@<host>',
    schemes: { 'redis:': false, 'rediss:': true } as Readonly<Record<string, boolean>>,
    port: 6379,
    // Channels know no databases: a number does not matter.
    path: /^(\/\d{0,3})?$/,
    times: { connectMs: 2_000, answerMs: 250, leastAnswerMs: 50 },
  },
} as const
export type Kind = keyof typeof kinds

/** How user and password are written in a URL, for every sentence about one. */
export const encoding =
  'in user and password signs like @ : / ? # % are written as %40 %3A %2F %3F %23 %25'
